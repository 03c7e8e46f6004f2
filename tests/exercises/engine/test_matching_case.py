"""What the matching of a track is made from, and what is stored of it."""

from __future__ import annotations

import json

from exercises.engine import matching_case
from exercises.engine.matching_case import MatchingNow, as_it_stands, of_track
from exercises.kit.matching.case import Couple
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.solving import Proposal
from state import matching, tracks, visits
from state.database import Store
from state.models import TrackVisit
from tests.pages.matched import MatchTrack, match_track


def now(track: MatchTrack) -> MatchingNow:
    return as_it_stands(of_track(track.store, track.track))


def couples(found: MatchingNow) -> set[tuple[str, str]]:
    assert isinstance(found.shown, Proposal)
    return {one.pair for one in found.shown.couples}


def agree(track: MatchTrack) -> set[tuple[str, str]]:
    matching_case.propose(track.store, track.track)
    found = now(track).shown
    assert isinstance(found, Proposal)
    matching_case.agree(track.store, track.track, found.couples)
    return {one.pair for one in found.couples}


def by_state(track: MatchTrack, state: str) -> set[tuple[str, str]]:
    return {(one.visitor, one.host) for one in visits.of_track(track.store, track.track)
            if one.state == state}  # fmt: skip


def test_what_was_not_shared_is_not_used(store: Store) -> None:
    track = match_track(store, silent=["Knikkerzak"])
    found = of_track(store, track.track)
    quiet = track.id("Knikkerzak")
    assert [one.name for one in found.unknown] == ["Knikkerzak"]
    assert found.silent == {quiet}
    assert quiet not in {one.organisation for one in (*found.case.asked, *found.case.shown)}  # type: ignore[attr-defined]
    assert len(found.case.wishes) == 10


def test_wishes_that_were_typed_count_before_those_of_a_sheet(store: Store) -> None:
    track = match_track(store, silent=["Knikkerzak"])
    for name in ("Knikkerzak", "De Regenton"):
        matching.set_wishes(store, track.track, track.id(name), [track.id("Zevenhoek")])
    found = of_track(store, track.track)
    assert found.unknown == ()
    for name in ("Knikkerzak", "De Regenton"):
        assert [one.host for one in found.case.wishes if one.visitor == track.id(name)] == [
            track.id("Zevenhoek")
        ]


def test_a_proposal_is_stored_with_its_reasons_and_agreed(store: Store) -> None:
    track = match_track(store)
    assert not now(track).is_stored
    matching_case.propose(store, track.track)
    assert now(track).is_stored and now(track).better is None
    assert by_state(track, "proposed") == couples(now(track))
    first = visits.of_track(store, track.track)[0]
    assert json.loads(first.why)["rank"] in (1, 2) and json.loads(first.why)["question"]
    pairs = agree(track)
    assert by_state(track, "agreed") == pairs and by_state(track, "proposed") == set()
    assert not any(one.announced for one in visits.of_track(store, track.track))
    assert couples(now(track)) == pairs and now(track).is_stored
    matching_case.reopen(store, track.track)
    assert by_state(track, "proposed") == pairs


def test_a_proposal_stays_until_it_is_asked_for_anew(store: Store) -> None:
    track = match_track(store)
    matching_case.propose(store, track.track)
    before = couples(now(track))
    for visitor in sorted({visitor for visitor, _host in before}):
        others = [host for host in track.parties.values() if (visitor, host) not in before]
        matching.set_wishes(store, track.track, visitor, [one for one in others if one != visitor])
    found = now(track)
    assert couples(found) == before and found.is_stored and found.better is not None
    matching_case.propose(store, track.track)
    assert couples(now(track)) != before and now(track).better is None


def test_when_somebody_leaves_after_the_agreement_the_least_changes(store: Store) -> None:
    track = match_track(store)
    pairs = agree(track)
    gone = track.id("Knikkerzak")
    tracks.remove_organisation(store, gone)
    whole, found = of_track(store, track.track), now(track)
    assert {(one.visitor, one.host) for one in whole.lost} == {
        pair for pair in pairs if gone in pair
    }
    kept = {pair for pair in pairs if gone not in pair}
    (visitor,) = [one for one, host in pairs if host == gone]
    (host,) = [one for visitor_, one in pairs if visitor_ == gone]
    assert couples(found) == {*kept, (visitor, host)} and not found.is_stored
    assert isinstance(found.shown, Proposal)
    matching_case.agree(store, track.track, found.shown.couples)
    assert by_state(track, "agreed") == {*kept, (visitor, host)}
    assert by_state(track, "called_off") == {pair for pair in pairs if gone in pair}


def test_a_visit_that_was_made_with_who_left_since_still_counts(store: Store) -> None:
    track = match_track(store)
    agree(track)
    gone = track.id("Knikkerzak")
    visits.set_state(store, [one.id for one in visits.of_track(store, track.track)], "done")
    tracks.remove_organisation(store, gone)
    found = now(track)
    assert found.is_stored and len(couples(found)) == 4


def test_visits_that_were_done_or_made_by_hand_stay(store: Store) -> None:
    track = match_track(store)
    ids = list(track.parties.values())
    visits.add(store, track.track, TrackVisit("", ids[1], ids[0], count=3, state="done"))
    visits.add(store, track.track, TrackVisit("", ids[2], ids[0], count=1))
    visits.add(store, track.track, TrackVisit("", ids[0], ids[5], count=2))
    found = now(track)
    assert isinstance(found.shown, Proposal)
    assert {Couple(ids[0], ids[1], 3), Couple(ids[0], ids[2], 1), Couple(ids[5], ids[0], 2)} <= set(
        found.shown.couples
    )
    assert {one.visitor for one in found.shown.couples} == set(ids)


def test_an_organisation_of_one_person_sends_one_and_numbers_are_the_organisers(
    store: Store,
) -> None:
    track = match_track(store)
    alone = tracks.add_organisation(store, track.track, "Alleen Een")
    tracks.add_person(store, alone, "Ayşe")
    matching.set_numbers(store, track.track, "sends", track.id("De Regenton"), [2, 2])
    matching.set_numbers(store, track.track, "sends", track.id("Zevenhoek"), [0])
    matching.set_numbers(store, track.track, "most_visits", track.id("Zevenhoek"), [0])
    matching.set_numbers(store, track.track, "most_people", track.id("Kattenstaart"), [3])
    matching.set_numbers(store, track.track, "unvisited", alone, [1])
    case = of_track(store, track.track).case
    assert case.by_id[alone].sends == (1,) and not case.by_id[alone].is_visited
    assert case.by_id[track.id("De Regenton")].sends == (2, 2)
    assert case.by_id[track.id("Zevenhoek")].sends == ()
    assert case.by_id[track.id("Zevenhoek")].most_visits == 0
    assert [(one.kind, one.host, one.people) for one in case.rules] == [
        ("most_people", track.id("Kattenstaart"), 3)
    ]


def test_what_is_impossible_keeps_the_last_proposal(store: Store) -> None:
    track = match_track(store)
    matching_case.propose(store, track.track)
    before = by_state(track, "proposed")
    names = [one for one in track.parties if one != "Knikkerzak"]
    for name in names:
        matching.rule(store, track.track, "must_not", track.id(name), track.id("Knikkerzak"))
    assert isinstance(now(track).shown, Conflict)
    matching_case.propose(store, track.track)
    assert by_state(track, "proposed") == before


def test_a_pair_of_an_earlier_track_may_meet_again_when_the_organiser_says_so(
    store: Store,
) -> None:
    earlier = match_track(store)
    agree(earlier)
    track = match_track(store)
    again = [one for one in of_track(store, track.track).case.rules if one.kind == "again"]
    assert len(again) == 6
    matching.rule(store, track.track, "may_again", again[0].visitor, again[0].host)
    left = [one for one in of_track(store, track.track).case.rules if one.kind == "again"]
    assert left == again[1:]


def test_a_track_without_anything(store: Store) -> None:
    track = tracks.add_track(store, "Leeg", "")
    found = of_track(store, track)
    assert found.case.organisations == () and as_it_stands(found).shown == Proposal(found.case, ())
