"""How far a phone showed whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from state import attendance, consent, meetings, notebook, own_links, people, phones, tracks, visits
from state.database import Store
from state.ids import new_token
from state.models import TrackVisit
from state.notebook import NoteDraft
from state.phones import DoorProof, PhoneTrust
from tests.own_page import link_of


class Door:
    """Two meetings of a track; An of the first organisation was at the first one."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.track = tracks.add_track(store, "Samen")
        self.house = tracks.add_organisation(store, self.track, "De Brug")
        self.first, self.second = (self.opens(title) for title in ("Eerste", "Tweede"))
        self.an = self.joins(self.first, "gsm")

    def opens(self, title: str) -> str:
        found = meetings.add(self.store, self.track, title)
        meetings.open_doors(self.store, found)
        return found

    def joins(
        self, meeting: str, token: str, name: str = "An", *tokens: str, own_page: str = "",
        take_over: bool = False,
    ) -> str:  # fmt: skip
        return people.join(
            self.store, meeting, token, self.house, name, take_over=take_over,
            proof=DoorProof(tokens, own_page),
        )  # fmt: skip

    def trust(self, meeting: str, token: str) -> PhoneTrust:
        with self.store.read() as db:
            return phones.trust(db, meeting, token)

    def opens_link(self, person: str) -> str:
        """A browser opens the own link; gives the token that it keeps."""
        browser = new_token()
        own_links.open_in(self.store, link_of(self.store, person), browser)
        return browser


@pytest.fixture
def here(store: Store) -> Door:
    return Door(store)


def test_the_first_phone_of_somebody_without_a_past_is_believed(here: Door) -> None:
    assert here.trust(here.first, "gsm").checked and here.trust(here.first, "gsm").insider


def test_who_was_there_before_comes_in_and_shows_nothing_by_a_name_alone(here: Door) -> None:
    here.joins(here.second, "vreemd")
    found = here.trust(here.second, "vreemd")
    assert not found.checked and found.since is None and found.insider
    with here.store.read() as db:
        assert phones.unproven(db, here.second) == {here.an}
        assert phones.newcomers(db, here.second) == frozenset()


def test_the_cookie_of_an_earlier_meeting_shows_whose_phone_it_is(here: Door) -> None:
    here.joins(here.second, "later", "An", "gsm")
    assert here.trust(here.second, "later").checked


def test_the_cookie_of_somebody_else_shows_nothing(here: Door) -> None:
    here.joins(here.first, "van Bo", "Bo")
    here.joins(here.second, "later", "An", "van Bo")
    assert not here.trust(here.second, "later").checked


def test_a_phone_that_showed_nothing_does_not_prove_the_next_one(here: Door) -> None:
    here.joins(here.second, "vreemd")
    third = here.opens("Derde")
    here.joins(third, "nog vreemd", "An", "vreemd")
    assert not here.trust(third, "nog vreemd").checked


def test_a_phone_that_left_its_name_does_not_prove_it(here: Door) -> None:
    people.leave(here.store, here.first, "gsm")
    here.joins(here.second, "later", "An", "gsm")
    assert not here.trust(here.second, "later").checked


def test_the_own_link_that_is_open_in_the_browser_shows_it(here: Door) -> None:
    browser = here.opens_link(here.an)
    here.joins(here.second, "later", own_page=browser)
    assert here.trust(here.second, "later").checked
    own_links.close(here.store, browser)
    third = here.opens("Derde")
    here.joins(third, "derde", own_page=browser)
    assert not here.trust(third, "derde").checked


def test_the_own_link_of_somebody_else_shows_nothing(here: Door) -> None:
    bo = here.joins(here.first, "van Bo", "Bo")
    here.joins(here.second, "later", own_page=here.opens_link(bo))
    assert not here.trust(here.second, "later").checked


def test_opening_the_own_link_later_shows_it_too(here: Door) -> None:
    here.joins(here.second, "vreemd")
    with here.store.read() as db:
        person = next(one.person for one in attendance.read_attendees(db, here.second))
    bo = here.joins(here.second, "van Bo", "Bo")
    with here.store.read() as db:
        other = next(p for p in tracks.read_people(db, here.track) if p.id == bo)
    phones.opened_own_link(here.store, other, ["vreemd", "van Bo"])
    assert not here.trust(here.second, "vreemd").checked
    phones.opened_own_link(here.store, person, ["vreemd", "gsm"])
    assert here.trust(here.second, "vreemd").checked


def test_the_own_link_settles_a_name_that_moved_and_a_cookie_does_not(here: Door) -> None:
    here.joins(here.second, "vreemd")
    here.joins(here.second, "cookie", "An", "gsm", take_over=True)
    assert here.trust(here.second, "cookie").since is not None
    here.joins(here.second, "link", own_page=here.opens_link(here.an), take_over=True)
    assert here.trust(here.second, "link").checked
    with here.store.read() as db:
        assert people.takeovers(db, here.second).get(here.an) != "link"


def test_the_facilitator_says_who_it_is_for_one_or_for_all(here: Door) -> None:
    bo = here.joins(here.first, "van Bo", "Bo")
    here.joins(here.second, "vreemd")
    here.joins(here.second, "ook vreemd", "Bo")
    people.settle_takeover(here.store, here.second, here.an)
    assert here.trust(here.second, "vreemd").checked
    assert not here.trust(here.second, "ook vreemd").checked
    phones.confirm_all(here.store, here.second)
    assert here.trust(here.second, "ook vreemd").checked
    with here.store.read() as db:
        assert bo not in phones.unproven(db, here.second)


def test_all_at_once_does_not_settle_a_name_that_moved(here: Door) -> None:
    here.joins(here.second, "eerst")
    here.joins(here.second, "daarna", take_over=True)
    phones.confirm_all(here.store, here.second)
    assert not here.trust(here.second, "daarna").proven


def test_coming_back_with_the_same_phone_changes_nothing(here: Door) -> None:
    here.joins(here.second, "vreemd")
    before = here.trust(here.second, "vreemd")
    people.leave(here.store, here.second, "vreemd")
    here.joins(here.second, "vreemd")
    assert here.trust(here.second, "vreemd") == before
    people.settle_takeover(here.store, here.second, here.an)
    here.joins(here.second, "vreemd")
    assert here.trust(here.second, "vreemd").checked


def test_a_new_name_is_asked_for_where_the_organisation_was_there_before(here: Door) -> None:
    new = here.joins(here.second, "nieuw", "Nieuw")
    assert here.trust(here.second, "nieuw") == PhoneTrust(
        None, True, False, here.trust(here.second, "nieuw").joined_at
    )
    with here.store.read() as db:
        assert phones.newcomers(db, here.second) == {new}
        assert phones.newcomers(db, here.first) == frozenset()
    phones.confirm_all(here.store, here.second)
    assert not here.trust(here.second, "nieuw").insider
    third = here.opens("Derde")
    here.joins(third, "later", "Nieuw", "nieuw")
    assert not here.trust(third, "later").insider
    people.settle_takeover(here.store, third, new)
    assert here.trust(third, "later").insider


def test_whom_the_organiser_put_on_the_list_is_no_newcomer(here: Door) -> None:
    rita = tracks.add_person(here.store, here.house, "Rita")
    here.joins(here.second, "van Rita", "Rita")
    found = here.trust(here.second, "van Rita")
    assert found.insider and found.since is None
    # Anybody may tap that name, and what the organisation keeps to itself is from before.
    assert not found.proven and not found.inside
    with here.store.read() as db:
        assert phones.unproven(db, here.second) == {rita}
        assert phones.newcomers(db, here.second) == frozenset()
    phones.confirm_all(here.store, here.second)
    assert here.trust(here.second, "van Rita").inside


def test_in_the_first_meeting_of_an_organisation_a_tap_on_the_list_is_enough(here: Door) -> None:
    other = tracks.add_organisation(here.store, here.track, "Nieuw Huis")
    tracks.add_person(here.store, other, "Rita")
    people.join(here.store, here.second, "van Rita", other, "Rita")
    assert here.trust(here.second, "van Rita").inside


def test_what_a_colleague_noted_on_a_visit_is_a_past_of_the_organisation(here: Door) -> None:
    other = tracks.add_organisation(here.store, here.track, "Nieuw Huis")
    bo = tracks.add_person(here.store, other, "Bo")
    for name in ("Rita", "Sam"):
        tracks.add_person(here.store, other, name)
    made = TrackVisit("", host=here.house, visitor=other, state="done")
    visit = replace(made, id=visits.add(here.store, here.track, made))
    people.join(here.store, here.second, "van Rita", other, "Rita")
    assert here.trust(here.second, "van Rita").inside
    notebook.put(here.store, visit, bo, "note-one", NoteDraft("Eerst aan tafel."))
    people.join(here.store, here.second, "van Sam", other, "Sam")
    assert not here.trust(here.second, "van Sam").inside


def test_what_somebody_chose_before_is_a_past(here: Door) -> None:
    rita = tracks.add_person(here.store, here.house, "Rita")
    consent.give(here.store, rita, "nameless")
    here.joins(here.second, "van Rita", "Rita")
    assert not here.trust(here.second, "van Rita").checked


def test_a_name_alone_fills_in_a_function_and_changes_none(here: Door) -> None:
    def function() -> str:
        return next(p for p in tracks.people(here.store, here.track) if p.id == here.an).function

    people.join(here.store, here.second, "vreemd", here.house, "An", "kok")
    assert function() == "kok"
    people.join(here.store, here.second, "vreemd", here.house, "An", "dief")
    assert function() == "kok"
    people.settle_takeover(here.store, here.second, here.an)
    people.join(here.store, here.second, "vreemd", here.house, "An", "bakker")
    assert function() == "bakker"
