"""The work of the commands for drafts. Each returns its answer, or raises AtlasError."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from geo.atlas.errors import AtlasError, Problem
from geo.atlas.json_file import JsonFileError, parse_json, read_bytes
from geo.atlas.validation import problems_of
from geo.drafts.acts import ACT, Act
from geo.drafts.beginning import article_text, begin_draft, begin_from_atlas
from geo.drafts.draft import Draft, Writer, now, read_draft, writing
from geo.drafts.entry import Entry
from geo.drafts.folding import next_state
from geo.drafts.packing import pack_draft, unpack_draft
from geo.drafts.proposing import put_proposals
from geo.drafts.refusal import ActError, refused
from geo.drafts.rows import bulk_of
from geo.drafts.sealing import problems_of as problems_of_draft
from geo.drafts.sealing import seal_draft
from geo.drafts.table import read_table, template
from geo.formats.files import write_whole
from geo.jobs.proposing import propose_all
from geo.proposals.endpoint import Endpoint


def draft_of(article: Path, folder: Path, language: str | None, by: str | None) -> str:
    """Begin a draft of an article, or bring a packed draft back, and describe it."""
    if zipfile.is_zipfile(article):
        with article.open("rb") as packed:
            return described(unpack_draft(packed, folder))
    if language is None:
        what = "is an article, and nobody said in which language"
        raise refused(article.name, "", what, "name it, as in --language en")
    begin_draft(article, folder, language, by)
    return described(read_draft(folder))


def draft_from(atlas: Path, folder: Path, by: str | None) -> str:
    """Open an atlas as a draft, and describe it."""
    begin_from_atlas(atlas, folder, by)
    return described(read_draft(folder))


def draft_of_table(table: Path, article: Path, folder: Path, language: str, by: str | None) -> str:
    """Begin a draft of an article with the rows of a table, and describe it."""
    rows = read_table(table)
    text = article_text(article)
    bulk = bulk_of(table.name, rows, text, language)
    begin_draft(article, folder, language, by)
    with writing(folder) as writer:
        writer.record(bulk, writer.draft.state.last, by)
        return f"took {len(rows)} row(s)\n{described(writer.draft)}"


def write_template(path: Path) -> str:
    """Write a table that has only its columns, and say where it is."""
    if path.exists():
        raise FileExistsError(f"{path} is already there")
    write_whole(path, template())
    return f"{path}: fill it in, then: python -m geo new --from {path} --article TEXT FOLDER"


def decide(folder: Path, script: Path, by: str, saw: int | None) -> str:
    """Do the acts of a script, a line each: none of them where any can't be done."""
    with writing(folder) as writer:
        state = writer.draft.state.last if saw is None else saw
        acts = _acts(script)
        _refuse_impossible(writer, acts, script.name, by)
        for act in acts:
            state = writer.record(act, state, by).last
    return f"saved {len(acts)} act(s)\n{described(writer.draft)}"


def _acts(script: Path) -> list[Act]:
    try:
        lines = read_bytes(script).splitlines()
    except JsonFileError as error:
        raise refused(script.name, "", error.what, error.fix) from None
    acts: list[Act] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                acts.append(ACT.validate_json(line, strict=True))
            except ValidationError as error:
                problems += _faults(script.name, number, line, error)
    if problems:
        raise AtlasError(problems)
    return acts


def _faults(script: str, number: int, line: bytes, error: ValidationError) -> Iterator[Problem]:
    try:
        found = problems_of(script, parse_json(line), error.errors())
    except JsonFileError as fault:
        found = iter([Problem(script, "", fault.what, fault.fix)])
    for problem in found:
        yield Problem(script, f"line {number}", problem.what, problem.fix)


def _refuse_impossible(writer: Writer, acts: list[Act], script: str, by: str) -> None:
    """Try all acts before the first is saved."""
    draft = writer.draft
    state, entries = draft.state, list(draft.journal.entries)
    for number, act in enumerate(acts, 1):
        entry = Entry(n=state.last + 1, at=now(), by=by, act=act)
        try:
            state = next_state(draft.start, entries, state, entry)
        except ActError as error:
            raise refused(script, f"act {number}", error.what, error.fix) from None
        entries.append(entry)


def propose(folder: Path, endpoint: Endpoint | None) -> str:
    """Put the proposals of programs into a draft; one that fails adds nothing, and is named."""
    with writing(folder) as writer:
        said = []
        for proposed in propose_all(writer.draft.state.text, endpoint=endpoint):
            number = put_proposals(writer, proposed)
            refused = f", {proposed.refused} refused: not in the text" if proposed.refused else ""
            said.append(f"{proposed.proposer}: {proposed.fault or f'{number} new{refused}'}")
    return "\n".join((*said, described(writer.draft)))


def seal(folder: Path, out: Path) -> str:
    """Seal a draft as an atlas, and say where it is."""
    seal_draft(read_draft(folder), out)
    return f"{out}: sealed; python -m geo check {out} says what it holds"


def pack(folder: Path, path: Path) -> str:
    """Write a draft as a ZIP, and say where it is."""
    write_whole(path, pack_draft(read_draft(folder)))
    return f"{path}: packed; python -m geo draft {path} FOLDER brings it back"


def described(draft: Draft) -> str:
    """Describe a draft: its records, its open proposals, and whether it can be sealed."""
    return "\n".join(_lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    state = draft.state
    kinds = ("feature", "actor", "excerpt", "claim")
    held = ", ".join(f"{len(state.of_kind(kind))} {kind}s" for kind in kinds)
    yield f"{draft.folder}: state {state.last}; {held}"
    if draft.torn:
        yield f"  an act of {len(draft.torn)} bytes was torn off by a crash: it was never saved"
    verdicts = [judged.verdict for judged in state.proposals.values()]
    if verdicts or state.misquotes:
        counted = (f"{verdicts.count(verdict)} {verdict}" for verdict in dict.fromkeys(verdicts))
        refused_at_once = f"{len(state.misquotes)} refused: not in the text"
        yield f"  proposals: {', '.join([*counted, refused_at_once])}"
    for id_, judged in state.proposals.items():
        if judged.verdict in ("open", "postponed"):
            proposal = judged.proposal
            yield f"  {id_} {proposal.kind} “{proposal.quote}” ({proposal.why})"
    left = len(problems_of_draft(draft))
    yield f"  {left} problem(s) stand against sealing it" if left else "  it can be sealed"
