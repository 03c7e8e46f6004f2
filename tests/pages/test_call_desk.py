"""The desk's page of a call: what is stored, and what the public page then says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from state import applying, call_texts, calls, tracks
from state.application_rows import of_token
from state.database import Store
from state.ids import new_token
from tests.pages.desk import data_folder, open_page, press, texts, type_in


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


def test_it_is_opened_and_its_texts_are_written(store: Store) -> None:
    track = tracks.add_track(store, "Warm *onthaal*")
    page = open_page("call.py", t=track)
    assert "Nog niemand heeft zich aangemeld." in texts(page)
    page.segmented_control[0].set_value("open").run()
    page.text_area(key=f"odv-{track}-call-about").set_value("Kom bij ons.").run()
    call = calls.of_track(store, track)
    assert (call.state, call.texts["about"]) == ("open", "Kom bij ons.")
    press(page, "odv-call-usual-about")
    assert calls.of_track(store, track).texts["about"] == call_texts.usual()["about"]


def test_a_text_that_is_too_long_stays_on_the_page(store: Store) -> None:
    track = tracks.add_track(store, "Proef")
    page = open_page("call.py", t=track)
    field = page.text_area(key=f"odv-{track}-call-ask")
    field.set_value("x" * 4000).run()
    assert any("te lang" in one.value for one in page.error)
    assert page.text_area(key=f"odv-{track}-call-ask").value == "x" * 4000


def test_a_question_is_renamed_switched_off_and_added(store: Store) -> None:
    track = tracks.add_track(store, "Proef")
    page = open_page("call.py", t=track)
    press(page, f"odv-button-sheet-{track}-who")
    type_in(page, f"odv-{track}-field-place-label", "Welke stad?")
    type_in(page, f"odv-{track}-field-place-hint", "Bijvoorbeeld: Gent.")
    page.toggle(key=f"odv-{track}-field-reaches-on").set_value(False).run()
    page.text_input(key="odv-own-who-label").set_value("Hoeveel mensen werken er?")
    press(page, "odv-own-who-add")
    form = calls.of_track(store, track).form
    place, reaches = form.field("place"), form.field("reaches")
    assert place is not None and place.label == "Welke stad?"
    assert place.hint == "Bijvoorbeeld: Gent."
    assert reaches is not None and not reaches.on
    assert form.sheets[0].fields[-1].label == "Hoeveel mensen werken er?"


def test_the_mail_says_when_one_can_apply_or_nothing_of_it(store: Store) -> None:
    track = tracks.add_track(store, "Warm onthaal")
    page = open_page("call.py", t=track)
    told = " ".join(texts(page))
    assert "meld je aan" in told and "Aanmelden kan" not in told
    page.segmented_control[0].set_value("open").run()
    assert "Aanmelden kan nu." in " ".join(texts(page))
    calls.set_state(store, track, "off")
    calls.set_deadline(store, track, "2099-03-02")
    assert "Aanmelden kan tot en met" in " ".join(texts(open_page("call.py", t=track)))


def test_a_lost_link_is_made_anew_and_the_one_before_ends(store: Store) -> None:
    track, token = tracks.add_track(store, "Proef"), new_token()
    calls.set_state(store, track, "open")
    call = calls.of_track(store, track)
    applying.begin(store, call, token, {"organisation": "Kat & *co*"}, opened_at=datetime.now(UTC))
    page = press(open_page("call.py", t=track), "odv-call-give")
    made = next(one.value for one in page.code if "/aanmelding/" in one.value)
    with store.read() as db:
        assert of_token(db, token) is None
        found = of_token(db, made.rsplit("/", 1)[1])
    assert found is not None and found.answers.name == "Kat & *co*"


def test_a_last_day_that_is_past_says_what_it_does(store: Store) -> None:
    track = tracks.add_track(store, "Proef")
    calls.set_deadline(store, track, "2020-01-01")
    page = open_page("call.py", t=track)
    assert [one.value.split(":")[0] for one in page.warning] == ["Deze dag is voorbij"]
    calls.set_deadline(store, track, "2090-01-01")
    assert not open_page("call.py", t=track).warning
