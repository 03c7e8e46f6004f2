"""What the page of the visits gives to take along, and what it asks about a programme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import exercises
from exercises.engine import running
from state import meetings, people, tracks, visits
from state.database import Store
from state.models import TrackVisit, VisitDay
from tests.pages.desk import data_folder, open_page, press, texts


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


def links(page: object) -> str:
    return " ".join(str(one.proto.body) for one in page.get("html"))  # type: ignore[attr-defined]


def test_a_visit_that_stands_has_its_files_and_is_asked_about(store: Store) -> None:
    track = tracks.add_track(store, "Buurt")
    host, guest = (tracks.add_organisation(store, track, name) for name in ("Achterom", "Regenton"))
    days = (VisitDay("2027-03-09"), VisitDay("2027-03-10"), VisitDay("2027-03-11"))
    visit = visits.add(store, track, TrackVisit("", host, guest, days=days, announced=True))
    meeting = meetings.add(store, track, "Voorbereiding")
    guide = exercises.of_kind("guide")
    assert guide is not None
    activity = meetings.add_activity(store, meeting, "guide", guide.sample.to_json(), 75)
    meetings.open_doors(store, meeting)
    people.join(store, meeting, "gsm", guest, "Katrien")
    running.start(store, activity)
    (who,) = people.attendees(store, meeting)
    part = {"text": "Spelvoormiddag", "date": "2027-03-09", "start": "09:00", "form": "watch"}
    running.send(store, meetings.room(store, meeting), activity, who.person.id,
                 f"part.{visit}:spelvm", part, "een")  # fmt: skip
    page = open_page("visits.py", t=track)
    assert f"./kalender/traject/{track}.ics" in links(page)
    assert f"/programma/{visit}.pdf" not in links(page)
    press(page, f"odv-button-visit-{visit}")
    assert f"./programma/{visit}.pdf" in links(page)
    assert f"./kalender/bezoek/{visit}.ics" in links(page)
    assert any("onthaald" in one for one in texts(page))
    visits.set_state(store, [visit], "called_off")
    page.run()
    assert f"./programma/{visit}.pdf" not in links(page)
