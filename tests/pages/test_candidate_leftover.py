"""Once the group has begun, who is not in it is offered for removal, whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from pages.desk import candidate_case, candidate_leftover
from state import applications, calls, erasing_applications, organisers, tracks
from state.clock import local, now
from state.database import Store
from state.track_access import Acting, acting
from tests.pages.applied import SCHOOL, WHOLE, apply, called_track
from tests.pages.desk import data_folder, open_page, press, texts

LATER = {**SCHOOL, "organisation": "Wachtende", "phone": "0470 77 66 55"}
OUT = {**SCHOOL, "organisation": "Verloren Hoek", "phone": "0470 11 22 33"}
HALF = {**SCHOOL, "organisation": "Half Werk"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


def begun(store: Store) -> str:
    """A track whose group has begun with one, and four that are not in it, one with a yes."""
    track = called_track(store, WHOLE, LATER, OUT, {**SCHOOL, "organisation": "Straks Erbij"})
    apply(store, track, HALF, sent=False)
    named = {one.answers.name: one.id for one in applications.of_track(store, track)}
    applications.accept(store, named["De Regenton"])
    applications.decide(store, named["Wachtende"], "waiting")
    applications.decide(store, named["Straks Erbij"], "yes")
    return track


def left(store: Store, track: str) -> list[str]:
    return sorted(one.answers.name for one in applications.of_track(store, track))


def test_nothing_is_offered_before_the_group_has_begun(store: Store) -> None:
    track = called_track(store, WHOLE, OUT)
    told = texts(open_page("candidates.py", t=track))
    assert not any("Verloren Hoek" in one and "aanmelding" in one for one in told)


def test_those_outside_go_for_good_and_the_waiting_list_only_when_asked(store: Store) -> None:
    track = begun(store)
    page = open_page("candidates.py", t=track)
    told = [one.replace("\u2068", "").replace("\u2069", "") for one in texts(page)]
    assert "2 aanmeldingen: Verloren Hoek en Half Werk. Op de wachtlijst: Wachtende." in told, told
    press(page, f"odv-remove-leftover-{track}")
    asked = " ".join(one.value for one in page.markdown)
    assert "2 aanmeldingen gaan helemaal weg" in asked and "Wachtende" not in asked
    press(page, f"odv-yes-leftover-{track}")
    assert left(store, track) == ["De Regenton", "Straks Erbij", "Wachtende"]
    stored = b"".join(path.read_bytes() for path in store.folder.rglob("*.db*"))
    assert b"Verloren Hoek" not in stored and b"0470 11 22 33" not in stored
    # Only the waiting list is left: it is offered by itself.
    press(page, f"odv-remove-leftover-{track}")
    press(page, f"odv-yes-leftover-{track}")
    assert left(store, track) == ["De Regenton", "Straks Erbij"]
    assert [one.name for one in tracks.organisations(store, track)] == ["De Regenton"]


def test_it_is_advised_by_a_day_that_the_call_tells(store: Store) -> None:
    track = begun(store)
    found = candidate_case.of_track(store, tracks.track(store, track))
    today = local(now()).date()
    assert candidate_leftover.advised(found) == today + timedelta(days=91)
    assert not open_page("candidates.py", t=track).warning
    calls.set_deadline(store, track, "2020-01-01")
    found = candidate_case.of_track(store, tracks.track(store, track))
    assert candidate_leftover.advised(found) == date(2020, 4, 1)
    (told,) = open_page("candidates.py", t=track).warning
    assert told.value.startswith("Wis ze nu.")
    # The list of tracks says so too, until they are gone.
    assert any("wis de aanmeldingen" in one for one in texts(open_page()))
    every = [one for some in candidate_leftover.left(found) for one in some]
    erasing_applications.remove(store, [one.id for one in every])
    assert not any("wis de aanmeldingen" in one for one in texts(open_page()))


def test_what_was_noted_of_their_changes_goes_with_them(store: Store) -> None:
    track = begun(store)
    an = Acting(organisers.begin(store, "An", "wachtwoord van an", ""), True)
    found = candidate_case.of_track(store, tracks.track(store, track))
    (one, *_others), _waiting = candidate_leftover.left(found)
    with acting(an):
        applications.note(store, one.id, "doubts", "te ver")
        assert noted(store, one.id) == ["change"]
        erasing_applications.remove(store, [one.id])
    assert noted(store, one.id) == ["remove"]


def noted(store: Store, application: str) -> list[str]:
    with store.read() as db:
        return [row[0] for row in db.conn.execute(
            "SELECT action FROM track_change WHERE row = ?", [application])]  # fmt: skip
