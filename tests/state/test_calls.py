"""The call of a track: what can be stored, and when it stands open."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from state import call_form, call_texts, calls, tracks
from state.calls import CallState, Standing
from state.database import Store
from state.problems import Refused


@pytest.fixture
def track(store: Store) -> str:
    return tracks.add_track(store, "Proef", "")


def test_a_track_has_a_call_that_is_off_with_the_default_texts(store: Store, track: str) -> None:
    call = calls.of_track(store, track)
    assert (call.state, call.standing(), call.code) == ("off", "off", "")
    assert call.texts == call_texts.usual() and call.form == call_form.usual()
    assert len(call.form.shown) == 7


@pytest.mark.parametrize(
    ("state", "hour", "standing"),
    [
        ("open", 20, "open"), ("open", 22, "late"), ("closed", 20, "closed"),
        ("closed", 22, "closed"), ("off", 22, "off"),
    ],
)  # fmt: skip
def test_it_is_late_after_midnight_in_brussels(
    store: Store, track: str, state: CallState, hour: int, standing: Standing
) -> None:
    calls.set_deadline(store, track, "2030-07-01")
    calls.set_state(store, track, state)
    moment = datetime(2030, 7, 1, hour, tzinfo=UTC)
    assert calls.of_track(store, track).standing(moment) == standing


def test_a_call_whose_last_day_is_past_is_not_opened(store: Store, track: str) -> None:
    calls.set_deadline(store, track, "2020-01-01")
    with pytest.raises(Refused, match="al voorbij"):
        calls.set_state(store, track, "open")


@pytest.mark.parametrize("day", ["gisteren", "2027-02-30", "1999-01-01", "2101-01-01"])
def test_what_is_no_day_is_refused(store: Store, track: str, day: str) -> None:
    with pytest.raises(Refused, match="Kies een dag"):
        calls.set_deadline(store, track, day)


@pytest.mark.parametrize("number", [0, -1, 201])
def test_a_group_has_a_size(store: Store, track: str, number: int) -> None:
    with pytest.raises(Refused):
        calls.set_most_people(store, track, number)


def test_the_default_text_is_no_own_text(store: Store, track: str) -> None:
    calls.set_text(store, track, "about", "Anders")
    calls.set_text(store, track, "about", call_texts.usual()["about"])
    assert calls.of_track(store, track).own_texts == {}
    calls.set_text(store, track, "about", "")
    assert calls.of_track(store, track).texts["about"] == ""


def test_fields_that_nobody_can_do_without_stay(store: Store, track: str) -> None:
    form = call_form.usual()
    for key in call_form.FIXED:
        with pytest.raises(Refused, match="Dit veld blijft"):
            call_form.changed_field(form, key, label="x", hint="", on=False, required=False)
    changed = call_form.changed_field(form, "phone", label="Gsm", hint="", on=True,
                                      required=False)  # fmt: skip
    found = changed.field("phone")
    assert found is not None and found.required and found.label == "Gsm"
    calls.set_form(store, track, changed)
    assert calls.of_track(store, track).form == changed


def test_own_questions_have_an_end_and_choices_are_counted() -> None:
    form = call_form.usual()
    with pytest.raises(Refused, match="twee tot"):
        call_form.with_own(form, "who", "choice", "Hoe?", ["één", " "])
    with pytest.raises(Refused):
        call_form.with_own(form, "who", "people", "Wie?")
    for number in range(call_form.MOST_OWN):
        form = call_form.with_own(form, "who", "short", f"Vraag {number}")
    with pytest.raises(Refused, match="eigen vragen"):
        call_form.with_own(form, "who", "short", "Nog een")
    key = form.sheets[0].fields[-1].key
    assert call_form.without_own(form, key).field(key) is None
    assert call_form.without_own(form, "organisation") == form


def test_a_sheet_without_questions_is_not_shown() -> None:
    form = call_form.changed_field(call_form.usual(), "examples", label="x", hint="", on=False,
                                   required=False)  # fmt: skip
    assert [one.key for one in form.shown] == [
        "who", "learn", "people", "hosting", "team", "contact"]  # fmt: skip


def test_two_tracks_have_two_codes_that_can_be_typed(store: Store, track: str) -> None:
    other = tracks.add_track(store, "Ander", "")
    codes = {calls.made(store, one).code for one in (track, other)}
    assert len(codes) == 2 and all(calls.clean(f"x-{code.lower()} ") == code for code in codes)


def test_another_year_takes_texts_and_questions_along_and_nothing_else(
    store: Store, track: str
) -> None:
    calls.set_text(store, track, "phone", "Els")
    calls.set_deadline(store, track, "2090-01-01")
    calls.set_state(store, track, "open")
    other, untouched = tracks.add_track(store, "Ander"), tracks.add_track(store, "Zonder")
    calls.copy(store, track, other)
    calls.copy(store, untouched, other)
    made = calls.of_track(store, other)
    assert (made.texts["phone"], made.state, made.deadline) == ("Els", "off", "")
    assert made.code != calls.of_track(store, track).code
