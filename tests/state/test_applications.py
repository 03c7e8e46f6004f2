"""Who applied: what the organiser notes and decides, and what an application becomes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from state import applications, applying, calls, erasing_applications, tracks
from state.application_rows import Application, Decision, NotComplete
from state.application_rows import of_token as by_token
from state.database import Store
from state.ids import new_token
from state.problems import Refused

FULL = {
    "organisation": "De Regenton", "place": "Oude Haven", "sector": "buurtwerk",
    "example-1": "Soep op het plein", "question-1": "Hoe kunnen wij tieners bereiken?",
    "person-1": "Katrien", "function-1": "buurtwerker", "person-2": "Samir",
    "function-2": "coördinator", "free": "yes", "hosting": "yes", "team": "no",
    "contact": "Katrien", "phone": "0470 12 34 56", "when": "dinsdag",
}  # fmt: skip


@pytest.fixture
def track(store: Store) -> str:
    track_id = tracks.add_track(store, "Proef", "")
    calls.set_state(store, track_id, "open")
    return track_id


def draft(store: Store, track_id: str, typed: Mapping[str, str] = FULL) -> str:
    token = new_token()
    call = calls.of_track(store, track_id)
    assert applying.begin(store, call, token, typed, opened_at=datetime.now(UTC)) == {}
    return token


def sent(store: Store, track_id: str, **other: str) -> Application:
    token = draft(store, track_id, {**FULL, **other})
    applying.send(store, token)
    return of_token(store, token)


def of_token(store: Store, token: str) -> Application:
    with store.read() as db:
        found = by_token(db, token)
    assert found is not None
    return found


def test_fields_have_types(store: Store, track: str) -> None:
    answers = sent(store, track).answers
    assert (answers.name, answers.place, answers.sector) == ("De Regenton", "Oude Haven",
                                                            "buurtwerk")  # fmt: skip
    assert answers.examples == {1: "Soep op het plein"}
    assert answers.questions == ("Hoe kunnen wij tieners bereiken?",)
    assert [(one.name, one.function) for one in answers.people] == [
        ("Katrien", "buurtwerker"), ("Samir", "coördinator")]  # fmt: skip
    assert (answers.free, answers.hosting, answers.team) == ("yes", "yes", "no")


def test_sent_ones_come_first_and_withdrawn_ones_last(store: Store, track: str) -> None:
    draft(store, track, {"organisation": "Concept"})
    gone = draft(store, track, {**FULL, "organisation": "Weg"})
    applying.send(store, gone)
    applying.withdraw(store, gone)
    sent(store, track)
    assert [(one.answers.name, one.status) for one in applications.of_track(store, track)] == [
        ("De Regenton", "sent"), ("Concept", "draft"), ("Weg", "withdrawn")]  # fmt: skip


def test_accepting_makes_organisation_and_people_once(store: Store, track: str) -> None:
    one = sent(store, track)
    made = applications.accept(store, one.id)
    assert applications.accept(store, one.id) == made
    (organisation,) = tracks.organisations(store, track)
    assert (organisation.id, organisation.name, organisation.sector, organisation.place) == (
        made, "De Regenton", "buurtwerk", "Oude Haven")  # fmt: skip
    assert [(each.name, each.function) for each in tracks.people(store, track)] == [
        ("Katrien", "buurtwerker"), ("Samir", "coördinator")]  # fmt: skip
    found = applications.application(store, one.id)
    assert (found.decision, found.organisation_id) == ("yes", made)


def test_a_second_application_of_the_same_joins_the_first_only_when_meant(
    store: Store, track: str
) -> None:
    first, second = sent(store, track), sent(store, track, **{"person-2": "Bilal"})
    made = applications.accept(store, first.id)
    with pytest.raises(Refused, match="Er is al een organisatie die De Regenton heet"):
        applications.accept(store, second.id)
    assert applications.application(store, second.id).decision == ""
    assert applications.accept(store, second.id, into=made) == made
    names = [one.name for one in tracks.people(store, track)]
    assert sorted(names) == ["Bilal", "Katrien", "Samir"]


def test_nothing_is_made_when_a_person_can_not_come_in(store: Store, track: str) -> None:
    one = sent(store, track)
    with pytest.raises(Refused):
        applications.accept(store, one.id, into="nergens")
    assert tracks.organisations(store, track) == () and tracks.people(store, track) == ()


def test_a_withdrawn_one_is_not_accepted(store: Store, track: str) -> None:
    token = draft(store, track)
    applying.send(store, token)
    applying.withdraw(store, token)
    one = of_token(store, token)
    for act in (lambda: applications.accept(store, one.id),
                lambda: applications.decide(store, one.id, "yes"),
                lambda: applications.admit(store, one.id)):  # fmt: skip
        with pytest.raises(Refused, match="De Regenton heeft de aanmelding ingetrokken"):
            act()
    applications.decide(store, one.id, "no")
    assert tracks.organisations(store, track) == ()


def test_a_draft_is_neither_chosen_nor_accepted(store: Store, track: str) -> None:
    one = of_token(store, draft(store, track))
    for act in (lambda: applications.accept(store, one.id),
                lambda: applications.decide(store, one.id, "maybe")):  # fmt: skip
        with pytest.raises(Refused, match="nog niet verstuurd"):
            act()


@pytest.mark.parametrize("decision", ["yes", "maybe", "no", "waiting", ""])
def test_a_decision_is_kept_and_may_change(store: Store, track: str, decision: Decision) -> None:
    one = sent(store, track)
    applications.decide(store, one.id, "maybe")
    applications.decide(store, one.id, decision)
    found = applications.application(store, one.id)
    assert found.decision == decision
    # When it was last changed tells of who applies, not of the organiser.
    assert found.updated_at == one.updated_at


def test_who_is_in_the_track_leaves_it_first(store: Store, track: str) -> None:
    one = sent(store, track)
    made = applications.accept(store, one.id)
    with pytest.raises(Refused, match="staat al in het traject"):
        applications.decide(store, one.id, "no")
    tracks.remove_organisation(store, made)
    applications.decide(store, one.id, "no")
    again = applications.accept(store, one.id)
    assert [item.id for item in tracks.organisations(store, track)] == [again]


def test_notes_are_kept_and_may_not_be_endless(store: Store, track: str) -> None:
    one = sent(store, track)
    for kind in ("phone_note", "adds", "seeks", "doubts"):
        applications.note(store, one.id, kind, f" <b>{kind}</b>\n\u202enog iets ")
        with pytest.raises(Refused, match="te lang"):
            applications.note(store, one.id, kind, "x" * 10_000)
    found = applications.application(store, one.id)
    assert found.doubts == "<b>doubts</b>\nnog iets"


def test_a_draft_may_be_admitted_when_it_is_whole(store: Store, track: str) -> None:
    half = of_token(store, draft(store, track, {"organisation": "Half"}))
    with pytest.raises(NotComplete) as wrong:
        applications.admit(store, half.id)
    assert list(wrong.value.keys) == ["person-1", "phone"]
    whole = of_token(store, draft(store, track))
    calls.set_state(store, track, "closed")
    applications.admit(store, whole.id)
    assert applications.application(store, whole.id).status == "sent"


def test_the_same_organisation_twice_is_seen(store: Store, track: str) -> None:
    first = sent(store, track)
    second = sent(store, track, organisation="de regenton vzw", place="")
    elsewhere = sent(store, track, place="Kerkakker")
    sent(store, track, organisation="Zevenhoek")
    found = applications.alike(store, track)
    assert found[first.id] == (second.id,)
    assert found[second.id] == (first.id, elsewhere.id)


def test_a_new_link_ends_the_one_before(store: Store, track: str) -> None:
    token = draft(store, track)
    one = of_token(store, token)
    new = applications.give_link(store, one.id)
    with store.read() as db:
        assert by_token(db, token) is None
    assert of_token(store, new).id == one.id
    applications.revoke_link(store, one.id)
    with pytest.raises(Refused, match="Deze link werkt niet meer"):
        applying.send(store, new)


def test_removing_leaves_nothing_in_the_file(store: Store, track: str) -> None:
    one = sent(store, track, **{"person-1": "Uniekenaam"})
    other = sent(store, track, organisation="Zevenhoek")
    assert erasing_applications.remove(store, [one.id]) == 1
    assert [item.id for item in applications.of_track(store, track)] == [other.id]
    assert b"Uniekenaam" not in store.path.read_bytes()
    with pytest.raises(Refused):
        erasing_applications.remove(store, [one.id])
