"""A name that another phone took over is taken back by the phone that had it."""

from __future__ import annotations

import pytest

from state import meetings, people, phones, taking_back, tracks
from state.database import Store
from state.problems import Refused


class Hall:
    """An open meeting; An is in with the phone 'eerste', until another one takes the name."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.track = tracks.add_track(store, "Samen")
        self.house = tracks.add_organisation(store, self.track, "De Brug")
        self.meeting = meetings.add(store, self.track, "Eerste")
        meetings.open_doors(store, self.meeting)
        self.an = self.joins("eerste")

    def joins(self, token: str) -> str:
        return people.join(self.store, self.meeting, token, self.house, "An", take_over=True)

    def lost(self, token: str) -> str | None:
        with self.store.read() as db:
            found = taking_back.whose(db, self.meeting, token)
        return found.name if found else None

    def holder(self) -> str:
        with self.store.read() as db:
            return next(
                one for one in ("eerste", "tweede", "derde")
                if people.person_of_device(db, self.meeting, one)
            )  # fmt: skip


@pytest.fixture
def hall(store: Store) -> Hall:
    return Hall(store)


def test_who_lost_the_name_takes_it_back_with_all_that_is_private(hall: Hall) -> None:
    assert hall.lost("eerste") is None
    hall.joins("tweede")
    assert (hall.lost("eerste"), hall.lost("tweede"), hall.lost("vreemd")) == ("An", None, None)
    taking_back.take_back(hall.store, hall.meeting, "eerste")
    assert hall.holder() == "eerste"
    with hall.store.read() as db:
        assert phones.trust(db, hall.meeting, "eerste").checked
        # The console still shows it, until the facilitator says how it is.
        assert set(people.takeovers(db, hall.meeting)) == {hall.an}
    people.undo_takeover(hall.store, hall.meeting, hall.an)
    assert hall.holder() == "eerste"
    with hall.store.read() as db:
        assert people.takeovers(db, hall.meeting) == {}


def test_who_took_a_name_over_has_none_to_take_back(hall: Hall) -> None:
    hall.joins("tweede")
    hall.joins("derde")
    assert (hall.lost("eerste"), hall.lost("tweede")) == ("An", None)
    with pytest.raises(Refused, match="begeleider"):
        taking_back.take_back(hall.store, hall.meeting, "tweede")
    taking_back.take_back(hall.store, hall.meeting, "eerste")
    assert (hall.holder(), hall.lost("derde")) == ("eerste", None)


def test_once_the_facilitator_said_whose_it_is_nothing_is_taken_back(hall: Hall) -> None:
    hall.joins("tweede")
    people.settle_takeover(hall.store, hall.meeting, hall.an)
    assert hall.lost("eerste") is None
    with pytest.raises(Refused, match="begeleider"):
        taking_back.take_back(hall.store, hall.meeting, "eerste")
    assert hall.holder() == "tweede"


def test_a_phone_that_left_by_itself_lost_nothing(hall: Hall) -> None:
    people.leave(hall.store, hall.meeting, "eerste")
    hall.joins("tweede")
    assert hall.lost("eerste") is None


def test_who_was_taken_out_of_the_meeting_takes_nothing_back(hall: Hall) -> None:
    hall.joins("tweede")
    people.remove(hall.store, hall.meeting, hall.an)
    assert hall.lost("eerste") is None
