"""Where each pawn stood in the meetings of a track, and what was said of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.contract import InMeeting, LookBack, Party
from exercises.neighbourhood_map.config import MapConfig
from exercises.neighbourhood_map.content import in_words
from exercises.neighbourhood_map.model import (
    FIRST_ROUND,
    SECOND_ROUND,
    MapView,
    Pawn,
    PawnSpot,
    Sentence,
)
from exercises.neighbourhood_map.views_dates import when

MapLookBack = LookBack[MapConfig, MapView]


@dataclass(frozen=True)
class Stay:
    """A pawn at a place in one meeting. `words`: what was said of it there, or "".
    `first`: that was before the talk, and it ended the meeting at another place or with another
    sentence."""

    party: Party
    meeting: str
    when: str
    place: str
    words: str
    first: bool = False


def stays(looked: MapLookBack) -> list[Stay]:
    """All places and sentences, oldest first, in each meeting in the order of the organisations."""
    return [
        stay
        for one in looked.meetings
        for party in parties(looked)
        for stay in _of_pawn(one, party, one.context.view.pawns.get(party.id, Pawn()))
    ]


def parties(looked: MapLookBack) -> list[Party]:
    """The organisations that are looked at, those that left the track last; each with the name
    that it has now."""
    known = {
        party.id: party for one in looked.meetings for party in one.context.party_by_id.values()
    }
    wanted = [one for one in known.values() if looked.organisation in ("", one.id)]
    return sorted(wanted, key=lambda one: one.gone)


def views(looked: MapLookBack) -> list[MapView]:
    """What came of each meeting, oldest first."""
    return [one.context.view for one in looked.meetings]


def of_party(found: Sequence[Stay], party: str) -> list[Stay]:
    """How one organisation ended each meeting."""
    return [one for one in found if one.party.id == party and not one.first]


def holding(found: Sequence[Stay], typed: str) -> list[Stay]:
    """The stays in which each of the typed words is found, whatever the case."""
    wanted = typed.casefold().split()
    return [
        one for one in found
        if all(word in f"{one.party.name} {one.place} {one.words}".casefold() for word in wanted)
    ]  # fmt: skip


def _of_pawn(one: InMeeting[MapConfig, MapView], party: Party, pawn: Pawn) -> list[Stay]:
    """How the meeting ended for a pawn, and before it the talk where that was otherwise."""
    if pawn.now is None:
        return []
    moment = when(one.date, one.title)

    def stay(spot: PawnSpot, words: Sentence | None, *, first: bool = False) -> Stay:
        text = words.text if words else ""
        return Stay(party, one.meeting, moment, in_words(spot.x, spot.y), text, first)

    then, now = pawn.said(FIRST_ROUND), pawn.words_in(SECOND_ROUND)
    if pawn.before is not None:
        # A sentence of the first round is told of the place where it was said.
        return [stay(pawn.before, then, first=True), stay(pawn.now, now)]
    if then and now and now.text not in ("", then.text):
        return [stay(pawn.now, then, first=True), stay(pawn.now, now)]
    return [stay(pawn.now, pawn.said(SECOND_ROUND))]
