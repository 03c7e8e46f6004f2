"""The public page of a call: what stands on it, and when it is there."""

from __future__ import annotations

from datetime import timedelta

from exercises.kit.rules.days import full_day
from state import calls, meetings, tracks
from state.clock import local, now
from tests.pages.call.call_site import CallSite

YESTERDAY = str(local(now()).date() - timedelta(days=1))


def test_it_says_what_is_asked_and_when(site: CallSite) -> None:
    meetings.add(site.store, site.track, "Kennismaking", "2090-09-10", "Zaal Oost")
    calls.set_deadline(site.store, site.track, "2090-03-01")
    calls.set_text(site.store, site.track, "phone", "Els, 0470 00 00 00")
    text = site.browser().get(f"/oproep/{site.code}").text
    for words in ("Warm onthaal", "Wat we vragen", "<li dir=\"auto\">twee mensen", "Els, 0470",
                  full_day("2090-09-10"), "Zaal Oost", f"tot en met {full_day('2090-03-01')}",
                  f'href="/oproep/{site.code}/meedoen"', f"{7} korte"):  # fmt: skip
        assert words in text


def test_days_that_are_past_are_not_announced(site: CallSite) -> None:
    for title, day in (("Gisteren", YESTERDAY), ("Vandaag", str(local(now()).date()))):
        meetings.add(site.store, site.track, title, day, "Zaal Oost")
    text = site.browser().get(f"/oproep/{site.code}").text
    assert "Vandaag" in text and "Gisteren" not in text


def test_words_before_the_code_and_capitals_do_not_matter(site: CallSite) -> None:
    for typed in (f"warm-onthaal-{site.code}", site.code.upper(), f"x-{site.code}."):
        assert site.browser().get(f"/oproep/{typed}").status_code == 200


def test_what_people_typed_is_text(site: CallSite) -> None:
    calls.set_text(site.store, site.track, "about", "<script>alert(1)</script>\n- een & twee")
    text = site.browser().get(f"/oproep/{site.code}").text
    assert (
        "<script>alert" not in text and "&lt;script&gt;alert" in text and "een &amp; twee" in text
    )


def test_off_removed_and_unknown_look_the_same(site: CallSite) -> None:
    browser = site.browser()
    unknown = browser.get("/oproep/kp4mka7w")
    calls.set_state(site.store, site.track, "off")
    off = browser.get(f"/oproep/{site.code}")
    calls.set_state(site.store, site.track, "open")
    tracks.remove_track(site.store, site.track)
    removed = browser.get(f"/oproep/{site.code}")
    assert {one.status_code for one in (unknown, off, removed)} == {404}
    assert unknown.text == off.text == removed.text


def test_closed_and_late_say_so_kindly_without_a_form(site: CallSite) -> None:
    browser = site.browser()
    calls.set_state(site.store, site.track, "closed")
    for path in ("", "/meedoen"):
        text = browser.get(f"/oproep/{site.code}{path}").text
        assert "Deze oproep is afgesloten" in text and "/meedoen" not in text
    calls.set_state(site.store, site.track, "open")
    calls.set_deadline(site.store, site.track, YESTERDAY)
    text = browser.get(f"/oproep/{site.code}/meedoen").text
    assert f"Aanmelden kon tot en met {full_day(YESTERDAY)}" in text and "<form" not in text


def test_a_new_link_ends_the_one_before(site: CallSite) -> None:
    code = calls.new_code(site.store, site.track)
    assert site.browser().get(f"/oproep/{site.code}").status_code == 404
    assert site.browser().get(f"/oproep/{code}").status_code == 200


def test_no_browser_and_no_search_engine_keeps_it(site: CallSite) -> None:
    headers = site.browser().get(f"/oproep/{site.code}").headers
    assert headers["cache-control"] == "no-store" and "noindex" in headers["x-robots-tag"]
    assert headers["referrer-policy"] == "same-origin"


def test_the_usual_words_name_the_theme_of_the_track(site: CallSite) -> None:
    with site.store.write() as db:
        db.conn.execute("UPDATE track SET theme = 'warm *onthaal*' WHERE id = ?", [site.track])
    text = site.browser().get(f"/oproep/{site.code}").text
    assert "ervaring hebben met warm *onthaal*" in text and "gezinnen" not in text


def test_a_theme_with_a_capital_is_a_title_within_the_sentence(site: CallSite) -> None:
    with site.store.write() as db:
        db.conn.execute("UPDATE track SET theme = 'Sociale steun' WHERE id = ?", [site.track])
    text = site.browser().get(f"/oproep/{site.code}").text
    assert "ervaring hebben met ‘Sociale steun’." in text
