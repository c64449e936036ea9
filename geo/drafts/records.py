"""How acts change the records: they set fields, take passages, and take records out."""

from __future__ import annotations

from typing import Any

from geo.atlas.anchoring import seal
from geo.atlas.making import Made
from geo.atlas.model import Value
from geo.drafts.acts import Remove
from geo.drafts.entry import Signature
from geo.drafts.locations import AtCandidate
from geo.drafts.quotes import QuoteError, places_of, selected
from geo.drafts.record_acts import SetClaim, SetExcerpt, SetFeature, fields_of
from geo.drafts.refusal import ActError
from geo.drafts.state import Judged, State

POSITION = ("location", "position")  # the fields that make the position of a feature


def set_fields(state: State, kind: str, id_: str, act: Value, by: Signature) -> State:
    """Return the state in which the fields that an act names are set in a record."""
    return put(state, kind, id_, fields_of(act), by)


def put(state: State, kind: str, id_: str, given: dict[str, Any], by: Signature) -> State:
    """Return the state in which a record has these fields; null takes a field away."""
    record = {**state.of_kind(kind).get(id_, {}), **given}
    kept = {name: value for name, value in record.items() if value is not None}
    after = state.with_record(kind, id_, kept)
    is_made = kind in ("excerpt", "claim") or not given.keys().isdisjoint(POSITION)
    return _signed(after, kind, id_, by) if is_made else after


def _signed(state: State, kind: str, id_: str, by: Signature) -> State:
    made = state.making.get((kind, id_)) or Made()
    is_of_others = made.proposed_by is not None or made.taken_from is not None
    changed = {"changed": made.changed or is_of_others}
    return state.with_made(kind, id_, made.model_copy(update={**by.decision, **changed}))


def set_feature(state: State, act: SetFeature, by: Signature) -> State:
    """Return the state with a feature; at a new place it loses the reason of the old."""
    given = fields_of(act)
    if act.location is not None:
        given = {"position": None, **given}
    if not isinstance(act.location, AtCandidate):
        return put(state, "feature", act.id, given, by)
    origin = state.origins.get(("feature", act.id))
    if origin is None:
        fix = "give it a point, or accept a proposal of it"
        raise ActError(f'"{act.id}" comes from no proposal, and so has no candidates', fix)
    given |= candidate_fields(state, origin, act.location.number)
    made = Made(proposed_by=state.judged(origin).proposal.proposer, **by.decision)
    return put(state, "feature", act.id, given, by).with_made("feature", act.id, made)


def candidate_fields(state: State, proposal: str, number: int) -> dict[str, Any]:
    """Return the fields that a candidate of a proposal (1 is the first) gives a feature."""
    candidates = state.judged(proposal).proposal.candidates
    if number > len(candidates):
        what = f"proposal {proposal} has {len(candidates)} candidates, and no number {number}"
        raise ActError(what, "choose one of them, or give a point")
    chosen = candidates[number - 1]
    point = {"kind": "point", "lon": chosen.lon, "lat": chosen.lat, "source": chosen.source}
    return {
        "location": point,
        "kind": chosen.kind,
        "country": chosen.country,
        "refs": dict(chosen.refs) or None,
    }


def set_excerpt(state: State, act: SetExcerpt, by: Signature) -> State:
    """Return the state with a passage of the article, sealed to its characters."""
    given = fields_of(act)
    where = {name: given.pop(name, None) for name in ("start", "end", "exact")}
    if any(value is not None for value in where.values()):
        start, end = _passage(state.text, act)
        given["target"] = target(state, start, end)
    elif act.id not in state.of_kind("excerpt"):
        raise ActError(f'the excerpt "{act.id}" has no place', "give its start and end")
    return put(state, "excerpt", act.id, given, by)


def _passage(text: str, act: SetExcerpt) -> tuple[int, int]:
    try:
        if act.exact is not None:
            starts = () if act.start is None else (act.start,)
            return places_of(text, act.exact, starts)[0]
        if act.start is None or act.end is None:
            raise QuoteError("it has only one of its two ends")
        return selected(text, act.start, act.end)
    except QuoteError as error:
        what = f'the excerpt "{act.id}" can\'t be taken: {error}'
        raise ActError(what, "give its start and end, or its words as printed") from None


def target(state: State, start: int, end: int) -> dict[str, Any]:
    """Return the target of an excerpt of the article."""
    selectors = seal(state.text, state.text[start:end], start)
    return {"source": state.article, "selector": [part.model_dump() for part in selectors]}


def set_claim(state: State, act: SetClaim, by: Signature) -> State:
    """Return the state with a claim of a feature that is there."""
    known = state.of_kind("claim").get(act.id, {})
    feature = act.feature or known.get("feature")
    if feature is None:
        raise ActError(f'the claim "{act.id}" is of no feature', "name its feature")
    if feature not in state.of_kind("feature"):
        what = f'the claim "{act.id}" is of "{feature}", and there is no such feature'
        raise ActError(what, "name a feature that the draft has, or make that first")
    return put(state, "claim", act.id, {**fields_of(act), "feature": feature}, by)


def remove(state: State, act: Remove) -> State:
    """Return the state without a record; the proposal that it came from is refused."""
    if act.id not in state.of_kind(act.kind):
        raise ActError(f'there is no {act.kind} "{act.id}"', "name a record that the draft has")
    if act.kind == "source" and act.id == state.article:
        raise ActError("the article can't be taken out", "begin another draft")
    if act.kind == "feature" and (claims := _claims_of(state, act.id)):
        what = f'claims are made of "{act.id}": {", ".join(claims)}'
        raise ActError(what, "take these out first")
    origin = state.origins.get((act.kind, act.id))
    after = state.without_record(act.kind, act.id)
    if origin is None:
        return after
    return after.with_judged(origin, Judged(state.judged(origin).proposal, "refused"))


def _claims_of(state: State, feature: str) -> list[str]:
    claims = state.of_kind("claim").items()
    return [id_ for id_, claim in claims if claim.get("feature") == feature]
