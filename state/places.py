"""Who gets a place on a day of a kijkstage, and who waits. Pure.

Three rules, in this order. Nobody loses a place to somebody who asked later. Until `others_first`
days before the day people of another sector go first: who is of the host's sector waits until
then. While people of several organisations wait, those of an organisation that has nobody there yet
go first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from state.text_rules import name_key

PlaceState = Literal["taken", "waiting", "cancelled", "freed", "called_off", "gone"]
# Of those that hold a place or ask for one.
STANDING: tuple[PlaceState, ...] = ("taken", "waiting")
Waits = Literal["", "full", "sector", "colleague"]
USUAL_OTHERS_FIRST = 7
MOST_OTHERS_FIRST = 60


@dataclass(frozen=True)
class PlaceAsk:
    """Somebody who has a place or waits for one; `same_sector`: of the sector of the host."""

    id: str
    organisation: str
    same_sector: bool = False
    taken: bool = False


@dataclass(frozen=True)
class Moves:
    """The ids of those that get a place now, and of those that go back to the waiting list."""

    up: tuple[str, ...] = ()
    down: tuple[str, ...] = ()


def moves(places: int, asks: Sequence[PlaceAsk], *, others_only: bool) -> Moves:
    """What must change so that the rules hold. `asks`: in the order in which people asked;
    `others_only`: the period in which only other sectors get a place."""
    held = [one for one in asks if one.taken]
    down = tuple(one.id for one in held[places:])
    present = {one.organisation for one in held[:places]}
    waiting = [one for one in asks if not one.taken]
    may = [one for one in waiting if not (others_only and one.same_sector)]
    up: list[str] = []
    for _free in range(places - len(held)):
        if not may:
            break
        chosen = next((one for one in may if one.organisation not in present), may[0])
        may.remove(chosen)
        present.add(chosen.organisation)
        up.append(chosen.id)
    return Moves(tuple(up), down)


def why_waiting(
    places: int, asks: Sequence[PlaceAsk], ask_id: str, *, others_only: bool
) -> Waits:  # fmt: skip
    """What keeps somebody waiting, once the rules hold; "" for who has a place."""
    mine = next((one for one in asks if one.id == ask_id), None)
    if mine is None or mine.taken:
        return ""
    if others_only and mine.same_sector:
        return "sector"
    here = any(one.taken and one.organisation == mine.organisation for one in asks)
    others = any(not one.taken and one.organisation != mine.organisation for one in asks)
    return "colleague" if here and others else "full"


def place_in_line(asks: Sequence[PlaceAsk], ask_id: str) -> int:
    """The how many-th somebody is on the waiting list, from 1; 0 for who is not on it."""
    waiting = [one.id for one in asks if not one.taken]
    return waiting.index(ask_id) + 1 if ask_id in waiting else 0


def only_others(day: str, others_first: int, today: str) -> bool:
    """Whether on the day `today` people of the host's sector still wait, for the day `day` (both
    ISO). `others_first`: how many days before it that ends; 0 for a track without this rule."""
    return others_first > 0 and today < opens_on(day, others_first)


def opens_on(day: str, others_first: int) -> str:
    """The day (ISO) on which everybody may have a place on the day `day`."""
    return (date.fromisoformat(day) - timedelta(days=others_first)).isoformat()


def is_same_sector(one: str, other: str) -> bool:
    """Whether two sectors, as typed, are one; a sector that nobody filled in is no other's."""
    return bool(one.strip()) and name_key(one) == name_key(other)
