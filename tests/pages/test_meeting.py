"""The page of one meeting: details, agenda, joining, and editing an exercise."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import exercises
from exercises import example
from exercises.engine.stored import config_of
from exercises.kit.rules.hours import duration_text
from pages.web import addresses
from state import meetings, settings, tracks
from state.database import Store
from state.models import Activity, Meeting
from tests.pages.desk import ROOT, data_folder, errors, links, open_page, press, texts, type_in

EXERCISE = exercises.EXERCISES[0]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def meeting(store: Store) -> Meeting:
    return example.kick_off(store, example.make(store))


def opened(meeting: Meeting, **query: str) -> AppTest:
    return open_page("meeting.py", m=meeting.id, **query)


def agenda(store: Store, meeting: Meeting) -> tuple[Activity, ...]:
    return meetings.room(store, meeting.id).agenda


def test_it_shows_the_agenda_and_the_way_to_the_console(store: Store, meeting: Meeting) -> None:
    page = opened(meeting)
    assert page.title[0].value.replace("\\", "") == meeting.title
    assert f"regie?m={meeting.id}" in links(page)[0]
    assert "odv-go-main" in links(page)[0]
    planned = agenda(store, meeting)
    assert f"samen {duration_text(sum(item.minutes for item in planned))}" in texts(page)
    for item in planned:
        assert page.number_input(key=f"odv-minutes-{item.id}").value == item.minutes


def test_an_unknown_meeting_says_so(store: Store) -> None:
    page = open_page("meeting.py", m="nergens")
    assert errors(page) == ["Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."]


def test_details_are_stored_when_a_field_is_left(store: Store, meeting: Meeting) -> None:
    page = opened(meeting)
    type_in(page, f"odv-{meeting.id}-title", "Eerste keer")
    type_in(page, f"odv-{meeting.id}-place", "De kelder")
    page.date_input(key=f"odv-{meeting.id}-date").set_value(date(2027, 3, 12)).run()
    found = meetings.room(store, meeting.id).meeting
    assert (found.title, found.place, found.date) == ("Eerste keer", "De kelder", "2027-03-12")
    assert "vrijdag 12 maart 2027, De kelder" in texts(page)
    page.date_input(key=f"odv-{meeting.id}-date").set_value(None).run()
    assert meetings.room(store, meeting.id).meeting.date == ""
    type_in(page, f"odv-{meeting.id}-title", "x" * 10_000)
    assert errors(page)[0].startswith("De titel is te lang")
    assert page.text_input(key=f"odv-{meeting.id}-title").value == "x" * 10_000
    assert meetings.room(store, meeting.id).meeting.title == "Eerste keer"


def test_minutes_are_planned(store: Store, meeting: Meeting) -> None:
    first = agenda(store, meeting)[0]
    page = opened(meeting)
    field = f"odv-minutes-{first.id}"
    page.number_input(key=field).set_value(25).run()
    assert agenda(store, meeting)[0].minutes == 25
    for wrong in (0, -5, 100_000):
        page.number_input(key=field).set_value(wrong).run()
        assert errors(page) == ["Kies tussen 1 en 600 minuten."]
        assert page.number_input(key=field).value == wrong
    assert agenda(store, meeting)[0].minutes == 25


def test_every_exercise_can_be_put_on_an_empty_agenda(store: Store) -> None:
    track = tracks.add_track(store, "Traject")
    meeting_id = meetings.add(store, track, "Leeg")
    page = open_page("meeting.py", m=meeting_id)
    press(page, f"odv-put-{EXERCISE.kind}")
    press(page, f"odv-button-offer-{meeting_id}")
    for exercise in exercises.EXERCISES[1:]:
        press(page, f"odv-put-{exercise.kind}")
    found = meetings.room(store, meeting_id).agenda
    assert [item.kind for item in found] == [exercise.kind for exercise in exercises.EXERCISES]
    assert [item.minutes for item in found] == [item.minutes for item in exercises.EXERCISES]
    assert [config_of(item) for item in found] == [item.sample for item in exercises.EXERCISES]


def test_the_agenda_is_ordered_and_shortened(store: Store, meeting: Meeting) -> None:
    config = EXERCISE.sample.to_json()
    added = meetings.add_activity(store, meeting.id, EXERCISE.kind, config, 10)
    page = press(opened(meeting), f"odv-icon-up-{added}")
    assert agenda(store, meeting)[-2].id == added
    press(page, f"odv-icon-remove-{added}")
    press(page, f"odv-yes-{added}")
    assert added not in [item.id for item in agenda(store, meeting)]
    press(page, f"odv-undo-{tracks.removals(store, meeting.id)[0]['id']}")
    assert agenda(store, meeting)[-2].id == added


def test_an_exercise_of_a_later_version_can_be_taken_off(store: Store, meeting: Meeting) -> None:
    strange = meetings.add_activity(store, meeting.id, "later", {"version": 1}, 10)
    page = opened(meeting)
    assert "Een oefening van een andere versie" in texts(page)
    assert errors(opened(meeting, o=strange)) == [
        "Deze oefening zit nog niet in deze versie van Over de vloer."
    ]
    press(page, f"odv-icon-remove-{strange}")
    press(page, f"odv-yes-{strange}")
    assert strange not in [item.id for item in agenda(store, meeting)]


def test_the_editor_opens_and_closes(store: Store, meeting: Meeting) -> None:
    editable = next(
        item for item in agenda(store, meeting)
        if (exercise := exercises.of_kind(item.kind)) and exercise.edit
    )  # fmt: skip
    page = press(opened(meeting), f"odv-content-{editable.id}")
    exercise = exercises.of_kind(editable.kind)
    assert exercise is not None
    assert page.title[0].value == exercise.title
    assert page.query_params["o"] == editable.id
    assert config_of(agenda(store, meeting)[0]) == config_of(editable)
    press(page, "odv-ready")
    assert "o" not in page.query_params
    assert page.title[0].value.replace("\\", "") == meeting.title


def test_an_exercise_that_is_gone_gives_the_agenda(store: Store, meeting: Meeting) -> None:
    page = opened(meeting, o="weg")
    assert page.title[0].value.replace("\\", "") == meeting.title


def test_joining_settings(store: Store, meeting: Meeting) -> None:
    page = opened(meeting)
    page.toggle(key=f"odv-{meeting.id}-organisations").set_value(False).run()
    assert not meetings.room(store, meeting.id).meeting.may_add_organisation
    type_in(page, "odv-wifi_name", "Zaal De Linde")
    type_in(page, "odv-wifi_password", "koffie  met suiker")
    assert settings.get(store, "wifi_name") == "Zaal De Linde"
    assert settings.get(store, "wifi_password") == "koffie  met suiker"
    type_in(page, "odv-wifi_name", "")
    assert settings.get(store, "wifi_name") is None
    type_in(page, "odv-wifi_password", "x" * 64)
    assert "te lang" in errors(page)[0]


def test_one_of_several_addresses_is_picked(
    store: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_hosts", lambda: ["192.168.1.20", "10.0.0.7"])
    page = opened(meeting)
    choices = addresses.candidates()
    page.radio(key="odv-address").set_value(choices[1]).run()
    assert addresses.chosen(store).shown == choices[1]
    assert not page.exception


def test_no_network_at_all_is_said_with_its_remedy(
    store: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_hosts", list)
    sentence = opened(meeting).warning[0].value.replace("\\", "")
    assert "op geen enkel netwerk" in sentence
    assert "hotspot" in sentence


def test_a_public_address_is_not_a_choice(
    store: Store, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_hosts", lambda: ["192.168.1.20", "10.0.0.7"])
    monkeypatch.setenv("ODV_PUBLIC_URL", "https://vloer.example")
    page = opened(meeting)
    assert not page.radio
    assert "vloer.example" in texts(page)


def test_no_exercise_is_named_on_the_preparation_pages() -> None:
    files = [*(ROOT / "pages" / "desk").glob("*.py")]
    for path in files:
        source = path.read_text(encoding="utf-8")
        for exercise in exercises.EXERCISES:
            assert f'"{exercise.kind}"' not in source, path
            assert f'"{exercise.title}"' not in source, path


def test_two_open_pages_keep_each_others_changes(store: Store, meeting: Meeting) -> None:
    one, other = opened(meeting), opened(meeting)
    type_in(one, f"odv-{meeting.id}-title", "Nieuwe titel")
    type_in(other, f"odv-{meeting.id}-place", "Nieuwe plaats")
    found = meetings.room(store, meeting.id).meeting
    assert (found.title, found.place) == ("Nieuwe titel", "Nieuwe plaats")
    assert other.text_input(key=f"odv-{meeting.id}-title").value == "Nieuwe titel"


def test_a_break_and_a_talk_are_put_between_exercises(store: Store) -> None:
    track = tracks.add_track(store, "Traject")
    meeting_id = meetings.add(store, track, "Leeg")
    page = open_page("meeting.py", m=meeting_id)
    for kind in ("welcome", "talk", "break"):
        press(page, f"odv-put-{kind}")
        if kind == "welcome":
            press(page, f"odv-button-offer-{meeting_id}")
    found = meetings.room(store, meeting_id).agenda
    assert [item.kind for item in found] == ["welcome", "talk", "break"]
    assert {"Onthaal", "Gesprek", "Pauze"} <= set(texts(page))
    talk = found[1].id
    press(page, f"odv-button-item-{talk}")
    type_in(page, f"odv-title-{talk}", "Wat is jobshadowing")
    page.text_area(key=f"odv-note-{talk}").set_value("Toon het verloop van het jaar.").run()
    page.number_input(key=f"odv-minutes-{talk}").set_value(0).run()
    type_in(page, f"odv-{meeting_id}-start", "22u")
    changed = meetings.room(store, meeting_id)
    assert (changed.agenda[1].title, changed.agenda[1].minutes) == ("Wat is jobshadowing", 0)
    assert changed.agenda[1].note == "Toon het verloop van het jaar."
    assert changed.meeting.start == "22:00"
    assert {"22.15", "22.15 tot 22.30", "samen 30 minuten, 22.00 tot 22.30"} <= set(texts(page))
    type_in(page, f"odv-{meeting_id}-start", "half tien")
    assert errors(page) == ["Dat uur lezen we niet. Typ het zo: 9.30."]
    assert meetings.room(store, meeting_id).meeting.start == "22:00"


def test_an_item_is_copied_behind_itself(store: Store, meeting: Meeting) -> None:
    first = agenda(store, meeting)[0]
    page = press(opened(meeting), f"odv-icon-copy-{first.id}")
    found = agenda(store, meeting)
    assert (found[1].kind, found[1].config) == (first.kind, first.config)
    assert not page.error


def test_what_people_bring_is_kept(store: Store, meeting: Meeting) -> None:
    page = opened(meeting)
    page.text_area(key=f"odv-{meeting.id}-bring").set_value("Een foto").run()
    assert meetings.room(store, meeting.id).meeting.bring == "Een foto"
    page.text_area(key=f"odv-{meeting.id}-bring").set_value("x" * 400).run()
    assert errors(page)[0].startswith("Wat iedereen meebrengt is te lang")
    assert meetings.room(store, meeting.id).meeting.bring == "Een foto"


def test_who_puts_something_on_the_agenda_is_told_its_place_there(store: Store) -> None:
    meeting = meetings.add(store, tracks.add_track(store, "Buurt"), "Start")
    page = open_page("meeting.py", m=meeting)
    press(page, f"odv-put-{exercises.EXERCISES[0].kind}")
    press(page, f"odv-button-offer-{meeting}")
    assert "✓ Staat op de agenda, als nummer 1 van 1." in texts(page)
    press(page, "odv-put-break")
    assert "✓ Staat op de agenda, als nummer 2 van 2." in texts(page)
    assert not any("×" in one for one in texts(page))
