"""Proposers, each run on a text in a process of its own, with limits of memory and time.

A proposer that fails adds nothing, and says so; the others go on.
"""

from __future__ import annotations

import json
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pydantic import TypeAdapter

from geo.jobs import IMPORTED_FROM
from geo.jobs.limits import PROPOSE, Limits, ran_out_of_time
from geo.proposals.endpoint import Endpoint, EndpointError
from geo.proposals.proposal import Proposal

MOST_CHARACTERS = 200_000
OFFLINE = ("places", "actors", "passages")
MODEL = "model"
_PROPOSALS: TypeAdapter[tuple[Proposal, ...]] = TypeAdapter(tuple[Proposal, ...])


@dataclass(frozen=True)
class Proposed:
    """What a proposer found, how many of its quotes were refused, and its fault, if it failed."""

    proposer: str
    proposals: tuple[Proposal, ...] = ()
    refused: int = 0
    fault: str | None = None


def propose_all(
    text: str,
    proposers: Sequence[str] = OFFLINE,
    endpoint: Endpoint | None = None,
    limits: Limits = PROPOSE,
) -> list[Proposed]:
    """Run proposers on a text; the model is asked last, and only where its endpoint is given."""
    names = (*proposers, *((MODEL,) if endpoint else ()))
    return [propose(text, name, endpoint, limits) for name in names]


def propose(
    text: str, proposer: str, endpoint: Endpoint | None = None, limits: Limits = PROPOSE
) -> Proposed:
    """Run a proposer in another process. The endpoint's key goes there by the pipe alone."""
    if len(text) > MOST_CHARACTERS:
        most = f"{MOST_CHARACTERS:,} characters"
        return Proposed(proposer, fault=f"the article has more than {most}; shorten it")
    asked = {"text": text, "endpoint": asdict(endpoint) if endpoint else None}
    command = [sys.executable, "-m", "geo.jobs.proposing", proposer, limits.written()]
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter and module
            command,
            input=json.dumps(asked).encode(),
            stdout=subprocess.PIPE,
            check=False,
            cwd=IMPORTED_FROM,
            timeout=limits.clock_seconds,
        )
    except subprocess.TimeoutExpired:
        fault = f"it takes more than {limits.clock_seconds:g} s; try again, or shorten the article"
        return Proposed(proposer, fault=fault)
    if ran_out_of_time(done.returncode):
        spent = f"{limits.processor_seconds:g} s of processor time"
        return Proposed(proposer, fault=f"it takes more than {spent}; shorten the article")
    if done.returncode:
        most = f"{limits.memory / 2**30:g} GB of memory"
        return Proposed(proposer, fault=f"it came to a sudden end, or takes more than {most}")
    said = json.loads(done.stdout)
    proposals = _PROPOSALS.validate_python(said["proposals"], strict=False)
    return Proposed(proposer, proposals, said["refused"], said["fault"])


def main(proposer: str, limits: Limits, asked: Mapping[str, Any]) -> None:
    """Be that process: print what is proposed, as JSON."""
    limits.keep()
    proposed = _run(proposer, asked)
    said = {
        "proposals": _PROPOSALS.dump_python(proposed.proposals, mode="json"),
        "refused": proposed.refused,
        "fault": proposed.fault,
    }
    json.dump(said, sys.stdout)


def _run(proposer: str, asked: Mapping[str, Any]) -> Proposed:
    try:
        if proposer == MODEL:
            from geo.proposals.model import ask_model

            answer = ask_model(asked["text"], Endpoint(**asked["endpoint"]))
            return Proposed(proposer, answer.proposals, answer.refused)
        return Proposed(proposer, tuple(_offline()[proposer](asked["text"])))
    except EndpointError as error:
        return Proposed(proposer, fault=str(error))
    except MemoryError:
        raise  # the process ends, and that it took too much is said of it
    except Exception as error:
        traceback.print_exc()  # for the log
        return Proposed(proposer, fault=f"this program has a fault ({type(error).__name__})")


def _offline() -> Mapping[str, Callable[[str], Iterable[Proposal]]]:
    from geo.proposals.actors import propose_actors
    from geo.proposals.passages import propose_passages
    from geo.proposals.places import propose_places

    return dict(zip(OFFLINE, (propose_places, propose_actors, propose_passages), strict=True))


if __name__ == "__main__":
    main(sys.argv[1], Limits.read(sys.argv[2]), json.load(sys.stdin))
