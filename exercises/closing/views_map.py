"""Beside the map that grew: its growth by meeting, and why organisations stand where they do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from exercises.contract import Json, Party
from exercises.kit.rules.days import day_text, month_of_year
from exercises.results import MapPosition
from state.language import _, ngettext

# A page beside the map: so many lines of so many characters, and besides its words each sentence
# takes the lines of a name.
_LINES, _CHARACTERS, _OF_NAME, _MOST = 13, 20, 2, 3
_MEETINGS = 3


def growth(positions: Sequence[MapPosition]) -> tuple[str, ...]:
    """How many pawns stood there at each meeting, the last three; nothing where their number is
    the same at all of these. `positions`: the oldest meeting first."""
    meetings: dict[str, list[MapPosition]] = {}
    for one in positions:
        meetings.setdefault(one.origin.meeting, []).append(one)
    if len({len(found) for found in list(meetings.values())[-_MEETINGS:]}) < 2:
        return ()
    names = _names([found[0] for found in meetings.values()])
    told = [
        ngettext("{when}: {n} pion", "{when}: {n} pionnen", len(found)).format(
            when=when, n=len(found)
        )
        for when, found in zip(names, meetings.values(), strict=True)
    ]
    return tuple(told[-_MEETINGS:])


def voices(
    positions: Iterable[MapPosition], parties: Mapping[str, Party]
) -> tuple[tuple[Json, ...], ...]:
    """Pages with the sentence of each organisation that told one, as it last did: short ones first,
    since several of them stand on one page."""
    latest = {
        one.organisation: one.why
        for one in positions if one.why and one.organisation in parties
    }  # fmt: skip
    pages: list[list[Json]] = []
    left = 0
    for key, why in sorted(latest.items(), key=lambda one: len(one[1])):
        lines = _OF_NAME + ceil(len(why) / _CHARACTERS)
        if not pages or lines > left or len(pages[-1]) == _MOST:
            pages.append([])
            left = _LINES
        left -= lines
        party = parties[key]
        pages[-1].append({"kind": "voice", "name": party.name, "tile": party.tile, "text": why})
    return tuple(map(tuple, pages))


def _names(meetings: Sequence[MapPosition]) -> list[str]:
    """What the meetings are called: by their months, else their days, else their numbers."""
    dates = [one.origin.date for one in meetings]
    for named in (
        [month_of_year(one).partition(" ")[0] for one in dates],
        list(map(day_text, dates)),
    ):
        if all(named) and len(set(named)) == len(named):
            return named
    return [_("kaart {n}").format(n=at + 1) for at in range(len(meetings))]
