/** Writes names on the map: places them by priority, and leaves out a name that fits nowhere. */

import { isNear } from "./cluster.js";
import { isAsserted, lookOf, nameIn } from "../data/atlas.js";
import { layerOf } from "../data/layers.js";
import { anchorOf, hits, project } from "./geometry.js";
import { SANS } from "./fonts.js";
import { clearOfOthers, onWater } from "./ground.js";
import { chipsOf, obstaclesOf } from "./obstacles.js";
import { placeAlong } from "./along.js";
import { DISC, drawDisc } from "./disc.js";
import { nearest, overlap } from "./room.js";
import { alongTexts, forceless, runsOf, unusedNumber, unusedTexts } from "./stretch_labels.js";
import { phrase, wordsWithin } from "../core/language.js";
import { isRtlText, quoted } from "../core/text.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Mark} Mark
 * @typedef {import("./geometry.js").Frame} Frame
 * @typedef {import("../core/store.js").View} View
 * @typedef {{texts: string[], at: [number, number], priority: number, look: Look,
 *   spots: number[][], of?: string, room?: number[], within?: number[], leader?: boolean, together?: string, number?: string,
 *   isClear?: import("./ground.js").IsClear, isStrict?: boolean}} Label texts from the longest to the shortest, "\n" between lines;
 *   at in world px; spots are dx, dy in px from there, alignment -1 (left), 0, 1;
 *   of is its mark, whose own line it may lie on; labels with the same together are shown all or none;
 *   room are bounds in world px: a text that doesn't fit into them stands beside them; within are bounds that it never leaves; isClear says whether its name may lie there;
 *   a name that is strict lies nowhere else
 * @typedef {{font: string, colour: string, pill?: string, spacing?: string}} Look
 */

const LINE = 16; // px from a line of a text to the next
const FAR = 20; // px from a place to its name, from which on a leader joins them
const FIRST = 1; // the priority of names of places
const MOST = 500; // names that are tried: a window has room for fewer
// prettier-ignore
const BESIDE = [[13, 0, -1], [-13, 0, 1], [0, -18, 0], [0, 18, 0], [11, -13, -1], [11, 13, -1], [-11, -13, 1], [-11, 13, 1]];
const CENTRED = [[0, 0, 0]];
/** Clear of the names of places at its ends. */
const AWAY = [60, -60, 80, -80, 100, -100, 130, -130].flatMap((dy) => [-40, 0, -90, 40, -140].map((dx) => [dx, dy, 0]));
/** On the water round the middle of a sea. */
const AFLOAT = [0, -16, 16, -32, 32, -48, 48].flatMap((dy) => [0, -24, 24, -48, 48].map((dx) => [dx, dy, 0]));
const BELOW = [
  [0, 20, 0],
  [0, 26, 0],
  [0, -20, 0],
];
/** Spots clear of the line, on either side of it; from far ones a leader leads back. */
const NEAR = [
  [0, 0, 0],
  [0, -14, 0],
  [0, 14, 0],
];
const ROUND = [0, -22, 22, -36, 40, -52, 56, -72, 76, -92, 96].flatMap((dy) => [0, 30, -30, 60, -60, 100, -100].map((dx) => [dx, dy, 0]));
/** Beside a place, and where that is taken, further off, clear of it. */
const ABOUT = [...BESIDE, ...ROUND.filter(([dx, dy]) => Math.hypot(dx, dy) > 30)];

/** @param {Atlas} atlas @param {Map<string, import("./cluster.js").ClusteredLayer>} clustered @param {() => View} view
 * @param {() => number[][]} lists where lists lie, in px of the map's window @returns {import("./canvas.js").Draw} */
export function drawLabels(atlas, clustered, view, lists) {
  return (ctx, frame) => {
    const splits = splitsOf(atlas, clustered, view(), frame);
    const shown = splits.flatMap(({ singles }) => singles.filter((mark) => isNear(mark, frame))).slice(0, MOST);
    const wanted = labelsOf(atlas, shown, view());
    const areas = wanted.flatMap((label) => (label.room ? [inPixels(label.room, frame)] : []));
    const [dx, dy] = frame.visible;
    const under = lists().map(([left, top, right, bottom]) => ({ box: [left + dx, top + dy, right + dx, bottom + dy] }));
    const clusters = splits.flatMap((split) => split.clusters);
    const taken = [...under, ...obstaclesOf(shown, frame), ...chipsOf(clusters, frame)];
    const put = (/** @type {Label} */ label) => ({ label, draw: placeLabel(ctx, label, frame, taken, areas, atlas.symbology) });
    const first = wanted.filter(({ priority }) => priority <= FIRST).map(put); // places, which can't be named elsewhere
    const along = alongTexts(atlas, shown, view()).map((text) => placeAlong(ctx, text, frame, taken, atlas.symbology.palette.land));
    const placed = [...first, ...wanted.filter(({ priority }) => priority > FIRST).map(put)];
    const alone = new Set(placed.flatMap(({ label, draw }) => (!draw && isIn(frame, label.at) && label.together) || []));
    const shows = placed.filter(({ label }) => !alone.has(label.together ?? ""));
    for (const { draw } of shows) draw?.(true); // leaders first, so that none strikes a text through
    for (const draw of along) draw?.();
    for (const { draw } of shows) draw?.();
  };
}

/** The split of each visible layer into single marks and clusters, the topmost first.
 * @param {Atlas} atlas @param {Map<string, import("./cluster.js").ClusteredLayer>} clustered @param {View} view @param {Frame} frame */
function splitsOf({ layers }, clustered, view, { scale }) {
  const shown = layers.filter((layer) => view.layers.has(layer.id)).toReversed();
  return shown.flatMap((layer) => clustered.get(layer.id)?.split(scale, view.bases) ?? []);
}

/** The labels of the marks and of the basemap, by priority. @param {Atlas} atlas @param {Mark[]} shown @param {View} view */
function labelsOf(atlas, shown, view) {
  const look = baseLooks(atlas.symbology);
  const named = shown.map((mark) => nameIn(mark.names, view.language));
  const base = [
    ...atlas.basemap.countries.map((country) => countryLabel(atlas, country, view, look)),
    ...atlas.basemap.labels.map(({ shape, names }) =>
      baseLabel(anchorOf(shape), names, view, look.sea, { spots: AFLOAT, isClear: onWater(atlas), isStrict: true }),
    ),
  ].filter(({ texts: [text] }) => !named.some((name) => text.startsWith(name))); // a mark of that name has a label already
  const all = [...shown.flatMap((mark) => markLabels(atlas, mark, view)), ...corridorLabels(atlas, shown, view), ...base];
  return all.sort((a, b) => a.priority - b.priority);
}

/** How the basemap's names are set. @param {import("./symbology.js").Symbology} symbology @returns {Record<"country"|"named"|"sea", Look>} */
const baseLooks = ({ palette }) => ({
  country: { font: `500 10.5px ${SANS}`, colour: palette.country_name, spacing: "1.5px" },
  named: { font: `600 12px ${SANS}`, colour: palette.soft, spacing: "2px" },
  sea: { font: `italic 12px ${SANS}`, colour: palette.sea_name, spacing: "1px" },
});

/** The label of a country of the basemap. One that the corridor names is named whatever is shown, and where its mark is.
 * @param {Atlas} atlas @param {import("../data/atlas.js").Drawn} country @param {View} view @param {ReturnType<typeof baseLooks>} look */
function countryLabel(atlas, { label: [lon, lat] = [0, 0], names, together, kind, shape }, view, look) {
  if (kind !== "named") return baseLabel(project(lon, lat), names, view, look.country, { together });
  const mark = atlas.placed.find((mark) => mark.kind === "country" && mark.shape && hits(shape, ...anchorOf(mark.shape), 0));
  const at = mark?.shape ? anchorOf(mark.shape) : project(lon, lat);
  return baseLabel(at, names, view, look.named, {
    priority: FIRST,
    spots: [...NEAR, ...BESIDE, ...ROUND],
    leader: true,
    isClear: clearOfOthers(atlas, at),
  });
}

/** @returns {Label} */
function baseLabel(
  /** @type {[number, number]} */ at,
  /** @type {import("../data/atlas.js").Names} */ names,
  /** @type {View} */ view,
  /** @type {Look} */ look,
  /** @type {Partial<Label>} */ more = {},
) {
  return { texts: [nameIn(names, view.language)], at, priority: 9, look, spots: CENTRED, ...more };
}

/** The labels of a mark, by its kind. @param {Atlas} atlas @param {Mark} mark @param {View} view @returns {Label[]} */
function markLabels(atlas, mark, view) {
  const layer = /** @type {import("../data/atlas.js").Layer} */ (layerOf(atlas, mark));
  const shape = /** @type {import("./geometry.js").Shape} */ (mark.shape);
  const name = nameIn(mark.names, view.language);
  const at = anchorOf(shape);
  const { palette } = atlas.symbology;
  const pill = { font: `700 12px ${SANS}`, colour: layer.colour, pill: layer.colour };
  if (shape.kind === "area") {
    if (mark.kind === "sea") {
      const look = { font: `italic 600 13px ${SANS}`, colour: palette.sea_name };
      return [{ texts: [name], at, priority: 1.1, look, spots: ROUND, within: shape.bounds }];
    }
    const texts = [name];
    const priority = lookOf(mark, view.bases) === "stated" ? 2 : 3;
    return [{ texts, at, priority, look: pill, spots: CENTRED, room: shape.bounds }];
  }
  if (mark.kind === "segment") return []; // said of runs of them
  if (mark.kind === "force" && shape.kind === "line") return []; // its name is set along its bracket
  if (shape.kind === "line") {
    const texts = [
      ...(view.bases.has("stated") ? quoteTexts(mark, layer, view, atlas.article.language) : []),
      nameIn(layer.names, view.language),
    ];
    const soft = { font: `600 12px ${SANS}`, colour: layer.colour };
    const named = mark.kind === "variant" ? texts.map((text) => phrase(view.language, "otherSources", text)) : texts;
    return [{ texts: named, at, of: mark.id, priority: 2, look: soft, spots: NEAR }];
  }
  const country = mark.kind === "country";
  const look = {
    font: country ? `600 14px ${SANS}` : `600 ${layer.group === "background" ? 12 : 13}px ${SANS}`,
    colour: layer.group === "background" ? layer.colour : palette.ink,
    spacing: country ? "3.6px" : undefined,
  };
  const isEnd = !country && layer.group === "corridor";
  const priority = layer.group === "background" ? 4 : isEnd ? 0.9 : 1;
  return [
    {
      texts: [country ? name.toLocaleUpperCase(view.language) : name],
      at,
      priority,
      look,
      spots: country ? [...NEAR, ...BESIDE, ...ROUND] : isEnd ? ABOUT : BESIDE,
      leader: country || isEnd,
      isClear: country ? clearOfOthers(atlas, at) : undefined,
    },
  ];
}

/** The article's words about a mark, as texts from the longest to the shortest: with hedges and modality; where they
 * don't fit, with the modality alone.
 * @param {Mark} mark @param {import("../data/atlas.js").Layer} layer @param {View} view @param {string} quoteIn the article's language */
function quoteTexts({ voice }, { names }, { language }, quoteIn) {
  if (!voice?.words) return [];
  const { hedges, words } = voice;
  const way = isAsserted(voice) ? (hedges.length ? "" : " ") : ` · ${phrase(language, String(voice.modality))}`;
  const hedged = hedges.length
    ? `${way.trim() ? `${way}: ` : " · "}${hedges.map((hedge) => wordsWithin(quoted(hedge), language, quoteIn)).join(phrase(language, "comma"))}`
    : way.trimEnd();
  const quote = ` ${wordsWithin(quoted(words), language, quoteIn)}`;
  const name = nameIn(names, language);
  return [`${name}${quote}${hedged}`, ...(way ? [`${name}${quote}${way.trimEnd()}`] : [])];
}

/** What is said, and isn't, of the corridor's stretches. @param {Atlas} atlas @param {Mark[]} shown @param {View} view @returns {Label[]} */
function corridorLabels(atlas, shown, view) {
  const stretches = shown.filter((mark) => mark.kind === "segment");
  const countries = shown.filter((mark) => mark.kind === "country");
  const look = { font: `500 13px ${SANS}`, colour: atlas.symbology.palette.ink };
  const runs = runsOf(stretches, view)
    .filter(({ isUsed }) => !isUsed)
    .flatMap((run) => {
      const texts = unusedTexts(atlas, run, shown, view);
      const at = anchorOf(/** @type {import("./geometry.js").Shape} */ (run.stretches[Math.floor((run.stretches.length - 1) / 2)].shape));
      const number = unusedNumber(atlas, run, view);
      return texts.length ? [{ texts, at, priority: 1.05, look, spots: AWAY, leader: true, number }] : [];
    });
  const silent = forceless(stretches, countries).map(({ country }) => {
    const texts = [`∅ ${phrase(view.language, "noForceHere")}`];
    return {
      texts,
      at: anchorOf(/** @type {import("./geometry.js").Shape} */ (country.shape)),
      priority: 2.9,
      look: { font: `500 12px ${SANS}`, colour: atlas.symbology.palette.soft },
      spots: BELOW,
    };
  });
  return [...runs, ...silent];
}

/** Is a place, in world px, in sight? @param {Frame} frame @param {[number, number]} at */
function isIn({ scale, left, top, visible }, [x, y]) {
  const [px, py] = [x * scale - left, y * scale - top];
  return visible[0] < px && px < visible[2] && visible[1] < py && py < visible[3];
}

/** Try each text at each spot; return a function that draws the first that fits, or its leader alone, or undefined.
 * @returns {((isLeader?: boolean) => void)|undefined} */
function placeLabel(
  /** @type {CanvasRenderingContext2D} */ ctx,
  /** @type {Label} */ label,
  /** @type {Frame} */ frame,
  /** @type {import("./obstacles.js").Taken[]} */ taken,
  /** @type {number[][]} */ areas,
  /** @type {import("./symbology.js").Symbology} */ { palette },
) {
  const x = label.at[0] * frame.scale - frame.left;
  const y = label.at[1] * frame.scale - frame.top;
  if (x < -100 || y < -20 || x > frame.width + 100 || y > frame.height + 20) return;
  const inSight = isIn(frame, label.at);
  ctx.font = label.look.font;
  const disc = label.number ? 2 * DISC + 4 : 0;
  const room = label.room ? (label.room[2] - label.room[0]) * frame.scale : Infinity;
  const beside = label.room
    ? [
        [-room / 2 - 3, 0, 1],
        [room / 2 + 3, 0, -1],
      ]
    : [];
  const spots = [...label.spots, ...beside];
  for (const isStrict of label.isStrict ? [true] : label.isClear ? [true, false] : [false]) {
    for (const text of label.texts) {
      ctx.letterSpacing = spacing(text, label.look);
      const lines = text.split("\n");
      const width = Math.max(...lines.map((line) => ctx.measureText(line).width)) + 8 + disc;
      const half = (lines.length * LINE) / 2;
      if (width > room && text !== label.texts.at(-1)) continue;
      for (const [dx, dy, align] of spots) {
        const left = x + dx - (width * (align + 1)) / 2;
        const box = [left, y + dy - half, left + width, y + dy + half];
        if ((inSight || overlap(frame.visible, box)) && !contains(frame.visible, box)) continue; // the window's edge would cut it off
        if (label.within && !contains(inPixels(label.within, frame), box)) continue; // a sea's name would lie on land
        if (isStrict && !label.isClear?.(inWorld(box, frame))) continue;
        if (taken.some((other) => overlap(box, other.box) && (!other.of || other.of !== label.of))) continue;
        if (label.room && dx && areas.some((other) => overlap(box, other))) continue; // it would seem to name another area
        taken.push({ box });
        const end = nearest(box, [x, y]);
        const isFar = Math.hypot(end[0] - x, end[1] - y) > FAR || (label.isClear && !isStrict);
        return (isLeader = false) => {
          if (isLeader) return label.leader && isFar && drawLeader(ctx, [x, y], end, palette.leader);
          ctx.font = label.look.font;
          ctx.letterSpacing = spacing(text, label.look);
          const [from, to] = isRtlText(text) ? [box[0], box[2] - disc] : [box[0] + disc, box[2]];
          for (const [at, line] of lines.entries()) {
            write(ctx, line, [from, box[1] + at * LINE, to, box[1] + (at + 1) * LINE], label.look, palette.paper);
          }
          if (!label.number) return;
          const fromMiddle = (ctx.measureText(lines[0]).width / 2 + DISC + 4) * (isRtlText(text) ? 1 : -1);
          drawDisc(ctx, [(from + to) / 2 + fromMiddle, box[1] + LINE / 2], label.number, palette.ink, palette.paper);
        };
      }
    }
  }
}

/** @param {number[]} box @param {Frame} frame */
const inWorld = (box, { scale, left, top }) => box.map((v, i) => (v + (i % 2 ? top : left)) / scale);

/** A thin line from a place to its name. @param {CanvasRenderingContext2D} ctx @param {number[]} from @param {number[]} to @param {string} colour */
function drawLeader(ctx, [x1, y1], [x2, y2], colour) {
  ctx.beginPath();
  ctx.moveTo(x1, y1 + 4);
  ctx.lineTo(x2, y2);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** @param {number[]} bounds @param {Frame} frame */
const inPixels = (bounds, { scale, left, top }) => bounds.map((v, i) => v * scale - (i % 2 ? top : left));

/** @param {number[]} outer @param {number[]} inner */
const contains = (outer, inner) => outer[0] <= inner[0] && outer[1] <= inner[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** Letters of Arabic script are joined: they are never spaced out. */
const spacing = (/** @type {string} */ text, /** @type {Look} */ look) => (/[\u0600-\u06ff]/.test(text) ? "0px" : (look.spacing ?? "0px"));

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number[]} box @param {Look} look @param {string} paper */
function write(ctx, text, [left, top, right, bottom], look, paper) {
  ctx.direction = isRtlText(text) ? "rtl" : "ltr";
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  const [x, y] = [(left + right) / 2, (top + bottom) / 2 + 0.5];
  if (look.pill) {
    ctx.fillStyle = paper;
    ctx.strokeStyle = look.pill;
    ctx.lineWidth = 1.2;
    ctx.beginPath();
    ctx.roundRect(left, top + 0.5, right - left, bottom - top - 1, 4);
    ctx.fill();
    ctx.stroke();
  } else {
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = paper;
    ctx.globalAlpha = 0.85;
    ctx.strokeText(text, x, y);
    ctx.globalAlpha = 1;
  }
  ctx.fillStyle = look.colour;
  ctx.fillText(text, x, y);
}
