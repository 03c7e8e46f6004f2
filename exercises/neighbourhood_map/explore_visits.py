"""Who visited whom in a track, for the look back: from the results of all exercises. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from exercises.contract import Party
from exercises.kit.rules.days import day_of_year, day_text
from exercises.neighbourhood_map.explore_stays import MapLookBack
from exercises.neighbourhood_map.layout_trails import NODE, Point, curve
from exercises.results import Visit
from state.language import _

# Px of the stage: how long the two strokes of an arrow's head are, and how far it stays from the
# spot of a pawn.
_HEAD, _CLEAR = 26, NODE + 12


@dataclass(frozen=True)
class Visited:
    """A visit with its two organisations; `when` is in words, "" without days."""

    guest: Party
    host: Party
    when: str

    @property
    def sentence(self) -> str:
        """The visit in words."""
        told = _("{guest} op bezoek bij {host}")
        named = told.format(guest=self.guest.name, host=self.host.name)
        return f"{named}, {self.when}" if self.when else named


def visits(looked: MapLookBack) -> list[Visited]:
    """The visits of the track that were made, as far as the chosen organisation gave or got them,
    each once. Empty as long as no exercise tells of any."""
    last = looked.meetings[-1].context
    parties = last.party_by_id
    found = (
        Visited(parties[one.organisation], parties[one.host], _when(one.days))
        for one in last.track.of(Visit)
        if one.took_place
        and one.organisation in parties
        and one.host in parties
        and looked.organisation in ("", one.organisation, one.host)
    )
    return list(dict.fromkeys(found))


def arrows(found: Sequence[Visited], spots: Mapping[str, Point]) -> list[list[Point]]:
    """The line of each visit from the pawn of the guest to that of the host, as an arrow; those of
    which one pawn is not on the map are left out. `spots`: where pawns stand, by organisation."""
    pairs = dict.fromkeys((one.guest.id, one.host.id) for one in found)
    return [
        arrow
        for guest, host in pairs
        if guest in spots and host in spots and (arrow := _arrow(spots[guest], spots[host]))
    ]


def _arrow(start: Point, end: Point) -> list[Point]:
    """A curve clear of both ends, with the two strokes of its head; empty where there is no
    room."""
    line = [
        at for at in curve(start, end)
        if min(hypot(at[0] - one[0], at[1] - one[1]) for one in (start, end)) > _CLEAR
    ]  # fmt: skip
    if len(line) < 2:
        return []
    (x, y), (to_x, to_y) = line[-2], line[-1]
    length = hypot(to_x - x, to_y - y) or 1
    ahead_x, ahead_y = (to_x - x) / length * _HEAD, (to_y - y) / length * _HEAD
    left = (to_x - ahead_x + ahead_y * 0.6, to_y - ahead_y - ahead_x * 0.6)
    right = (to_x - ahead_x - ahead_y * 0.6, to_y - ahead_y + ahead_x * 0.6)
    return [*line, left, line[-1], right]


def _when(days: Sequence[str]) -> str:
    if len(days) < 2:
        return day_of_year(days[0]) if days else ""
    return _("{first} tot {last}").format(first=day_text(days[0]), last=day_of_year(days[-1]))
