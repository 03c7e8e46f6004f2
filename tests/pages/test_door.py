"""The door: which phone sends a form, and how much it may ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from starlette.applications import Starlette

import exercises
from pages.web import access, door
from pages.web.rate_limit import RateLimit
from state import guests, meetings, people, phones, tracks
from state.database import Store
from state.models import Meeting
from tests.own_page import link_of
from tests.pages.door_site import browser, form_of, join, open_meeting


@pytest.fixture
def meeting(data: Store) -> Meeting:
    return open_meeting(data)


def inside(data: Store, meeting: Meeting) -> list[str]:
    return [one.person.name for one in people.attendees(data, meeting.id)]


def new_organisation(name: str) -> dict[str, str]:
    return {"organisation": door.NEW_ORGANISATION, "new_organisation": name, "name": "An"}


@pytest.mark.parametrize("new", [False, True])
def test_the_form_sent_twice_on_a_slow_line_is_one_phone(
    site: Starlette, data: Store, meeting: Meeting, new: bool
) -> None:
    form = new_organisation("De Kade") if new else form_of(data, meeting, "An")
    first = browser(site)
    first.get(f"/d/{meeting.code}")
    given = first.cookies["odv_deur"]
    # The second tap leaves before the first answer came, with the cookies of then.
    for _ in range(2):
        answer = browser(site).post(
            f"/d/{meeting.code}", data=form, headers={"Cookie": f"odv_deur={given}"}
        )
        assert answer.status_code == 303
        assert answer.cookies[access.device_cookie(meeting)] == given
    assert inside(data, meeting) == ["An"]
    with data.read() as db:
        assert people.takeovers(db, meeting.id) == {}


def test_without_cookies_nobody_is_made_and_it_is_said_at_once(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    for _ in range(2):
        answer = browser(site).post(f"/d/{meeting.code}", data=form_of(data, meeting, "An"))
        assert answer.status_code == 422 and "bewaart geen cookies" in answer.text
        assert "binnen op een andere gsm" not in answer.text and 'value="An"' in answer.text
    assert inside(data, meeting) == [] and tracks.people(data, meeting.track_id) == ()


def test_a_page_that_was_open_before_gets_in_at_the_second_tap(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    phone = browser(site)
    form = form_of(data, meeting, "An")
    assert phone.post(f"/d/{meeting.code}", data=form).status_code == 422
    assert phone.post(f"/d/{meeting.code}", data=form).status_code == 303


@pytest.mark.parametrize("cookie", ["odv_{code}", "odv_deur"])
def test_a_phone_chooses_no_token_itself(
    site: Starlette, data: Store, meeting: Meeting, cookie: str
) -> None:
    elsewhere = open_meeting(data)
    stranger = browser(site)
    stranger.get(f"/d/{elsewhere.code}")
    for token in ("zelf gekozen", "a.b", stranger.cookies["odv_deur"]):
        name = cookie.format(code=meeting.code)
        answer = browser(site).post(
            f"/d/{meeting.code}", data=form_of(data, meeting, "An"),
            headers={"Cookie": f"{name}={token}"},
        )  # fmt: skip
        assert answer.status_code == 422
    assert inside(data, meeting) == []


def test_a_phone_of_an_earlier_version_keeps_its_token(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    form = form_of(data, meeting, "An")
    people.join(data, meeting.id, "een-oude", form["organisation"], "An")
    people.leave(data, meeting.id, "een-oude")
    phone = browser(site)
    phone.cookies.set(access.device_cookie(meeting), "een-oude")
    assert join(phone, meeting, form).cookies[access.device_cookie(meeting)] == "een-oude"


def test_three_hundred_organisations_at_once_are_a_dozen(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    statuses = [
        join(browser(site), meeting, new_organisation(f"Organisatie {n}")).status_code
        for n in range(40)
    ]
    made = len(tracks.organisations(data, meeting.track_id)) - 1
    assert 12 <= made <= 14 and statuses.count(303) == made
    other = join(browser(site, "192.168.1.51"), meeting, new_organisation("De Kade"))
    assert other.status_code == 303
    # Whoever comes from the same address and makes nobody's page change still gets in.
    assert join(browser(site), meeting, form_of(data, meeting, "Bo")).status_code == 303


def test_a_phone_that_takes_name_after_name_is_stopped(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    phone = browser(site)
    phone.get(f"/d/{meeting.code}")
    statuses = [
        phone.post(f"/d/{meeting.code}", data=form_of(data, meeting, f"An {n}")).status_code
        for n in range(15)
    ]
    assert statuses == [303] * 10 + [429] * 5


def test_an_address_that_costs_too_much_waits_and_another_does_not(
    site: Starlette, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "_work_seconds", RateLimit(burst=0.01, rate=0.001))
    # As often as it takes: how much work one page is, differs from machine to machine.
    for _ in range(1000):
        answer: Any = browser(site).get(f"/d/{meeting.code}")
        if answer.status_code != 200:
            break
    assert answer.status_code == 429 and "even druk" in answer.text
    assert browser(site, "192.168.1.51").get(f"/d/{meeting.code}").status_code == 200


def test_budgets_fill_up_again_and_forget_who_is_long_gone() -> None:
    now = [0.0]
    budget = RateLimit(burst=2, rate=0.5, clock=lambda: now[0])
    assert [budget.take("a") for _ in range(3)] == [True, True, False]
    now[0] = 2
    assert budget.take("a") and not budget.take("a")
    budget.spend("a", 3)
    assert budget.wait("a") == 6 and budget.wait("b") == 0
    for number in range(10_000):
        budget.spend(f"n{number}", 1)
    assert len(budget._left) <= 4096


def for_guests(data: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an exercise on the agenda that is made for a room with guests."""
    quotes = exercises.of_kind("quotes")
    assert quotes is not None
    monkeypatch.setitem(exercises._BY_KIND, "quotes", replace(quotes, guests=True))
    meetings.add_activity(data, meeting.id, "quotes", quotes.sample.to_json(), 10)


def test_a_guest_comes_in_by_one_tap_and_is_nobody_in_the_lists(
    site: Starlette, data: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    for_guests(data, meeting, monkeypatch)
    phone = browser(site)
    assert "Ik ben te gast" in phone.get(f"/d/{meeting.code}").text
    answer = phone.post(f"/d/{meeting.code}", data={"guest": "1"})
    assert answer.status_code == 303 and answer.headers["location"] == f"/gsm?d={meeting.code}"
    assert phone.get(f"/d/{meeting.code}").status_code == 303
    assert "Kijk mee op het scherm" not in phone.get("/d/zzzz").text
    assert inside(data, meeting) == [] and tracks.people(data, meeting.track_id) == ()


def test_a_guest_who_types_a_name_of_the_track_is_a_guest(
    site: Starlette, data: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    for_guests(data, meeting, monkeypatch)
    form = {**form_of(data, meeting, "An"), "guest": "1"}
    assert join(browser(site), meeting, form_of(data, meeting, "An")).status_code == 303
    guest = browser(site)
    assert join(guest, meeting, {**form, "take_over": "1"}).status_code == 303
    page = guest.get(f"/gsm?d={meeting.code}").text
    assert '"guest":true' in page and "An" not in page.split("boot", 1)[1].split("</script>")[0]
    assert inside(data, meeting) == ["An"]
    with data.read() as db:
        assert people.takeovers(db, meeting.id) == {}


def test_without_an_exercise_for_guests_nobody_is_a_guest(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    phone = browser(site)
    assert "te gast" not in phone.get(f"/d/{meeting.code}").text
    answer = phone.post(f"/d/{meeting.code}", data={"guest": "1"})
    assert answer.status_code == 422 and "Kies je organisatie" in answer.text


def test_a_guest_who_takes_part_after_all_is_counted_once(
    site: Starlette, data: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    for_guests(data, meeting, monkeypatch)
    phone = browser(site)
    assert join(phone, meeting, {"guest": "1"}).status_code == 303
    assert phone.post(f"/d/{meeting.code}", data=form_of(data, meeting, "Bo")).status_code == 303
    assert inside(data, meeting) == ["Bo"]
    with data.read() as db:
        assert guests.ids(db, meeting.id) == ()


def test_who_comes_from_the_own_page_only_has_to_say_yes(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    (organisation,) = tracks.organisations(data, meeting.track_id)
    rita = tracks.add_person(data, organisation.id, "Rita", "kok")
    shown = browser(site).get(f"/d/{meeting.code}?wie={rita}").text
    assert 'value="Rita"' in shown and 'value="kok"' in shown
    tracks.remove_person(data, rita)
    for gone in (rita, "niemand", "x" * 5000):
        answer = browser(site).get(f"/d/{meeting.code}?wie={gone}")
        assert answer.status_code == 200 and 'value="Rita"' not in answer.text


def test_a_first_name_that_is_on_the_list_is_asked_about_before_anybody_is_made(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    (organisation,) = tracks.organisations(data, meeting.track_id)
    tracks.add_person(data, organisation.id, "Els <b>Janssens")
    phone = browser(site)
    asked = join(phone, meeting, form_of(data, meeting, "Els"))
    assert asked.status_code == 409 and inside(data, meeting) == []
    assert 'name="is" value="Els &lt;b&gt;Janssens"' in asked.text and "iemand anders" in asked.text
    assert 'value="Els"' in asked.text
    yes = {**form_of(data, meeting, "Els"), "is": "Els <b>Janssens"}
    assert phone.post(f"/d/{meeting.code}", data=yes).status_code == 303
    other = browser(site)
    assert join(other, meeting, {**form_of(data, meeting, "Els"), "is": "+"}).status_code == 303
    assert inside(data, meeting) == ["Els <b>Janssens", "Els"]


def test_who_adds_a_letter_as_the_door_asks_is_not_asked_again(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    join(browser(site), meeting, form_of(data, meeting, "Els"))
    phone = browser(site)
    assert 'name="taken" value="Els"' in join(phone, meeting, form_of(data, meeting, "Els")).text
    lettered = {**form_of(data, meeting, "Els P"), "taken": "Els"}
    assert phone.post(f"/d/{meeting.code}", data=lettered).status_code == 303
    assert inside(data, meeting) == ["Els", "Els P"]


def test_who_taps_on_past_the_question_gets_in(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    (organisation,) = tracks.organisations(data, meeting.track_id)
    tracks.add_person(data, organisation.id, "Els Janssens")
    phone, form = browser(site), form_of(data, meeting, "Els")
    assert 'name="asked" value="Els"' in join(phone, meeting, form).text
    assert phone.post(f"/d/{meeting.code}", data={**form, "asked": "Els J."}).status_code == 409
    assert phone.post(f"/d/{meeting.code}", data={**form, "asked": "Els"}).status_code == 303
    assert inside(data, meeting) == ["Els"]


def test_a_name_of_the_list_that_is_inside_already_can_still_be_taken_up(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    join(browser(site), meeting, form_of(data, meeting, "Els Janssens"))
    phone = browser(site)
    yes = {**form_of(data, meeting, "Els"), "is": "Els Janssens"}
    taken = join(phone, meeting, yes)
    assert taken.status_code == 409 and 'value="Els Janssens"' in taken.text
    again = {**form_of(data, meeting, "Els Janssens"), "take_over": "1"}
    assert phone.post(f"/d/{meeting.code}", data=again).status_code == 303
    assert inside(data, meeting) == ["Els Janssens"]


def test_the_own_link_shows_whose_phone_it_is_before_and_after_the_door(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    an = people.join(data, meeting.id, "eerst", *organisation_and_name(data, meeting))
    for before in (True, False):
        later = meetings.add(data, meeting.track_id, f"Later {before}")
        meetings.open_doors(data, later)
        here = meetings.room(data, later).meeting
        phone, link = browser(site), f"/mijn/{link_of(data, an)}"
        if before:
            phone.get(link, follow_redirects=True)
        assert join(phone, here, form_of(data, here, "An")).status_code == 303
        with data.read() as db:
            assert (an in phones.unproven(db, later)) is not before
        if not before:
            phone.get(link, follow_redirects=True)
            with data.read() as db:
                assert an not in phones.unproven(db, later)


def organisation_and_name(data: Store, meeting: Meeting) -> tuple[str, str]:
    (organisation,) = tracks.organisations(data, meeting.track_id)
    return organisation.id, "An"


def test_the_phone_that_lost_its_name_is_told_and_takes_it_back_with_one_tap(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    first, second = browser(site), browser(site)
    form = form_of(data, meeting, "An")
    assert join(first, meeting, form).status_code == 303
    assert join(second, meeting, {**form, "take_over": "1"}).status_code == 303
    told = first.get(f"/d/{meeting.code}?uit=1").text
    assert "Een andere gsm ging zonet verder als An." in told and "Ik ben het nog" in told
    assert "begeleider" in told
    other = second.get(f"/d/{meeting.code}?uit=1", follow_redirects=False)
    assert other.status_code == 303
    assert first.post(f"/d/{meeting.code}", data={"back": "1"}).status_code == 303
    assert first.get(f"/d/{meeting.code}").status_code == 303
    told = second.get(f"/d/{meeting.code}?uit=1").text
    # Each phone had it once: from here on only the facilitator says whose the name is.
    assert "Twee gsm’s gingen verder als An." in told and "Ik ben het nog" not in told
    assert "Zeg het aan de begeleider." in told
    answer = join(second, meeting, {**form, "take_over": "1"})
    assert answer.status_code == 409 and "De begeleider zegt nu van wie" in answer.text
    assert "Ja, dat ben ik" not in answer.text
    answer = second.post(f"/d/{meeting.code}", data={"back": "1"})
    assert answer.status_code == 409 and "begeleider" in answer.text
    assert browser(site).post(f"/d/{meeting.code}", data={"back": "1"}).status_code == 422


@pytest.mark.parametrize(
    ("form", "button"), [({"guest": "1"}, "Ik ben te gast"), ({}, "Ik ben er")]
)
def test_without_cookies_the_button_that_was_tapped_is_named(
    site: Starlette, meeting: Meeting, form: dict[str, str], button: str
) -> None:
    answer = browser(site).post(f"/d/{meeting.code}", data=form)
    assert answer.status_code == 422 and f"tik nog eens op ‘{button}’" in answer.text


def test_who_says_the_lost_name_again_has_it_back_as_it_was(
    site: Starlette, data: Store, meeting: Meeting
) -> None:
    first, second = browser(site), browser(site)
    form = form_of(data, meeting, "An")
    assert join(first, meeting, form).status_code == 303
    assert join(second, meeting, {**form, "take_over": "1"}).status_code == 303
    assert first.post(f"/d/{meeting.code}", data={**form, "name": "an "}).status_code == 303
    with data.read() as db:
        token = first.cookies[access.device_cookie(meeting)]
        assert phones.trust(db, meeting.id, token).checked
