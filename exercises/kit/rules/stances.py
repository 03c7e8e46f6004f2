"""Where people stood, in sentences for one of them."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import Member
from exercises.kit.rules.prose import isolated
from exercises.results import Stance
from state.language import _


def told(stances: Iterable[Stance], me: Member) -> tuple[str, ...]:
    """A sentence for each statement, with where the organisation of `me` stood on it and why, in
    the order of the statements: first oneself, then who is named, then who is not."""
    by_statement: dict[tuple[str, str], list[Stance]] = {}
    for one in stances:
        if one.organisation == me.organisation_id:
            of = (one.origin.activity, one.origin.step or one.about)
            by_statement.setdefault(of, []).append(one)
    return tuple(_of_statement(found, me) for found in by_statement.values())


def _of_statement(stances: list[Stance], me: Member) -> str:
    ordered = sorted(stances, key=lambda one: (one.person != me.id, not one.name, one.name))
    said = " ".join(_sentence(one, me) for one in ordered)
    return f"\u2018{stances[0].about}\u2019 {said}"


def _sentence(stance: Stance, me: Member) -> str:
    if stance.person == me.id:
        return stood(_("Jij"), stance.place, stance.why)
    return stood(stance.name or _("Iemand van jullie"), stance.place, stance.why)


def stood(who: str, place: str, why: str) -> str:
    """Where somebody stood, in the words of a `Stance`, and why where that was said."""
    said = _("{who} stond {where}.").format(who=isolated(who), where=place)
    words = isolated(f"\u201c{why}\u201d")
    return f"{said} {words}" if why else said
