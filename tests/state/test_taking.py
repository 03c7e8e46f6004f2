"""Taking places: in any order, and at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from state import offering, offers, taking, tracks, visits
from state.database import Store
from state.models import TrackVisit
from state.offers import LookBackWords, OfferDay, OfferRules
from state.problems import Refused
from tests.exercises.refusing import refusal
from tests.state.kijkstages import TODAY, WORDS, OfferTrack, day_after, offered_day

SIX = [("B", 2), ("C", 2), ("A", 1), ("", 1)]


@pytest.fixture
def track_of_offers(store: Store) -> OfferTrack:
    return OfferTrack(store, SIX)


def test_a_place_makes_a_visit_of_that_day(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20, 2)).days
    an = here.people[0][0]
    outcome = here.ask(an, day.id)
    assert (outcome.waits, outcome.line, outcome.already) == ("", 0, False)
    (visit,) = visits.of_track(here.store, here.track)
    assert (visit.kind, visit.state, visit.host, visit.people, visit.announced) == (
        "kijkstage", "agreed", here.host, (an,), True,
    )  # fmt: skip
    assert [(one.date, one.start, one.end) for one in visit.days] == [
        (day_after(20), "09:00", "12:00")
    ]
    assert [one.kind for one in here.told(here.greet)] == ["comes"] and here.told(an) == []


def test_exercises_that_go_by_visits_have_none_of_these(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20, 2)).days
    here.ask(here.people[0][0], day.id)
    by_hand = TrackVisit("", here.host, here.homes[0], kind="kijkstage")
    kept = visits.add(here.store, here.track, by_hand)
    with here.store.read() as db:
        assert [one.id for one in visits.for_exercises(db, here.track)] == [kept]
        assert len(visits.read_visits(db, here.track)) == 2


def test_asking_twice_is_one_place(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20, 2)).days
    first = here.ask(here.people[0][0], day.id)
    second = here.ask(here.people[0][0], day.id)
    assert second.already and second.place == first.place
    assert len(here.taken(day.id)) == 1 and len(here.visits()) == 1


def test_who_waits_moves_up_by_itself_and_is_told(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20)).days
    an, bo = here.people[0][0], here.people[1][0]
    here.ask(an, day.id)
    outcome = here.ask(bo, day.id)
    assert (outcome.waits, outcome.line) == ("full", 1)
    taking.cancel(here.store, an, here.place_of(an, day.id), today=TODAY)
    assert here.taken(day.id) == [bo]
    assert [one.kind for one in here.told(bo)] == ["moved_up"]
    assert [one.kind for one in here.told(here.greet)] == ["comes", "cancelled", "comes"]
    assert [one["state"] for one in here.visits()] == ["called_off", "agreed"]


def test_the_own_sector_waits_until_a_week_before(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20, 2)).days
    (same,) = here.people[2]
    outcome = here.ask(same, day.id)
    assert (outcome.waits, outcome.opens) == ("sector", day_after(13))
    here.settle(day_after(12))
    assert here.taken(day.id) == []
    here.settle(day_after(13))
    assert here.taken(day.id) == [same]
    assert [one.kind for one in here.told(same)] == ["moved_up"]


def test_without_the_rule_the_own_sector_comes_at_once(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20, 2)).days
    here.ask(here.people[2][0], day.id)
    offering.set_rules(here.store, here.track, OfferRules(True, 0), today=TODAY)
    assert here.taken(day.id) == here.people[2]


def test_a_colleague_gives_way_to_others_who_wait(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20, 1)).days
    an, bo = here.people[0]
    chris = here.people[1][0]
    for one in (an, bo, chris):
        here.ask(one, day.id)
    changed = OfferDay(day.id, day.offer, day.date, day.start, day.end, 2)
    offering.change(here.store, day.offer, WORDS, [changed], today=TODAY)
    assert here.taken(day.id) == [an, chris] and here.waiting(day.id) == [bo]


def test_what_cannot_be_is_refused_with_a_sentence(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(3)).days
    an = here.people[0][0]
    assert "eigen aanbod" in refusal(lambda: here.ask(here.greet, day.id))
    assert "zin" in refusal(lambda: taking.ask(here.store, an, day.id, " \u200b", today=TODAY))
    long = "x" * 10_000
    assert "te lang" in refusal(lambda: taking.ask(here.store, an, day.id, long, today=TODAY))
    assert "dag ervoor" in refusal(lambda: here.ask(an, day.id, day_after(3)))
    assert "staat er niet meer" in refusal(lambda: here.ask(an, "nergens"))
    place = here.ask(an, day.id).place
    bo = here.people[0][1]
    assert "niet op jouw naam" in refusal(lambda: taking.cancel(here.store, bo, place, today=TODAY))
    assert "voorbij" in refusal(lambda: taking.cancel(here.store, an, place, today=day_after(4)))
    offering.call_off(here.store, day.offer, today=TODAY)
    assert "gaat niet door" in refusal(lambda: here.ask(bo, day.id))


@pytest.mark.parametrize("words", ["<b>Hallo</b>", "مرحبا بكم", "👋🏽" * 20])
def test_any_letters_are_kept(track_of_offers: OfferTrack, words: str) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(3)).days
    taking.ask(here.store, here.people[0][0], day.id, words, words, today=TODAY)
    (place,) = here.places(day.id)
    assert (place.why, place.brings) == (words, words)


def test_the_coordinator_gives_and_frees_by_hand(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20)).days
    (same,), an = here.people[2], here.people[0][0]
    taking.give(here.store, same, day.id, today=TODAY)
    assert here.taken(day.id) == [same]
    assert [one.kind for one in here.told(same)] == ["given"]
    assert "bezet" in refusal(lambda: taking.give(here.store, an, day.id, today=TODAY))
    here.ask(an, day.id)
    taking.free(here.store, here.place_of(same, day.id), today=TODAY)
    assert here.taken(day.id) == [an]
    assert [one.kind for one in here.told(same)] == ["given", "freed"]


def test_who_leaves_or_is_erased_frees_the_place(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20)).days
    an, bo = here.people[0][0], here.people[1][0]
    here.ask(an, day.id)
    here.ask(bo, day.id)
    tracks.remove_person(here.store, an)
    here.settle(TODAY)
    assert here.taken(day.id) == [bo]
    tracks.remove_organisation(here.store, here.homes[1])
    here.settle(TODAY)
    assert here.taken(day.id) == []
    assert [one.kind for one in here.told(here.greet)] == ["comes", "gone", "comes", "gone"]


def test_a_visit_that_the_desk_calls_off_frees_its_place(track_of_offers: OfferTrack) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20)).days
    an, bo = here.people[0][0], here.people[1][0]
    here.ask(an, day.id)
    here.ask(bo, day.id)
    visits.set_state(here.store, [here.visits()[0]["id"]], "called_off")
    here.settle(TODAY)
    assert here.taken(day.id) == [bo] and [one.kind for one in here.told(an)] == ["freed"]


def test_afterwards_three_questions_and_a_sentence_for_the_host(
    track_of_offers: OfferTrack,
) -> None:
    here = track_of_offers
    (day,) = here.offer(offered_day(20)).days
    an, bo = here.people[0]
    place = here.ask(an, day.id).place
    words = LookBackWords("De stilte.", "Dat het kan.", "Greet", False, "Dank je.", True, "Ga.")

    def look(person: str, today: str, words: LookBackWords = words) -> None:
        taking.look_back(here.store, person, place, words, today=today)

    assert "vanaf de dag zelf" in refusal(lambda: look(an, TODAY))
    assert "jouw naam" in refusal(lambda: look(bo, day_after(20)))
    assert "te lang" in refusal(lambda: look(an, day_after(20), LookBackWords("x" * 10_000)))
    look(an, day_after(20))
    (kept,) = here.places(day.id)
    assert kept.words == words and here.visits()[0]["state"] == "done"


def check(here: OfferTrack, day: OfferDay, today: str = TODAY) -> None:
    """What holds whatever happened."""
    with here.store.read() as db:
        now = offers.offer_of_day(db, day.id).day(day.id)
        everything = offers.places_of_day(db, day.id)
        states = dict(db.conn.execute("SELECT id, state FROM visit").fetchall())
    assert now is not None
    taken, waiting = here.taken(day.id), here.waiting(day.id)
    assert len(taken) <= now.places
    assert len({*taken, *waiting}) == len(taken) + len(waiting)
    if now.is_off:
        assert not taken and not waiting
    # Of the places that are taken, and of these alone, a visit stands.
    standing = {one.visit for one in everything if one.state == "taken"}
    assert all(states[one] == "agreed" for one in standing)
    assert {one for one, state in states.items() if state == "agreed"} == standing
    others = [one for one in waiting if one not in here.people[2]]
    assert len(taken) == now.places or not others


_STEPS = st.one_of(
    st.tuples(st.just("ask"), st.integers(0, 5)), st.tuples(st.just("cancel"), st.integers(0, 5)),
    st.tuples(st.just("places"), st.integers(1, 4)), st.tuples(st.just("give"), st.integers(0, 5)),
    st.tuples(st.just("free"), st.integers(0, 5)), st.tuples(st.just("rule"), st.integers(0, 1)),
    st.tuples(st.just("leave"), st.integers(0, 5)), st.tuples(st.just("off"), st.just(0)),
)  # fmt: skip


def act(here: OfferTrack, day: OfferDay, step: tuple[str, int]) -> None:
    name, number = step
    person = here.everybody[number] if name in ("ask", "cancel", "give", "free", "leave") else ""
    match name:
        case "ask":
            here.ask(person, day.id)
        case "give":
            taking.give(here.store, person, day.id, today=TODAY)
        case "cancel" | "free":
            found = [one.id for one in here.places(day.id) if one.person == person]
            for one in found:
                if name == "free":
                    taking.free(here.store, one, today=TODAY)
                else:
                    taking.cancel(here.store, person, one, today=TODAY)
        case "places":
            changed = OfferDay(day.id, day.offer, day.date, day.start, day.end, number)
            offering.change(here.store, day.offer, WORDS, [changed], today=TODAY)
        case "rule":
            offering.set_rules(here.store, here.track, OfferRules(True, number), today=TODAY)
        case "leave":
            tracks.remove_person(here.store, person)
            here.settle(TODAY)
        case _:
            offering.call_off_day(here.store, day.id, today=TODAY)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.lists(_STEPS, max_size=16))
def test_places_hold_in_any_order_of_events(count: int, steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        try:
            here = OfferTrack(store, SIX)
            (day,) = here.offer(offered_day(20, count)).days
            for step in steps:
                try:
                    act(here, day, step)
                except Refused as refused:
                    assert str(refused)
                check(here, day)
        finally:
            store.close()


def test_twenty_people_at_once_get_as_many_places_as_there_are(store: Store) -> None:
    here = OfferTrack(store, [(f"sector {n}", 1) for n in range(20)])
    (day,) = here.offer(offered_day(20, 3)).days
    with ThreadPoolExecutor(20) as pool:
        # Each presses twice, as people do on a slow line.
        outcomes = list(pool.map(lambda one: here.ask(one, day.id), here.everybody * 2))
    got = {one.place for one in outcomes if not one.waits}
    assert len(got) == 3 and len(here.taken(day.id)) == 3
    assert sorted(one.line for one in outcomes if one.waits and not one.already)[-1] == 17
    assert len(here.waiting(day.id)) == 17
    check(here, day)


def test_taking_and_cancelling_at_once_leaves_no_place_empty(store: Store) -> None:
    here = OfferTrack(store, [(f"sector {n}", 1) for n in range(12)])
    (day,) = here.offer(offered_day(20, 2)).days
    first, rest = here.everybody[:2], here.everybody[2:]
    for one in first:
        here.ask(one, day.id)

    def go(person: str) -> Any:
        if person in first:
            place = here.place_of(person, day.id)
            return taking.cancel(store, person, place, today=TODAY)
        return here.ask(person, day.id)

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(go, here.everybody))
    assert len(here.taken(day.id)) == 2 and not set(here.taken(day.id)) & set(first)
    assert sorted((*here.taken(day.id), *here.waiting(day.id))) == sorted(rest)
