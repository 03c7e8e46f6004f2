"""Two people again of whom it was said that they are one."""

from __future__ import annotations

import pytest

from state import (
    attendance,
    consent,
    contributions,
    erasing,
    meetings,
    people,
    rows,
    same_person,
    tracks,
    two_people,
)
from state.contributions import Judged
from state.database import Store
from state.problems import Refused
from tests.conftest import Join


@pytest.fixture
def activity(store: Store, meeting: str) -> str:
    return meetings.add_activity(store, meeting, "line", {}, 10)


@pytest.fixture
def listed(store: Store, organisations: tuple[str, ...]) -> str:
    return tracks.add_person(store, organisations[0], "Els Janssens")


def merge(store: Store, meeting: str, person: str, into: str) -> None:
    same_person.merge(store, meeting, person, into, lambda activity, one: f"{activity[:3]}~{one}")


def undo(store: Store, meeting: str) -> None:
    with store.read() as db:
        (removal, *_more) = rows.removals(db, meeting)
    tracks.undo_removal(store, removal["id"], meetings.room(store, meeting).track.id)


def says(store: Store, activity: str, who: str, slot: str, text: str, number: int = 1) -> None:
    contributions.put(
        store, activity, who, slot, f"{who}-{slot}-{number}",
        lambda _db, _one: Judged({"text": text}),
    )  # fmt: skip


def everything(store: Store, meeting: str) -> dict[str, list[dict[str, object]]]:
    """All that is stored of the people of a meeting."""
    tables = ("person", "attendance", "device", "contribution", "contribution_history",
              "restriction", "picture")  # fmt: skip
    with store.read() as db:
        return {name: list(db.query(f"SELECT * FROM {name} ORDER BY 1, 2, 3")) for name in tables}


def holder(store: Store, meeting: str, token: str) -> str | None:
    with store.read() as db:
        found = people.person_of_device(db, meeting, token)
    return None if found is None else found.id


def answers(store: Store, activity: str) -> dict[tuple[str, str], str]:
    with store.read() as db:
        found = contributions.of_activity(db, activity)
    return {(one.author, one.slot): one.payload["text"] for one in found}


def test_all_is_as_before(
    store: Store, meeting: str, join: Join, activity: str, listed: str
) -> None:
    els = join("Els", token="gsm")
    says(store, activity, els, "s1.why", "van Els")
    says(store, activity, els, f"s1.{activity[:3]}~{els}", "op een eigen plaats")
    attendance.send_home(store, meeting, els)
    before = everything(store, meeting)
    merge(store, meeting, els, listed)
    (attendee,) = people.attendees(store, meeting)
    assert (attendee.person.id, attendee.home) == (listed, True)
    assert everything(store, meeting) != before
    undo(store, meeting)
    assert everything(store, meeting) == before


def test_all_is_as_before_where_both_were_in(
    store: Store, meeting: str, join: Join, activity: str
) -> None:
    els, listed = join("Els", token="gsm"), join("Els Janssens", token="andere gsm")
    for who in (els, listed):
        says(store, activity, who, "s1.why", f"van {who}")
        says(store, activity, who, f"s1.{who}", "eigen")
    says(store, activity, els, "s2.why", "van Els alleen")
    before = everything(store, meeting)
    merge(store, meeting, els, listed)
    assert holder(store, meeting, "andere gsm") is None
    assert answers(store, activity)[listed, "s1.why"] == f"van {listed}"
    undo(store, meeting)
    assert everything(store, meeting) == before
    assert tracks.removals(store, meeting) == []


def test_what_the_phone_gave_since_goes_along_with_it(
    store: Store, meeting: str, join: Join, activity: str, listed: str
) -> None:
    els = join("Els", token="gsm")
    says(store, activity, els, "s1.why", "van Els")
    merge(store, meeting, els, listed)
    says(store, activity, listed, "s1.why", "anders", 2)
    says(store, activity, listed, "s2.why", "nieuw")
    undo(store, meeting)
    assert holder(store, meeting, "gsm") == els
    assert answers(store, activity) == {(els, "s1.why"): "anders", (els, "s2.why"): "nieuw"}


def test_the_choice_about_the_name_goes_along(
    store: Store, meeting: str, join: Join, listed: str
) -> None:
    els = join("Els", token="gsm")
    consent.give(store, els, "nameless")

    def chosen() -> dict[str, str]:
        with store.read() as db:
            found = db.query("SELECT id, consent FROM person")
            return {row["id"]: row["consent"] for row in found}

    merge(store, meeting, els, listed)
    assert chosen()[listed] == "nameless"
    consent.give(store, listed, "named")
    undo(store, meeting)
    assert chosen() == {els: "named", listed: ""}


def test_what_was_kept_within_the_group_stays_so(
    store: Store, meeting: str, join: Join, activity: str, listed: str
) -> None:
    els = join("Els")
    says(store, activity, els, "s1.why", "van Els")
    limit = {"place": "group", "naming": "names"}
    with store.write() as db:
        db.table("restriction").insert({
            "activity_id": activity, "author": els, "slot": "s1.why", "thing": "s1.why",
            "by_person": els, "at": "2026-01-01", **limit,
        })  # fmt: skip
    merge(store, meeting, els, listed)
    with store.write() as db:
        db.conn.execute("UPDATE restriction SET place = 'self'")
    undo(store, meeting)
    (found,) = everything(store, meeting)["restriction"]
    assert (found["author"], found["by_person"], found["place"]) == (els, els, "self")


def test_not_when_the_phone_changed_what_the_listed_person_had_given(
    store: Store, meeting: str, join: Join, activity: str
) -> None:
    els, listed = join("Els", token="gsm"), join("Els Janssens", token="andere gsm")
    says(store, activity, listed, "s1.why", "van Els Janssens")
    merge(store, meeting, els, listed)
    says(store, activity, listed, "s1.why", "overschreven", 2)
    before = everything(store, meeting)
    with pytest.raises(Refused, match="intussen gewijzigd wat Els Janssens"):
        undo(store, meeting)
    assert everything(store, meeting) == before


def test_not_when_somebody_new_has_the_name(
    store: Store, meeting: str, join: Join, listed: str
) -> None:
    merge(store, meeting, join("Els"), listed)
    join("Els", token="nieuwe gsm")
    with pytest.raises(Refused, match="iemand anders als Els"):
        undo(store, meeting)


def test_two_joined_after_each_other_are_parted_in_turn(
    store: Store, meeting: str, join: Join, listed: str, organisations: tuple[str, ...]
) -> None:
    third = tracks.add_person(store, organisations[0], "Elsje")
    els = join("Els", token="gsm")
    merge(store, meeting, els, listed)
    with store.read() as db:
        (first,) = rows.removals(db, meeting)
    merge(store, meeting, listed, third)
    with pytest.raises(Refused, match="Els Janssens is niet meer in de bijeenkomst"):
        tracks.undo_removal(store, first["id"])
    undo(store, meeting)
    assert holder(store, meeting, "gsm") == listed
    undo(store, meeting)
    assert holder(store, meeting, "gsm") == els


def test_who_came_in_on_an_own_phone_meanwhile_stays_in(
    store: Store, meeting: str, join: Join, activity: str, listed: str,
    organisations: tuple[str, ...],
) -> None:  # fmt: skip
    els = join("Els", token="gsm")
    merge(store, meeting, els, listed)
    people.join(store, meeting, "echt", organisations[0], "Els Janssens", take_over=True)
    says(store, activity, listed, "s1.why", "van de echte")
    undo(store, meeting)
    assert (holder(store, meeting, "gsm"), holder(store, meeting, "echt")) == (els, listed)
    assert answers(store, activity) == {(listed, "s1.why"): "van de echte"}


def test_who_came_by_hand_is_by_hand_again(
    store: Store, meeting: str, listed: str, organisations: tuple[str, ...]
) -> None:
    els = people.add_by_hand(store, meeting, organisations[0], "Els")
    before = everything(store, meeting)
    merge(store, meeting, els, listed)
    undo(store, meeting)
    assert everything(store, meeting) == before


@pytest.mark.parametrize("erased", ["who", "into"])
def test_of_who_is_erased_nothing_is_remembered(
    store: Store, meeting: str, join: Join, listed: str, erased: str
) -> None:
    els = join("Els")
    merge(store, meeting, els, listed)
    erasing.person(store, {"who": els, "into": listed}[erased])
    with store.read() as db:
        assert rows.removals(db, meeting) == []
        assert list(db.query("SELECT * FROM removal WHERE joined != ''")) == []


def known_before(store: Store, meeting: str, token: str) -> str:
    with store.read() as db:
        return two_people.known_before_as(db, meeting, token)


def test_a_phone_finds_what_was_typed_under_the_name_it_had(
    store: Store, meeting: str, join: Join, listed: str
) -> None:
    join("Els Janssens", token="van Els Janssens")
    els = join("Els", token="gsm")
    assert known_before(store, meeting, "gsm") == ""
    merge(store, meeting, els, listed)
    assert known_before(store, meeting, "gsm") == els
    # The other phone is nobody's now, and never had what was typed on this one.
    assert known_before(store, meeting, "van Els Janssens") == ""
    undo(store, meeting)
    assert known_before(store, meeting, "gsm") == listed
    assert known_before(store, meeting, "van Els Janssens") == ""
    merge(store, meeting, els, listed)
    assert known_before(store, meeting, "gsm") == els


def test_a_phone_that_went_from_hand_to_hand_finds_nothing_of_others(
    store: Store, meeting: str, join: Join, listed: str, organisations: tuple[str, ...]
) -> None:
    els = join("Els", token="gsm")
    merge(store, meeting, els, listed)
    for name in ("Cem", "Els Janssens"):
        people.leave(store, meeting, "gsm")
        people.join(store, meeting, "gsm", organisations[0], name, take_over=True)
        assert known_before(store, meeting, "gsm") == ""
