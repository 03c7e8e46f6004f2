"""Offering, changing and calling off, with who had a place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from state import copies, erasing, erasing_tracks, notices, offering, offers, taking
from state.database import Store
from state.offers import LookBackWords, OfferDay, OfferRules, OfferWords
from tests.exercises.refusing import refusal
from tests.state.kijkstages import TODAY, WORDS, OfferTrack, day_after, offered_day


@pytest.fixture
def offered(store: Store) -> OfferTrack:
    return OfferTrack(store, [("B", 2), ("C", 1)])


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (offered_day(0), "vanaf morgen"), (offered_day(-1), "vanaf morgen"),
        (offered_day(3, 0), "1 tot"), (offered_day(3, 41), "1 tot"),
        (offered_day(3, 1, "12:00", "09:00"), "eindigen"), (offered_day(3, 1, "", "9:00"), "lezen"),
        (offered_day(3, 1, "", "09:00"), "begint"), (offered_day(3, 1, "25:00"), "lezen"),
        (OfferDay("", "", "2027-02-30", "", "", 1), "lezen"),
        (OfferDay("", "", "2027-03-28", "02:30", "", 1), "bestaat"),
        (OfferDay("", "", "9999-01-01", "", "", 1), "lezen"),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_is_refused(offered: OfferTrack, day: OfferDay, sentence: str) -> None:
    assert sentence in refusal(lambda: offered.offer(day))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (replace(WORDS, shown=""), "te zien"), (replace(WORDS, shown="x" * 10_000), "te lang"),
        (replace(WORDS, contact=" "), "leeg"), (replace(WORDS, bring="x" * 401), "te lang"),
    ],
)  # fmt: skip
def test_words_that_cannot_be_are_refused(
    offered: OfferTrack, words: OfferWords, sentence: str
) -> None:
    assert sentence in refusal(lambda: offered.offer(offered_day(3), words=words))


def test_an_offer_has_days_and_no_day_twice(offered: OfferTrack) -> None:
    assert "minstens" in refusal(offered.offer)
    assert "twee keer" in refusal(lambda: offered.offer(offered_day(3), offered_day(3)))
    made = offered.offer(offered_day(3), offered_day(3, 1, "13:00", "16:00"))
    assert [one.start for one in made.days] == ["09:00", "13:00"]


def changed(here: OfferTrack, day: OfferDay, **values: Any) -> None:
    offering.change(here.store, day.offer, WORDS, [replace(day, **values)], today=TODAY)


def test_who_has_a_place_hears_what_changed_and_the_visit_follows(offered: OfferTrack) -> None:
    (day,) = offered.offer(offered_day(20, 2)).days
    an = offered.people[0][0]
    offered.ask(an, day.id)
    changed(offered, day, date=day_after(21), start="10:00")
    (told,) = offered.told(an)
    assert told.kind == "day_changed"
    assert told.detail == {"date": [day_after(20), day_after(21)], "start": ["09:00", "10:00"]}
    with offered.store.read() as db:
        (row,) = db.query("SELECT date, start FROM visit_day")
    assert (row["date"], row["start"]) == (day_after(21), "10:00")
    new = replace(WORDS, contact="Wout", audience="iedereen")
    offering.change(offered.store, day.offer, new, [], today=TODAY)
    assert offered.told(an)[1].detail == {"fields": ["contact"]}
    assert offered.visits()[0]["mentor"] == "Wout"
    # The same once more tells nobody anything.
    offering.change(offered.store, day.offer, new, [], today=TODAY)
    assert len(offered.told(an)) == 2


def test_fewer_places_put_the_last_one_first_on_the_waiting_list(offered: OfferTrack) -> None:
    (day,) = offered.offer(offered_day(20, 3)).days
    an, bo, chris = offered.everybody
    for one in (an, chris, bo):
        offered.ask(one, day.id)
    changed(offered, day, places=1)
    assert offered.taken(day.id) == [an] and offered.waiting(day.id) == [chris, bo]
    assert [one.kind for one in offered.told(bo)] == ["moved_down"]
    states = [one["state"] for one in offered.visits()]
    assert states == ["agreed", "called_off", "called_off"]
    changed(offered, day, places=2)
    assert offered.taken(day.id) == [an, chris]
    assert [one["state"] for one in offered.visits()] == ["agreed", "agreed", "called_off"]


def test_calling_off_a_day_and_an_offer_tells_who_had_a_place(offered: OfferTrack) -> None:
    first, second = offered.offer(offered_day(20), offered_day(25)).days
    an, bo, chris = offered.everybody
    offered.ask(an, first.id)
    offered.ask(bo, first.id)
    offered.ask(chris, second.id)
    offering.call_off_day(offered.store, first.id, today=TODAY)
    offering.call_off_day(offered.store, first.id, today=TODAY)
    assert [one.kind for one in offered.told(an)] == ["day_off"]
    assert [one.kind for one in offered.told(bo)] == ["day_off"]
    assert offered.taken(second.id) == [chris]
    offering.call_off(offered.store, first.offer, today=TODAY)
    assert [one.kind for one in offered.told(chris)] == ["day_off"]
    assert {one["state"] for one in offered.visits()} == {"called_off"}
    assert "afgezegd" in refusal(lambda: changed(offered, second, places=4))


def test_a_past_day_stays_as_it_was(offered: OfferTrack) -> None:
    first, _second = offered.offer(offered_day(5), offered_day(25)).days
    offered.ask(offered.people[0][0], first.id)
    later = day_after(6)
    offering.call_off(offered.store, first.offer, today=later)
    assert offered.visits()[0]["state"] == "agreed"
    assert [one.is_off for one in offered.read(first.offer).days] == [False, True]
    other = offered.offer(offered_day(5), offered_day(30)).days[0]
    moved = replace(other, date=day_after(40))
    assert "voorbij" in refusal(
        lambda: offering.change(offered.store, other.offer, WORDS, [moved], today=later)
    )
    assert "voorbij" in refusal(lambda: offering.call_off_day(offered.store, other.id, today=later))


def test_a_refused_change_stores_nothing_of_it(offered: OfferTrack) -> None:
    (day,) = offered.offer(offered_day(20)).days
    new = replace(WORDS, shown="Iets anders")
    refusal(lambda: offering.change(
        offered.store, day.offer, new, [replace(day, places=0)], today=TODAY
    ))  # fmt: skip
    assert offered.read(day.offer).words == WORDS


def test_the_rules_are_those_that_can_be_explained(offered: OfferTrack) -> None:
    assert "0 tot" in refusal(
        lambda: offering.set_rules(offered.store, offered.track, OfferRules(True, 61), today=TODAY)
    )
    with offered.store.read() as db:
        assert not offers.has_any(db, offered.track)
    offering.set_rules(offered.store, offered.track, OfferRules(True, 3), today=TODAY)
    with offered.store.read() as db:
        assert offers.has_any(db, offered.track)
        assert offers.rules(db, offered.track) == OfferRules(True, 3)


def test_a_notice_goes_once_its_reader_read_it(offered: OfferTrack) -> None:
    (day,) = offered.offer(offered_day(20)).days
    offered.ask(offered.people[0][0], day.id)
    (told,) = offered.told(offered.greet)
    notices.read_all(offered.store, offered.people[0][0], [told.id])
    assert offered.told(offered.greet) == [told]
    notices.read_all(offered.store, offered.greet, [told.id])
    assert offered.told(offered.greet) == []


def test_erasing_takes_the_words_and_a_copy_what_was_not_shared(offered: OfferTrack) -> None:
    (day,) = offered.offer(offered_day(20)).days
    an = offered.people[0][0]
    place = offered.ask(an, day.id).place
    words = LookBackWords("GEHEIM", "T", "C", False, "Voor Greet", True, "Voor thuis")
    taking.look_back(offered.store, an, place, words, today=day_after(20))
    with copies.in_memory(offered.store) as db:
        assert b"GEHEIM" not in copies.one_track(db, offered.track)
        assert db.table("visit_place").count == 1
    erasing.person(offered.store, an)
    (kept,) = offered.places(day.id)
    assert kept.why == kept.brings == "" and kept.words == LookBackWords(
        for_host="Voor Greet", printable=True, for_home="Voor thuis"
    )
    erasing_tracks.erase(offered.store, offered.track)
    with offered.store.read() as db:
        for table in ("visit_offer", "offer_day", "visit_place", "visit_notice", "visit_rule"):
            assert db.table(table).count == 0
