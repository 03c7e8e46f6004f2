"""An application as a whole over HTTP: sent, changed, kept, withdrawn, never anybody else's."""

from __future__ import annotations

from datetime import timedelta

from state import applications, calls
from state.application_rows import Application
from state.clock import local, now
from tests.pages.call.call_site import CallSite

YESTERDAY = str(local(now()).date() - timedelta(days=1))


def only(site: CallSite) -> Application:
    (found,) = applications.of_track(site.store, site.track)
    return found


def test_what_is_missing_is_told_with_the_way_to_it(site: CallSite) -> None:
    browser = site.browser()
    home = site.begun(browser)
    answer = browser.post(f"{home}/versturen")
    assert answer.status_code == 422 and only(site).status == "draft"
    for words in ("Je aanmelding is nog niet verstuurd</h1>", "<title>Nog niet verstuurd",
                  f'href="{home}/4">Deel 4: Wie doet mee?', "‘Naam van de eerste’ is nog leeg.",
                  f'href="{home}/7">Deel 7: Wie mogen we opbellen?'):  # fmt: skip
        assert words in answer.text


def test_before_it_is_sent_the_page_says_that_it_is_not(site: CallSite) -> None:
    browser = site.browser()
    home = site.begun(browser)
    text = browser.get(home).text
    assert "Nog niet verstuurd. Eerst is dit nog nodig" in text and 'id="tried"' not in text
    home = site.filled(browser)
    assert "Nog niet verstuurd. Klopt alles?" in browser.get(home).text


def test_a_number_that_is_too_short_is_told_with_its_field(site: CallSite) -> None:
    browser = site.browser()
    home = site.filled(browser)
    browser.post(f"{home}/7", data={"phone": "0470"})
    text = browser.get(home).text
    assert "Bij ‘Telefoonnummer’ staat nog geen volledig nummer." in text
    assert f'href="{home}/7">Deel 7' in text


def test_sent_once_and_changed_until_the_deadline(site: CallSite) -> None:
    browser = site.browser()
    home = site.sent(browser)
    first = only(site).sent_at
    assert browser.post(f"{home}/versturen").status_code == 303
    assert only(site).sent_at == first
    browser.post(f"{home}/3", data={"question-1": "Hoe kunnen wij vaders bereiken?"})
    assert only(site).answers.questions == ("Hoe kunnen wij vaders bereiken?",)
    calls.set_deadline(site.store, site.track, YESTERDAY)
    answer = browser.post(f"{home}/3", data={"question-1": "Te laat"})
    assert answer.status_code == 410 and "Te laat</textarea>" in answer.text
    assert only(site).answers.questions == ("Hoe kunnen wij vaders bereiken?",)
    assert "blijft zoals je ze verstuurde" in browser.get(home).text


def test_what_was_sent_stays_whole(site: CallSite) -> None:
    browser = site.browser()
    home = site.sent(browser)
    answer = browser.post(f"{home}/7", data={"phone": "", "when": "maandag"})
    assert answer.status_code == 422
    assert only(site).answers.phone == "0470 12 34 56" and only(site).answers.when == "maandag"


def test_a_number_is_no_name(site: CallSite) -> None:
    browser = site.browser()
    home = site.filled(browser)
    browser.post(f"{home}/4", data={"person-1": "0470 12 34 56"})
    answer = browser.post(f"{home}/versturen")
    assert answer.status_code == 422 and "Schrijf een naam" in answer.text


def test_too_late_by_a_moment_is_kept_and_seen_by_the_organiser(site: CallSite) -> None:
    browser = site.browser()
    home = site.filled(browser)
    calls.set_deadline(site.store, site.track, YESTERDAY)
    answer = browser.post(f"{home}/versturen")
    assert answer.status_code == 410 and "bewaard maar niet verstuurd" in answer.text
    found = only(site)
    assert found.status == "draft" and found.late_at and found.answers.phone
    assert "De Regenton" in answer.text


def test_the_thanks_give_the_link_and_a_text_to_keep(site: CallSite) -> None:
    browser = site.browser()
    home = site.sent(browser)
    text = browser.get(home).text
    assert "Dank je" in text and f"http://testserver{home}" in text
    kept = browser.get(f"{home}/tekst.txt")
    assert "attachment" in kept.headers["content-disposition"]
    for words in (f"http://testserver{home}", "Jullie organisatie: De Regenton",
                  "Kan dat bij jullie?: ja, dat kan"):  # fmt: skip
        assert words in kept.text


def test_withdrawing_is_asked_first_and_ends_the_sheets(site: CallSite) -> None:
    browser = site.browser()
    home = site.sent(browser)
    assert browser.get(f"{home}/intrekken").status_code == 200 and only(site).status == "sent"
    browser.post(f"{home}/intrekken")
    assert only(site).status == "withdrawn"
    assert "ingetrokken" in browser.get(home).text
    assert browser.get(f"{home}/1").headers["location"] == home
    answer = browser.post(f"{home}/1", data={"organisation": "Toch niet"})
    assert answer.status_code == 422 and only(site).answers.name == "De Regenton"


def test_a_closed_call_promises_no_changing(site: CallSite) -> None:
    browser = site.browser()
    home = site.sent(browser)
    again = "opnieuw aanmelden zolang"
    assert "lezen en wijzigen" in browser.get(home).text
    assert again in browser.get(f"{home}/intrekken").text
    calls.set_deadline(site.store, site.track, YESTERDAY)
    assert "lezen en wijzigen" not in browser.get(home).text
    assert again not in browser.get(f"{home}/intrekken").text
    assert "Wijzigen kan" not in browser.get(f"{home}/tekst.txt").text


def test_nobody_learns_that_a_colleague_applied(site: CallSite) -> None:
    first, second = site.browser("10.0.0.1"), site.browser("10.0.0.2")
    alone = site.sent(first, {"organisation": "De Regenton"})
    page = first.get(alone).text
    double = site.sent(second, {"organisation": "de regenton"})
    again = second.get(double).text
    assert page.replace(alone, "").replace("De R", "de r") == again.replace(double, "")
    both = applications.of_track(site.store, site.track)
    assert len(both) == 2 and len(applications.alike(site.store, site.track)) == 2


def test_a_revoked_link_shows_nothing(site: CallSite) -> None:
    browser = site.browser()
    home = site.sent(browser)
    applications.revoke_link(site.store, only(site).id)
    for path in (home, f"{home}/1", f"{home}/tekst.txt"):
        answer = browser.get(path)
        assert answer.status_code == 404 and "Regenton" not in answer.text
