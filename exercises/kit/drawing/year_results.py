"""A year for its picture, from what the asker may read of a track."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import Party, TrackMeeting
from exercises.kit.drawing.year import (
    TrackYear,
    YearAction,
    YearGift,
    YearMeeting,
    YearParty,
    YearVisit,
)
from exercises.results import (
    Action,
    TrackResults,
    UnwrappedGift,
    Visit,
    latest_actions,
)


def year_of(
    parties: Iterable[Party], meetings: Iterable[TrackMeeting], track: TrackResults
) -> TrackYear:
    """The meetings, the visits that stand, the gifts that were unwrapped, and the actions that were
    not dropped, with the organisations of the track and those that left after taking part in a
    visit, gift or action."""
    known = {one.id: one for one in parties}
    visits = tuple(
        YearVisit(one.organisation, one.host, one.days, one.guests, one.took_place)
        for one in _each_visit(track.of(Visit))
        if one.organisation in known and one.host in known
    )
    gifts = tuple(
        YearGift(one.organisation, one.giver, one.origin.date)
        for one in track.of(UnwrappedGift)
        if one.organisation in known
    )
    actions = tuple(
        YearAction(one.organisation, one.text, one.date, one.state == "done")
        for one in latest_actions(track.of(Action))
        if one.organisation in known and one.state != "dropped"
    )
    took_part = {
        *(one.guest for one in visits), *(one.host for one in visits),
        *(one.host for one in gifts), *(one.giver for one in gifts),
        *(one.party for one in actions),
    }  # fmt: skip
    return TrackYear(
        tuple(
            YearParty(one.id, one.name, one.tile, one.short, one.gone)
            for one in known.values()
            if not one.gone or one.id in took_part
        ),
        tuple(YearMeeting(one.title, one.date, one.held, one.present) for one in meetings),
        visits,
        gifts,
        actions,
    )


def _each_visit(found: Iterable[Visit]) -> Iterable[Visit]:
    """Each visit once: of those that only exercises tell of, one that two of them tell is one."""
    known: dict[tuple[str, ...], Visit] = {}
    for one in found:
        told = (one.organisation, one.host, *one.days)
        known.setdefault((one.visit,) if one.visit else told, one)
    return known.values()
