"""The page with texts to paste into an e-mail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exercises import of_kind
from exercises.engine import running
from pages.desk import mail_words
from pages.desk.mail_words import StillToDo
from state import agenda, homework, meetings, own_links, people, tracks
from state.database import Store
from tests.pages.desk import data_folder, open_page, texts


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def track(store: Store) -> str:
    """Two organisations after a kick-off with an open reflection sheet, one of them filled."""
    track = tracks.add_track(store, "Samen")
    homes = [tracks.add_organisation(store, track, name) for name in ("De Brug", "De Regenton")]
    first = meetings.add(store, track, "Kennismaking", "2026-10-01")
    meetings.open_doors(store, first)
    for home, name in zip((homes[0], homes[0], homes[1]), ("An", "Bo", "Chris"), strict=True):
        people.join(store, first, f"gsm {name}", home, name)
    exercise = of_kind("reflection_sheet")
    assert exercise is not None
    sheet = meetings.add_activity(store, first, exercise.kind, exercise.sample.to_json(), 30)
    running.start(store, sheet)
    homework.allow(store, sheet, True, "2030-03-01")
    meetings.close(store, first)
    second = meetings.add(store, track, "Voorbereiding", "2030-03-10", "Zaal De Linde")
    agenda.set_start(store, second, "09:30")
    agenda.set_bring(store, second, "de agenda’s van het team")
    return track


def test_an_invitation_says_when_where_and_what_to_bring(track: str) -> None:
    shown = texts(open_page("mails.py", t=track))
    together = "\n".join(shown)
    assert "Onderwerp: Uitnodiging: Voorbereiding" in together
    said = ("zondag 10 maart 2030", "Begin: 9.30", "Waar: Zaal De Linde", "Dag An en Bo,",
            "Breng mee: de agenda’s van het team", "Dag iedereen,")  # fmt: skip
    assert all(words in together for words in said)


def test_a_reminder_tells_what_waits_for_whom_once(track: str) -> None:
    page = open_page("mails.py", t=track)
    page.segmented_control(key="odv-mail-kind").set_value("reminder").run()
    assert not page.exception
    mails = [one for one in texts(page) if one.startswith("Dag ")]
    assert len(mails) == 3
    assert mails[1].count("Reflectiefiche") == 1 and "An en Bo: Reflectiefiche" in mails[1]
    assert "Wat wil je bij een ander gaan zien" in mails[1] and "Tegen 1 maart" in mails[1]
    assert mails[0].count("Reflectiefiche") == 2 and "Chris" in mails[2]


def test_thanks_are_for_the_meeting_that_was(track: str) -> None:
    page = open_page("mails.py", t=track)
    page.segmented_control(key="odv-mail-kind").set_value("thanks").run()
    mails = [one for one in texts(page) if one.startswith("Dag ")]
    assert "Kennismaking" in mails[0] and "De volgende keer: Voorbereiding" in mails[0]


def test_thanks_speak_of_an_own_link_only_to_who_has_one(store: Store, track: str) -> None:
    page = open_page("mails.py", t=track)
    page.segmented_control(key="odv-mail-kind").set_value("thanks").run()
    assert not any("eigen link:" in one for one in texts(page))
    (chris,) = (one.id for one in tracks.people(store, track) if one.name == "Chris")
    own_links.give(store, track, [chris])
    page = open_page("mails.py", t=track)
    page.segmented_control(key="odv-mail-kind").set_value("thanks").run()
    mails = [one for one in texts(page) if one.startswith("Dag ")]
    assert ["eigen link:" in one for one in mails] == [True, False, True]


def test_who_has_nothing_to_do_gets_no_reminder(store: Store, track: str) -> None:
    tracks.add_organisation(store, track, "Zevenhoek")
    page = open_page("mails.py", t=track)
    page.segmented_control(key="odv-mail-kind").set_value("reminder").run()
    assert len([one for one in texts(page) if one.startswith("Dag ")]) == 3
    quiet = tracks.add_track(store, "Stil")
    tracks.add_organisation(store, quiet, "De Kade")
    page = open_page("mails.py", t=quiet)
    page.segmented_control(key="odv-mail-kind").set_value("reminder").run()
    assert not any(one.startswith("Dag ") for one in texts(page))
    assert "Niemand heeft nog iets te doen. Er is niets om aan te herinneren." in texts(page)


def test_a_reminder_without_a_day_names_none() -> None:
    one = StillToDo(("An",), "Cadeautjes", "Wat waardeer je?", "")
    told = mail_words.reminder((one,), ()).text
    assert "- An: Cadeautjes: Wat waardeer je?" in told and "Tegen" not in told


def test_a_track_without_meetings_is_told_what_to_do(store: Store) -> None:
    empty = tracks.add_track(store, "Leeg")
    assert any("nog geen bijeenkomst" in one for one in texts(open_page("mails.py", t=empty)))


def test_thanks_go_to_who_was_there_and_others_are_told_they_were_missed(
    store: Store, track: str
) -> None:
    home = next(one.id for one in tracks.organisations(store, track) if one.name == "De Brug")
    tracks.add_person(store, home, "Dirk", "")
    tracks.add_person(store, tracks.add_organisation(store, track, "Zevenhoek"), "Zoë", "")
    page = open_page("mails.py", t=track)
    page.segmented_control(key="odv-mail-kind").set_value("thanks").run()
    mails = [one for one in texts(page) if one.startswith("Dag ")]
    assert [one.partition(",")[0] for one in mails] == [
        "Dag iedereen", "Dag An en Bo", "Dag Dirk", "Dag Chris", "Dag Zoë"
    ]  # fmt: skip
    assert ["erbij was" in one or "erbij waren" in one for one in mails] == [
        True, True, False, True, False
    ]  # fmt: skip
    assert all("gemist" in mails[at] for at in (2, 4))
    headings = [one.value.replace("\\", "") for one in page.subheader]
    assert "De Brug: wie er niet bij was" in headings and "Zevenhoek" not in headings


def test_an_invitation_without_day_or_place_says_so_with_the_way_there(
    store: Store, track: str
) -> None:
    page = open_page("mails.py", t=track)
    assert not page.warning
    bare = meetings.add(store, track, "Slotmoment")
    page = open_page("mails.py", t=track)
    page.selectbox(key="odv-mail-meeting-invitation").set_value(bare).run()
    (said,) = (one.value for one in page.warning)
    assert said == "In deze uitnodiging staat nog geen dag en geen plaats."


def test_what_is_left_and_not_open_at_home_is_offered_before_it_is_reminded_of(
    store: Store, track: str
) -> None:
    (sheet,) = meetings.room(store, meetings.of_track(store, track)[0].id).exercises
    homework.allow(store, sheet.id, allowed=False)
    page = open_page("mails.py", t=track)
    page.segmented_control(key="odv-mail-kind").set_value("reminder").run()
    assert any("staat thuis nog niet open" in one.value for one in page.warning)
    assert not any("Niemand heeft nog iets te doen" in one for one in texts(page))
    page.button(key=f"odv-open-home-{sheet.id}").click().run()
    assert any("Reflectiefiche (tegen " in one for one in texts(page))
    assert any("eigen link" in one.value for one in page.warning)
