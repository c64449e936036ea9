import assert from "node:assert/strict";
import { test } from "node:test";

import {
  alsoNamed,
  asArea,
  asGovernment,
  atCandidate,
  located,
  postponed,
  refused,
  selectedAs,
  taken,
} from "../../../geo/workbench/assets/acts.js";

const PROPOSAL = {
  id: "p3-1",
  kind: "place",
  quote: "Lima",
  starts: [7],
  why: "",
  proposer: { name: "g", version: "1" },
  candidates: [{ names: {}, lon: 1, lat: 2, kind: "town" }],
};
const ITEM = { id: "p3-1", name: "Lima", at: 7, verdict: "open", proposal: PROPOSAL };
const KNOWN = { ...ITEM, verdict: "accepted", record: "lima" };
const NOWHERE = { kind: "unplaced" };
const ACTOR = { do: "actor", names: { en: "Government of Lima" }, kind: "state", aliases: ["Lima"] };
const REFUSE = { do: "refuse", proposals: ["p3-1"] };
const DRAFT = { actor: { peru: { aliases: ["Peru"] } } };

for (const [what, made, act] of [
  ["a candidate", atCandidate(ITEM, 1), { do: "accept", proposal: "p3-1", candidate: 1 }],
  ["a candidate that is not there", atCandidate(ITEM, 2), null],
  ["a candidate of what is placed", atCandidate(KNOWN, 1), { do: "feature", id: "lima", location: { kind: "candidate", number: 1 } }],
  [
    "named, not placed",
    located(ITEM, NOWHERE),
    {
      do: "bulk",
      acts: [
        { do: "accept", proposal: "p3-1" },
        { do: "feature", id: "", location: NOWHERE },
      ],
    },
  ],
  ["no longer placed", located(KNOWN, NOWHERE), { do: "feature", id: "lima", location: NOWHERE }],
  [
    "its country's area",
    asArea({ ...KNOWN, proposal: { ...PROPOSAL, candidates: [{ names: {}, lon: 1, lat: 2, kind: "country", country: "PE" }] } }),
    { do: "feature", id: "lima", location: { kind: "area", country: "PE" } },
  ],
  ["no country, no area", asArea(ITEM), null],
  ["its government alone", asGovernment(ITEM, "Government of Lima", "en"), { do: "bulk", acts: [ACTOR, REFUSE] }],
  ["its government, too", asGovernment(KNOWN, "Government of Lima", "en"), ACTOR],
  ["refused", refused(ITEM), REFUSE],
  ["taken out", refused(KNOWN), { do: "remove", kind: "feature", id: "lima" }],
  ["later", postponed(ITEM), { do: "postpone", proposals: ["p3-1"] }],
  ["a record can't wait", postponed(KNOWN), null],
  ["a passage", taken(ITEM, undefined), { do: "accept", proposal: "p3-1" }],
  ["a shorter passage", taken(ITEM, { start: 1, end: 3 }), { do: "accept", proposal: "p3-1", start: 8, end: 10 }],
  ["another name", alsoNamed(ITEM, DRAFT, "peru"), { do: "bulk", acts: [{ do: "actor", id: "peru", aliases: ["Peru", "Lima"] }, REFUSE] }],
  ["a selected passage", selectedAs("passages", "x", { start: 1, end: 2 }, "en"), { do: "excerpt", start: 1, end: 2 }],
  [
    "a selected actor",
    selectedAs("actors", "x", { start: 1, end: 2 }, "ar"),
    { do: "actor", names: { ar: "x" }, aliases: ["x"], kind: "actor" },
  ],
  ["nothing to seal", selectedAs("seal", "x", { start: 1, end: 2 }, "en"), null],
]) {
  test(what, () => assert.deepEqual(made, act));
}
