"""A name that phones keep taking from each other: the facilitator decides whose phone it is."""

from __future__ import annotations

import pytest

from state import disputed, meetings, own_links, people, phones, taking_back, tracks
from state.database import Store
from state.disputed import NameDisputed
from state.phones import DoorProof
from state.problems import Refused
from tests.own_page import link_of


class Hall:
    """An open meeting; An is in with the phone 'eerste', until another one takes the name."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.track = tracks.add_track(store, "Samen")
        self.house = tracks.add_organisation(store, self.track, "De Brug")
        self.meeting = meetings.add(store, self.track, "Eerste")
        meetings.open_doors(store, self.meeting)
        self.an = self.joins("eerste")

    def joins(self, token: str, name: str = "An", *, proof: DoorProof | None = None) -> str:
        return people.join(
            self.store, self.meeting, token, self.house, name, take_over=True, proof=proof
        )

    @property
    def disputed(self) -> bool:
        with self.store.read() as db:
            return self.an in disputed.disputed(db, self.meeting)

    @property
    def holder(self) -> str:
        with self.store.read() as db:
            tokens = ("eerste", "tweede", "derde", "vierde")
            held = (one for one in tokens if people.person_of_device(db, self.meeting, one))
            return next(held, "")

    def lost(self, token: str) -> str | None:
        with self.store.read() as db:
            found = disputed.lost_by(db, self.meeting, token)
        return found.name if found else None


@pytest.fixture
def hall(store: Store) -> Hall:
    return Hall(store)


def back_and_forth(hall: Hall) -> None:
    """A second phone takes the name, and the first one takes it back."""
    hall.joins("tweede")
    assert not hall.disputed
    taking_back.take_back(hall.store, hall.meeting, "eerste")
    assert hall.disputed and hall.holder == "eerste"


def test_after_the_second_time_no_phone_takes_the_name_any_more(hall: Hall) -> None:
    back_and_forth(hall)
    for token in ("tweede", "derde"):
        with pytest.raises(NameDisputed, match="De begeleider zegt nu"):
            hall.joins(token)
    assert hall.holder == "eerste"
    assert (hall.lost("tweede"), hall.lost("eerste"), hall.lost("derde")) == ("An", None, None)


def test_two_phones_that_take_a_name_from_a_third_come_no_further_either(hall: Hall) -> None:
    hall.joins("tweede")
    hall.joins("derde")
    assert hall.disputed and hall.holder == "derde"
    for token in ("tweede", "vierde"):
        with pytest.raises(NameDisputed):
            hall.joins(token)
    # Who had the name first is not shut out by two others.
    taking_back.take_back(hall.store, hall.meeting, "eerste")
    assert hall.disputed and hall.holder == "eerste"


def test_the_facilitator_leaves_it_with_the_phone_that_has_it(hall: Hall) -> None:
    back_and_forth(hall)
    people.settle_takeover(hall.store, hall.meeting, hall.an)
    assert not hall.disputed and hall.holder == "eerste" and hall.lost("tweede") is None


def test_the_facilitator_gives_it_to_the_other_phone(hall: Hall) -> None:
    back_and_forth(hall)
    disputed.hand_over(hall.store, hall.meeting, hall.an)
    assert not hall.disputed and hall.holder == "tweede" and hall.lost("eerste") is None
    with hall.store.read() as db:
        found = phones.trust(db, hall.meeting, "tweede")
        assert found.inside and people.takeovers(db, hall.meeting) == {}
        assert taking_back.whose(db, hall.meeting, "eerste") is None
    with pytest.raises(Refused, match="al beslist"):
        disputed.hand_over(hall.store, hall.meeting, hall.an)


def test_an_own_link_needs_no_word_of_the_facilitator(hall: Hall) -> None:
    back_and_forth(hall)
    own_links.open_in(hall.store, link_of(hall.store, hall.an), "browser")
    hall.joins("derde", proof=DoorProof(own_page="browser"))
    assert hall.holder == "derde"


def test_a_phone_that_became_somebody_else_disputes_nothing(hall: Hall) -> None:
    back_and_forth(hall)
    hall.joins("tweede", "Rita")
    assert not hall.disputed
