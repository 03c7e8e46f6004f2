"""What readers were given of calendar files: each their own, replaced at once."""

from __future__ import annotations

from state import calendar_events, tracks, visits
from state.database import Store
from state.models import GivenEvent, TrackVisit


def test_each_reader_has_what_they_were_given(store: Store) -> None:
    track = tracks.add_track(store, "Samen", "")
    host, guest = (tracks.add_organisation(store, track, name) for name in ("Achterom", "Regenton"))
    visit = visits.add(store, track, TrackVisit("", host, guest))
    one = GivenEvent(visit, "koff", 7, "m", "2027-03-09", "09:00", "10:00")
    other = GivenEvent(visit, "soep", 8, "", "2027-03-10")
    seen: list[tuple[GivenEvent, ...]] = []

    def renewed(*after: GivenEvent) -> calendar_events.Renew:
        def renew(before: tuple[GivenEvent, ...]) -> tuple[GivenEvent, ...]:
            seen.append(before)
            return after

        return renew

    assert calendar_events.renew(store, track, "", renewed(one, other)) == (one, other)
    calendar_events.renew(store, track, "kat", renewed(one))
    calendar_events.renew(store, track, "", renewed(), visits=["elders"])
    calendar_events.renew(store, track, "", renewed(other))
    calendar_events.renew(store, track, "", renewed())
    assert seen == [(), (), (), (one, other), (other,)]
