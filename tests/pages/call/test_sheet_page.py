"""The sheets of an application over HTTP: begun, kept while typing, refused without loss."""

from __future__ import annotations

import re
from collections import deque
from datetime import timedelta

import pytest

from pages.call import guarding
from pages.web.rate_limit import RateLimit
from state import applications, call_form, calls
from state.application_rows import Application
from state.clock import local, now
from tests.pages.call.call_site import FULL, CallSite, start_of

JSON = {"accept": "application/json"}
YESTERDAY = str(local(now()).date() - timedelta(days=1))


def only(site: CallSite) -> Application:
    (found,) = applications.of_track(site.store, site.track)
    return found


def test_a_page_that_is_only_looked_at_makes_nothing(site: CallSite) -> None:
    site.first_sheet(site.browser())
    assert applications.of_track(site.store, site.track) == ()


def test_seven_sheets_with_one_question_each(site: CallSite) -> None:
    browser = site.browser()
    home = site.begun(browser)
    for number in range(1, 8):
        text = browser.get(f"{home}/{number}").text
        assert f"deel {number} van 7" in text and text.count("<h1") == 1
    assert browser.get(f"{home}/8").status_code == 404


def test_the_same_sheet_sent_twice_is_one_application(site: CallSite) -> None:
    browser = site.browser()
    start = start_of(site.first_sheet(browser).text)
    for name in ("De Regenton", "De Regentonnen"):
        browser.post(f"/oproep/{site.code}/meedoen", data={"start": start, "organisation": name})
    assert only(site).answers.name == "De Regentonnen"


def test_who_goes_back_goes_on_with_the_same_application(site: CallSite) -> None:
    browser = site.browser()
    first = browser.get(f"/oproep/{site.code}/meedoen").headers["location"]
    page = browser.get(first)
    assert page.status_code == 200 and start_of(page.text) == start_of(browser.get(first).text)
    sent = browser.post(first, data={"start": start_of(page.text), "organisation": "De Regenton"})
    home = sent.headers["location"].rpartition("/")[0]
    # Back in the browser asks for the first sheet once more, without a script.
    back = browser.get(first)
    assert (back.status_code, back.headers["location"]) == (303, f"{home}/1")
    assert 'value="De Regenton"' in browser.get(f"{home}/1").text
    browser.post(f"{home}/1", data={"organisation": "De Regentonnen"})
    assert only(site).answers.name == "De Regentonnen"
    calls.set_state(site.store, site.track, "closed")
    assert browser.get(first).headers["location"] == home


def test_who_begins_anew_begins_another_application(site: CallSite) -> None:
    browser = site.browser()
    for name in ("De Regenton", "Kattenstaart"):
        site.begun(browser, {"organisation": name})
    assert len(applications.of_track(site.store, site.track)) == 2
    # What is no word of ours leads nowhere but to a new sheet.
    for word in ("verzonnen.1.x", "", "a" * 3000):
        answer = browser.get(f"/oproep/{site.code}/meedoen", params={"start": word})
        assert answer.status_code == 303 and "/meedoen?start=" in answer.headers["location"]


def test_the_script_saves_and_is_told_the_address(site: CallSite) -> None:
    browser = site.browser()
    start = start_of(site.first_sheet(browser).text)
    told = browser.post(f"/oproep/{site.code}/meedoen", headers=JSON,
                        data={"start": start, "organisation": "De"}).json()  # fmt: skip
    assert told["saved"] is True and told["on"] == told["at"].replace("/1", "/2")
    again = browser.post(told["at"], headers=JSON, data={"organisation": "De Regenton"}).json()
    assert again["saved"] is True and only(site).answers.name == "De Regenton"


def test_what_does_not_fit_stands_there_again(site: CallSite) -> None:
    browser = site.browser()
    home, long = site.begun(browser), "woord " * 2000
    answer = browser.post(f"{home}/1", data={"organisation": "Zevenhoek", "reaches": long})
    assert answer.status_code == 422 and long.strip() in answer.text and "te lang" in answer.text
    # What is typed on this page belongs to the application, also where it was the first sheet.
    assert f'action="{home}/1"' in answer.text
    # The other field of the sheet is kept.
    assert (only(site).answers.name, only(site).answers.reaches) == ("Zevenhoek", "")


def test_a_refused_first_sheet_keeps_what_was_typed(
    site: CallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, path = site.browser(), f"/oproep/{site.code}/meedoen"
    start = start_of(site.first_sheet(browser).text)
    trapped = browser.post(path, data={"start": start, "website": "x", "organisation": "Kat & co"})
    stale = browser.post(path, data={"start": "verzonnen.1.x", "organisation": "Kat & co"})
    monkeypatch.setattr(guarding, "_SHORTEST_MS", 60_000)
    fast = browser.post(path, data={"start": start, "organisation": "Kat & co"})
    for answer in (trapped, stale, fast):
        assert answer.status_code == 422 and "Kat &amp; co" in answer.text
    assert applications.of_track(site.store, site.track) == ()
    assert start_of(fast.text) == start and start_of(stale.text) != "verzonnen.1.x"


@pytest.mark.parametrize(
    "typed", ["😀🎉", "مركز الحي", "<b onclick=x>vet</b>", "a\u202eb", "'; DROP TABLE application"]
)
def test_any_letters_come_back_as_text(site: CallSite, typed: str) -> None:
    browser = site.browser()
    home = site.begun(browser, {"organisation": typed})
    text = browser.get(f"{home}/1").text
    assert "<b onclick" not in text and "\u202e" not in text
    assert only(site).answers.name


def test_one_link_leads_to_one_application_and_guessing_to_none(site: CallSite) -> None:
    browser = site.browser()
    mine, other = site.begun(browser), site.begun(browser, {"organisation": "Geheim"})
    assert "Geheim" not in browser.get(f"{mine}/1").text
    for guess in (mine[:-1], f"{mine}x", "/aanmelding/x", "/aanmelding/" + "a" * 43,
                  f"/aanmelding/{only_id(site, 'Geheim')}"):  # fmt: skip
        for path in (guess, f"{guess}/1", f"{guess}/tekst.txt", f"{guess}/intrekken"):
            answer = browser.get(path)
            assert answer.status_code == 404 and "Geheim" not in answer.text
        assert browser.post(f"{guess}/1", data={"organisation": "weg"}).status_code == 404
        assert browser.post(f"{guess}/versturen").status_code == 404
    assert "Geheim" in browser.get(f"{other}/1").text


def only_id(site: CallSite, name: str) -> str:
    return next(one.id for one in applications.of_track(site.store, site.track)
                if one.answers.name == name)  # fmt: skip


def test_a_sheet_that_comes_after_the_deadline_is_kept_as_a_draft(site: CallSite) -> None:
    browser = site.browser()
    home = site.begun(browser)
    calls.set_deadline(site.store, site.track, YESTERDAY)
    answer = browser.post(f"{home}/2", data={"example-1": "Soep"})
    assert answer.headers["location"] == home
    assert only(site).answers.examples == {1: "Soep"} and only(site).status == "draft"
    text = browser.get(home).text
    assert "bewaard maar niet verstuurd" in text and "versturen" not in text


def test_a_first_sheet_that_was_open_at_the_deadline_is_kept_too(site: CallSite) -> None:
    browser, path = site.browser(), f"/oproep/{site.code}/meedoen"
    start = start_of(site.first_sheet(browser).text)
    calls.set_state(site.store, site.track, "closed")
    answer = browser.post(path, data={"start": start, "organisation": "Te laat"})
    # Closed by hand: nothing is kept, and what was typed is there to copy.
    assert answer.status_code == 410 and "Te laat</textarea>" in answer.text
    assert applications.of_track(site.store, site.track) == ()


def test_days_after_the_deadline_what_was_typed_comes_back(site: CallSite) -> None:
    browser = site.browser()
    home = site.begun(browser)
    calls.set_deadline(site.store, site.track, str(local(now()).date() - timedelta(days=9)))
    answer = browser.post(f"{home}/2", data={"example-1": "Soep <3"})
    assert answer.status_code == 410 and "Soep &lt;3</textarea>" in answer.text
    assert only(site).answers.examples == {}


def test_a_robot_that_goes_on_is_slowed_and_the_hall_is_not(
    site: CallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarding, "_begins", RateLimit(burst=150, rate=0.0001))
    hall = site.browser("10.0.0.9")
    for number in range(150):
        site.begun(hall, {"organisation": f"Organisatie {number}"})
    start = start_of(site.first_sheet(hall).text)
    answer = hall.post(f"/oproep/{site.code}/meedoen", data={"start": start, "organisation": "X"})
    assert answer.status_code == 429
    site.begun(site.browser("10.0.0.10"))
    assert len(applications.of_track(site.store, site.track)) == 151


def test_questions_of_the_organiser_are_asked_and_others_not(site: CallSite) -> None:
    form = call_form.with_own(call_form.usual(), "team", "short", "Hoe groot is je team?")
    form = call_form.changed_field(form, "examples", label="Voorbeelden", hint="", on=False,
                                   required=False)  # fmt: skip
    calls.set_form(site.store, site.track, form)
    browser = site.browser()
    home = site.begun(browser)
    assert "deel 5 van 6" in browser.get(f"{home}/5").text
    assert "Hoe groot is je team?" in browser.get(f"{home}/5").text
    key = next(one.key for sheet in form.sheets for one in sheet.fields
                                     if call_form.is_own(one))  # fmt: skip
    browser.post(f"{home}/5", data={key: "negen", "unknown": "x", "example-1": "mag niet"})
    assert only(site).answers.other == {key: "negen"} and only(site).answers.examples == {}


def test_what_is_needed_is_marked_and_nothing_else_is(site: CallSite) -> None:
    browser = site.browser()
    home = site.begun(browser)
    needed = {
        f"{number}: {key}"
        for number in range(1, 8)
        for key in re.findall(r'id="([^"]+)-must"', browser.get(f"{home}/{number}").text)
    }
    assert needed == {"1: organisation", "4: person-1", "7: phone"}
    assert "Al de rest mag leeg blijven" in browser.get(f"{home}/1").text


def test_a_needed_field_that_was_passed_by_is_told_on_the_next_sheets(site: CallSite) -> None:
    browser = site.browser()
    home = site.begun(browser)
    assert "Deel 4: Wie doet mee?" not in browser.get(f"{home}/4").text
    assert f'href="{home}/4">Deel 4: Wie doet mee?' in browser.get(f"{home}/5").text
    browser.post(f"{home}/4", data={"person-1": "Katrien"})
    assert "Deel 4: Wie doet mee?" not in browser.get(f"{home}/5").text


def test_a_form_that_was_changed_before_promises_nothing_untrue(site: CallSite) -> None:
    former = "Nog niet volledig? Dat is goed: we bellen je daarna toch op."
    form = call_form.changed_sheet(call_form.usual(), "who", title="Wie?", lead=former)
    calls.set_form(site.store, site.track, form)
    text = site.first_sheet(site.browser()).text
    assert former not in text and "Al de rest mag leeg blijven" in text


@pytest.mark.parametrize("start", ["", "x.1.abc"])
def test_a_start_that_is_none_of_ours_is_told_truly_and_goes_on(site: CallSite, start: str) -> None:
    browser = site.browser()
    path = f"/oproep/{site.code}/meedoen"
    answer = browser.post(path, data={"start": start, **FULL[0]})
    assert answer.status_code == 422 and "Dit is nog niet bewaard." in answer.text
    assert 'value="De Regenton"' in answer.text
    again = browser.post(path, data={"start": start_of(answer.text), **FULL[0]})
    assert again.status_code == 303
    # The script would send it again and again for "too early".
    asked = browser.post(path, data={"start": start}, headers={"accept": "application/json"})
    assert asked.status_code == 422 and "nog niet bewaard" in asked.json()["why"]


def test_back_and_next_keep_what_was_typed(site: CallSite) -> None:
    browser = site.browser()
    home = site.begun(browser)
    answer = browser.post(f"{home}/3", data={"question-1": "Hoe?", "go": "back"})
    assert answer.headers["location"] == f"{home}/2"
    assert browser.post(f"{home}/7", data=FULL[6]).headers["location"] == home
    assert only(site).answers.questions == ("Hoe?",)


def test_an_empty_first_sheet_makes_no_draft(site: CallSite) -> None:
    browser = site.browser()
    opened = site.first_sheet(browser)
    empty = {"start": start_of(opened.text), "organisation": "  ", "place": ""}
    answer = browser.post(f"/oproep/{site.code}/meedoen", data=empty)
    assert answer.status_code == 422 and "Er staat nog niets." in answer.text
    assert applications.of_track(site.store, site.track) == ()
    # The same page goes on once there is a name, and again: it is one draft.
    for place in ("", "Oude Haven"):
        typed = {**empty, "organisation": "De Regenton", "place": place}
        assert browser.post(f"/oproep/{site.code}/meedoen", data=typed).status_code == 303
    assert len(applications.of_track(site.store, site.track)) == 1


def test_the_first_sheet_sent_again_after_another_link_keeps_what_was_typed(
    site: CallSite,
) -> None:
    browser = site.browser()
    sent = {"start": start_of(site.first_sheet(browser).text), **FULL[0]}
    assert browser.post(f"/oproep/{site.code}/meedoen", data=sent).status_code == 303
    (there,) = applications.of_track(site.store, site.track)
    applications.give_link(site.store, there.id)
    answer = browser.post(f"/oproep/{site.code}/meedoen", data={**sent, "place": "Elders"})
    assert answer.status_code == 422
    assert "Open de nieuwe link" in answer.text and 'value="Elders"' in answer.text


def test_an_address_that_begins_very_many_makes_a_crowd_and_no_other(
    site: CallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guarding, "_begun", deque(maxlen=9))
    monkeypatch.setattr(guarding, "_CROWD", 2)
    robot, person = site.browser("10.0.0.66"), site.browser()
    site.begun(person)
    for _time in range(2):
        site.begun(robot)
    assert guarding.crowded() == ()
    last = site.begun(robot)
    assert len(guarding.crowded()) == 3 and last.rpartition("/")[2] in guarding.crowded()
