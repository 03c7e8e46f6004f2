"""The reasons for a couple, in sentences for the room."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.announcement.model_why import Why
from exercises.kit.rules.prose import isolated, quoted
from state.language import _


@dataclass(frozen=True)
class Reason:
    """A sentence; `answer`: it tells of the host, and stands out."""

    text: str
    answer: bool = False


def reasons(
    why: Why | None, visitor: str, host: str, *, to_them: bool = False
) -> tuple[Reason, ...]:  # fmt: skip
    """What the visitor asks and what the host is good at; where neither is known, the place of the
    host among the wishes. `to_them`: it is told to the visitor."""
    if why is None:
        return ()
    found = []
    if why.question:
        told = _("Jullie vragen: {question}") if to_them else _("Ze vragen: {question}")
        found.append(Reason(told.format(question=quoted(why.question))))
    if why.strength:
        told = _("Sterk bij {host}: {strength}").format(
            host=isolated(host), strength=quoted(why.strength)
        )
        found.append(Reason(told, answer=True))
    if not found and why.rank is not None:
        told = _("{host} stond op {rank} bij {visitor}.").format(
            host=isolated(host), rank=why.rank, visitor=isolated(visitor)
        )
        found.append(Reason(told, answer=True))
    return tuple(found)
