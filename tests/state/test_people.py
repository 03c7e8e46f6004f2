"""Who is in, and which phone is whose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from state import meetings, people, tracks
from state.database import Store
from state.problems import Refused

Join = Callable[..., str]


def names(store: Store, meeting: str) -> list[str]:
    return [item.person.name for item in people.attendees(store, meeting)]


def holder(store: Store, meeting: str, token: str) -> str | None:
    """The name of whose phone it is."""
    with store.read() as db:
        person = people.person_of_device(db, meeting, token)
        return person.name if person else None


def flagged(store: Store, meeting: str) -> set[str]:
    """The people whose take-over the console shows."""
    with store.read() as db:
        return set(people.takeovers(db, meeting))


@pytest.fixture
def an_on_two_phones(store: Store, meeting: str, organisations: tuple[str, ...], join: Join) -> str:
    """An joined on phone 1 and took the name up on phone 2; gives her id."""
    an = join("An", token="phone 1")
    people.join(store, meeting, "phone 2", organisations[0], "An", take_over=True)
    return an


def test_who_joins_is_in_with_organisation_and_function(
    store: Store, meeting: str, organisations: tuple[str, ...]
) -> None:
    people.join(store, meeting, "phone", organisations[1], " An ", "vrijwilliger")
    (attendee,) = people.attendees(store, meeting)
    assert (attendee.person.name, attendee.person.function) == ("An", "vrijwilliger")
    assert attendee.person.organisation_id == organisations[1]
    assert not attendee.by_hand
    assert holder(store, meeting, "phone") == "An"


def test_people_are_listed_in_order_of_arrival(store: Store, meeting: str, join: Join) -> None:
    for name in ("Zoë", "An", "Bo"):
        join(name)
    assert names(store, meeting) == ["Zoë", "An", "Bo"]


def test_an_unknown_phone_is_nobody(store: Store, meeting: str, join: Join) -> None:
    join("An", token="phone")
    assert holder(store, meeting, "another") is None
    assert holder(store, meeting, "") is None


def test_a_phone_of_one_meeting_is_nobody_in_another(
    store: Store, track: str, meeting: str, join: Join
) -> None:
    join("An", token="phone")
    other = meetings.add(store, track, "Volgende keer")
    assert holder(store, other, "phone") is None


def test_the_same_phone_joins_twice_and_stays_one_person(
    store: Store, meeting: str, join: Join
) -> None:
    assert join("An", token="phone") == join("an ", token="phone")
    assert names(store, meeting) == ["An"]
    assert flagged(store, meeting) == set()


def test_a_phone_may_become_somebody_else(store: Store, meeting: str, join: Join) -> None:
    join("An", token="phone")
    join("Bo", token="phone")
    assert holder(store, meeting, "phone") == "Bo"


@pytest.mark.parametrize("typed", ["An", "AN", " an", "Án", "A\u200bn", "A\u202en"])
def test_the_same_name_on_another_phone_asks_first(
    store: Store, meeting: str, join: Join, typed: str
) -> None:
    an = join("An", token="phone 1")
    with pytest.raises(people.NameTaken, match="An is al binnen op een andere gsm") as caught:
        join(typed, token="phone 2")
    assert caught.value.person_id == an
    assert names(store, meeting) == ["An"]
    assert holder(store, meeting, "phone 2") is None


def test_the_same_name_in_two_organisations_is_two_people(
    store: Store, meeting: str, join: Join
) -> None:
    assert join("An", token="phone 1") != join("An", organisation=1, token="phone 2")
    assert flagged(store, meeting) == set()


def test_a_takeover_moves_the_person_and_the_console_sees_it(
    store: Store, meeting: str, an_on_two_phones: str
) -> None:
    assert holder(store, meeting, "phone 1") is None
    assert holder(store, meeting, "phone 2") == "An"
    assert flagged(store, meeting) == {an_on_two_phones}


def test_a_takeover_is_undone(store: Store, meeting: str, an_on_two_phones: str) -> None:
    people.undo_takeover(store, meeting, an_on_two_phones)
    assert holder(store, meeting, "phone 1") == "An"
    assert holder(store, meeting, "phone 2") is None
    assert flagged(store, meeting) == set()
    with pytest.raises(Refused, match="al teruggedraaid"):
        people.undo_takeover(store, meeting, an_on_two_phones)


def test_a_takeover_stays_flagged_when_the_phone_sends_its_name_again(
    store: Store, meeting: str, join: Join, an_on_two_phones: str
) -> None:
    join("An", token="phone 2")
    assert flagged(store, meeting) == {an_on_two_phones}
    people.undo_takeover(store, meeting, an_on_two_phones)
    assert holder(store, meeting, "phone 1") == "An"


def test_a_settled_takeover_is_no_longer_shown_and_can_still_be_undone(
    store: Store, meeting: str, join: Join, an_on_two_phones: str
) -> None:
    people.settle_takeover(store, meeting, an_on_two_phones)
    assert flagged(store, meeting) == set()
    join("An", token="phone 2")
    assert flagged(store, meeting) == set()
    people.undo_takeover(store, meeting, an_on_two_phones)
    assert holder(store, meeting, "phone 1") == "An"


def test_takeovers_in_a_row_are_undone_one_by_one(
    store: Store, meeting: str, organisations: tuple[str, ...], an_on_two_phones: str
) -> None:
    people.join(store, meeting, "phone 3", organisations[0], "An", take_over=True)
    people.undo_takeover(store, meeting, an_on_two_phones)
    assert holder(store, meeting, "phone 2") == "An"
    people.undo_takeover(store, meeting, an_on_two_phones)
    assert [holder(store, meeting, f"phone {n}") for n in (1, 2, 3)] == ["An", None, None]


def test_an_undone_phone_does_not_get_the_name_when_a_later_takeover_is_undone(
    store: Store, meeting: str, organisations: tuple[str, ...], an_on_two_phones: str
) -> None:
    people.undo_takeover(store, meeting, an_on_two_phones)
    people.join(store, meeting, "phone 3", organisations[0], "An", take_over=True)
    people.undo_takeover(store, meeting, an_on_two_phones)
    assert [holder(store, meeting, f"phone {n}") for n in (1, 2, 3)] == ["An", None, None]


@pytest.fixture(params=["leaves", "becomes somebody else"])
def an_off_her_phone(store: Store, meeting: str, join: Join, request: pytest.FixtureRequest) -> str:
    """An was in with phone 1, which is hers no more; gives her id."""
    an = join("An", token="phone 1")
    if request.param == "leaves":
        people.leave(store, meeting, "phone 1")
    else:
        join("Bo", token="phone 1")
    return an


def test_a_name_that_was_on_another_phone_is_asked_and_flagged(
    store: Store, meeting: str, organisations: tuple[str, ...], join: Join, an_off_her_phone: str
) -> None:
    with pytest.raises(people.NameTaken, match="An was al binnen op een andere gsm"):
        join("An", token="phone 2")
    people.join(store, meeting, "phone 2", organisations[0], "An", take_over=True)
    assert flagged(store, meeting) == {an_off_her_phone}


def test_who_took_a_name_over_stays_flagged_after_leaving_and_coming_back(
    store: Store, meeting: str, organisations: tuple[str, ...], join: Join, an_off_her_phone: str
) -> None:
    people.join(store, meeting, "phone 2", organisations[0], "An", take_over=True)
    people.leave(store, meeting, "phone 2")
    with pytest.raises(people.NameTaken):
        join("An", token="phone 2")
    people.join(store, meeting, "phone 2", organisations[0], "An", take_over=True)
    assert flagged(store, meeting) == {an_off_her_phone}


def test_a_phone_comes_back_to_its_own_name_without_asking(
    store: Store, meeting: str, join: Join
) -> None:
    join("An", token="phone 1")
    people.leave(store, meeting, "phone 1")
    assert holder(store, meeting, "phone 1") is None
    assert names(store, meeting) == ["An"]
    join("An", token="phone 1")
    assert holder(store, meeting, "phone 1") == "An"
    assert flagged(store, meeting) == set()


def test_a_name_without_a_phone_so_far_is_free(
    store: Store, meeting: str, organisations: tuple[str, ...], join: Join
) -> None:
    people.add_by_hand(store, meeting, organisations[0], "An")
    join("An", token="phone 1")
    assert flagged(store, meeting) == set()


def test_a_removed_person_is_gone_and_comes_back_on_the_same_phone(
    store: Store, meeting: str, join: Join
) -> None:
    an = join("An", token="phone")
    join("Bo")
    people.remove(store, meeting, an)
    assert names(store, meeting) == ["Bo"]
    assert holder(store, meeting, "phone") is None
    removal = tracks.removals(store, meeting)[0]
    assert removal["label"] == "An is uit de bijeenkomst gehaald."
    tracks.undo_removal(store, removal["id"])
    assert names(store, meeting) == ["An", "Bo"]
    assert holder(store, meeting, "phone") == "An"


def test_somebody_without_a_phone_is_added_by_hand(
    store: Store, meeting: str, organisations: tuple[str, ...]
) -> None:
    an = people.add_by_hand(store, meeting, organisations[0], "An")
    (attendee,) = people.attendees(store, meeting)
    assert (attendee.person.id, attendee.by_hand) == (an, True)


def test_somebody_added_by_hand_who_finds_a_phone_is_the_same_person(
    store: Store, meeting: str, organisations: tuple[str, ...], join: Join
) -> None:
    an = people.add_by_hand(store, meeting, organisations[0], "An")
    assert join("An") == an
    assert [item.by_hand for item in people.attendees(store, meeting)] == [False]


def test_who_is_in_with_a_phone_stays_so_when_added_by_hand(
    store: Store, meeting: str, organisations: tuple[str, ...], join: Join
) -> None:
    join("An")
    people.add_by_hand(store, meeting, organisations[0], "An")
    assert [item.by_hand for item in people.attendees(store, meeting)] == [False]


def test_a_latecomer_gets_in_while_things_are_going_on(
    store: Store, meeting: str, join: Join
) -> None:
    meetings.show_face(store, meeting, "pause")
    join("Laat")
    assert names(store, meeting) == ["Laat"]


@pytest.mark.parametrize("state", ["prepared", "closed"])
def test_a_meeting_that_is_not_open_lets_nobody_in(
    store: Store, track: str, organisations: tuple[str, ...], state: str
) -> None:
    meeting = meetings.add(store, track, "Start")
    if state == "closed":
        meetings.open_doors(store, meeting)
        meetings.close(store, meeting)
    with pytest.raises(Refused, match="niet open"):
        people.join(store, meeting, "phone", organisations[0], "An")
    with pytest.raises(Refused, match="niet open"):
        people.join_new_organisation(store, meeting, "phone", "Nieuw", "An")
    assert tracks.people(store, track) == ()


def test_who_joined_stays_known_when_the_meeting_is_closed(
    store: Store, meeting: str, join: Join
) -> None:
    join("An", token="phone")
    meetings.close(store, meeting)
    assert holder(store, meeting, "phone") == "An"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "nog leeg"), (" \u200b ", "nog leeg"), ("x" * 10_000, "te lang"), ("x" * 61, "te lang")],
)
def test_an_unfit_name_is_refused_in_dutch(
    store: Store, meeting: str, join: Join, name: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        join(name)
    assert names(store, meeting) == []


def test_an_organisation_of_another_track_or_none_lets_nobody_in(
    store: Store, meeting: str
) -> None:
    elsewhere = tracks.add_organisation(store, tracks.add_track(store, "Elders"), "Elders")
    for organisation in (elsewhere, "unknown", ""):
        with pytest.raises(Refused):
            people.join(store, meeting, "phone", organisation, "An")
    assert names(store, meeting) == []


def test_a_new_organisation_is_added_where_that_is_allowed(
    store: Store, track: str, meeting: str
) -> None:
    people.join_new_organisation(store, meeting, "phone", "Speelplein", "An", "animator")
    assert tracks.organisations(store, track)[-1].name == "Speelplein"
    meetings.allow_organisations(store, meeting, False)
    with pytest.raises(Refused, match="vraag het aan de begeleider"):
        people.join_new_organisation(store, meeting, "phone 2", "Nog een", "Bo")


def test_a_new_organisation_that_exists_already_leaves_nothing_behind(
    store: Store, track: str, meeting: str
) -> None:
    with pytest.raises(Refused, match="Er is al een organisatie"):
        people.join_new_organisation(store, meeting, "phone", "de BRUG", "An")
    with pytest.raises(Refused, match="nog leeg"):
        people.join_new_organisation(store, meeting, "phone", "Speelplein", " ")
    assert len(tracks.organisations(store, track)) == 3
    assert tracks.people(store, track) == ()


def test_a_function_is_filled_in_later_but_never_emptied_by_joining_again(
    store: Store, track: str, meeting: str, organisations: tuple[str, ...], join: Join
) -> None:
    join("An", token="phone")
    people.join(store, meeting, "phone", organisations[0], "An", "kok")
    join("An", token="phone")
    assert tracks.people(store, track)[0].function == "kok"


def test_tokens_are_stored_as_hashes_only(store: Store, join: Join) -> None:
    join("An", token="a very secret token")
    with store.read() as db:
        dump = "\n".join(db.conn.iterdump())
    assert "a very secret token" not in dump


def test_a_takeover_stays_in_sight_when_the_phone_that_took_it_lets_go(
    store: Store, meeting: str, join: Join, organisations: tuple[str, ...]
) -> None:
    rita = join("Rita", token="gsm van Rita")
    people.join(store, meeting, "gsm van Milan", organisations[0], "Rita", take_over=True)
    people.leave(store, meeting, "gsm van Milan")
    join("Rita", token="gsm van Rita")
    with store.read() as db:
        assert list(people.takeovers(db, meeting)) == [rita]
    people.undo_takeover(store, meeting, rita)
    with store.read() as db:
        assert people.takeovers(db, meeting) == {}
        found = people.person_of_device(db, meeting, "gsm van Rita")
        assert found is not None and found.id == rita
        assert people.person_of_device(db, meeting, "gsm van Milan") is None


def test_names_that_people_see_as_the_same_are_one_person(
    store: Store, track: str, meeting: str, join: Join
) -> None:
    for one, other in (("M'hamed", "M’hamed"), ("Anne-Marie", "Anne Marie"), ("Işıl", "IŞIL")):
        assert join(one, token=f"gsm {one}") == join(other, token=f"gsm {one}")
    assert len(tracks.people(store, track)) == 3
    with pytest.raises(Refused, match="Er is al een organisatie"):
        people.join_new_organisation(store, meeting, "phone", "De-Brug", "An")


def test_people_of_an_earlier_version_are_found_by_any_spelling(
    store: Store, organisations: tuple[str, ...]
) -> None:
    ids = {}
    for name in ("Łukasz", "Anne-Marie"):
        ids[name] = tracks.add_person(store, organisations[0], name)
    with store.write() as db:
        # Two people whom an earlier version took for different ones, with its keys.
        row = next(iter(db.query("SELECT * FROM person WHERE id = ?", [ids["Anne-Marie"]])))
        db.table("person").insert({**row, "id": "tweede", "name": "Anne Marie"})
        db.conn.execute("UPDATE person SET name_key = lower(name)")
    with store.read() as db:
        found = {
            name: tracks.person_named(db, organisations[0], name)
            for name in ("Lukasz", "Anne Marie", "Anne-Marie", "anne marie")
        }
    assert {name: one.id for name, one in found.items() if one} == {
        "Lukasz": ids["Łukasz"], "Anne Marie": "tweede", "Anne-Marie": ids["Anne-Marie"],
        "anne marie": ids["Anne-Marie"],
    }  # fmt: skip


def test_the_form_of_a_new_organisation_sent_twice_is_one_phone(
    store: Store, track: str, meeting: str
) -> None:
    first = people.join_new_organisation(store, meeting, "phone", "Speelplein", "An")
    assert people.join_new_organisation(store, meeting, "phone", "Speelplein", "An") == first
    with pytest.raises(Refused, match="Er is al een organisatie"):
        people.join_new_organisation(store, meeting, "phone 2", "Speelplein", "An")
