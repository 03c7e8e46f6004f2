"""The programme of a visit on paper: days with their parts, and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

import exercises
from exercises.document import Bullets, Dated, Heading, Paragraph
from exercises.engine import running
from report.documents.reading import WholeTrack
from report.documents.visit_programme import visit_programme
from state import copies, meetings, people, tracks, visits
from state.database import Store
from state.models import TrackVisit, VisitDay
from state.problems import Refused
from tests.report.documents.told import flat


@dataclass(frozen=True)
class Prepared:
    """A visit with a guide in which Katrien, its guest, and Greet, of the host, wrote."""

    store: Store
    track: str
    visit: str
    people: dict[str, str]


@pytest.fixture
def prepared(store: Store) -> Prepared:
    track = tracks.add_track(store, "Buurt")
    names = ("De Regenton", "Het Achterom", "Tjoek")
    guest, host, other = (tracks.add_organisation(store, track, name) for name in names)
    days = (VisitDay("2027-03-09", "09:00", "16:00"), VisitDay("2027-03-10"))
    visit = visits.add(store, track, TrackVisit(
        "", host, guest, days=days, mentor="Greet", place="De groene deur", announced=True,
    ))  # fmt: skip
    meeting = meetings.add(store, track, "Voorbereiding")
    guide = exercises.of_kind("guide")
    assert guide is not None
    activity = meetings.add_activity(store, meeting, "guide", guide.sample.to_json(), 75)
    meetings.open_doors(store, meeting)
    for name, house in (("Katrien", guest), ("Greet", host), ("Ann", other)):
        people.join(store, meeting, name, house, name)
    running.start(store, activity)
    ids = {one.person.name: one.person.id for one in people.attendees(store, meeting)}

    def sends(who: str, slot: str, **payload: Any) -> None:
        room = meetings.room(store, meeting)
        running.send(store, room, activity, ids[who], slot, payload, slot)

    sends("Katrien", f"part.{visit}:koffie", text="Koffie aan tafel", date="2027-03-09",
          start="09:00", end="09:45", form="welcome", company="Greet")  # fmt: skip
    sends("Greet", f"part.{visit}:later", text="Bellen?", form="interview")
    sends("Greet", f"sheet.{visit}:feedback", text="Elke dag een kwartier.")
    return Prepared(store, track, visit, ids)


def blocks(prepared: Prepared, person: str = "") -> list[Any]:
    with copies.in_memory(prepared.store) as db:
        whole = WholeTrack(db, prepared.track)
        return flat(visit_programme(whole, prepared.visit, person).blocks)


def test_each_day_has_its_parts_in_words(prepared: Prepared) -> None:
    found = blocks(prepared)
    headings = [one.text for one in found if isinstance(one, Heading)]
    assert headings == [
        "Twee dagen bij Het Achterom", "Dinsdag 9 maart, 9.00 - 16.00", "Woensdag 10 maart",
        "Nog zonder dag", "Afspraken",
    ]  # fmt: skip
    dated = [one.entries for one in found if isinstance(one, Dated)]
    assert dated == [
        (("9.00 - 9.45", "Koffie aan tafel. Katrien komt aan, met Greet."),),
        (("", "Bellen? Katrien stelt vragen."),),
    ]
    told = [(one.strong, one.text) for one in found if isinstance(one, Paragraph)]
    assert ("Mentor:", "Greet") in told and ("Waar:", "De groene deur") in told
    (agreed,) = [one.items for one in found if isinstance(one, Bullets)]
    assert agreed == ("Hoe geven jullie elkaar feedback? Elke dag een kwartier.",)


def test_both_sides_read_it_and_nobody_else(prepared: Prepared) -> None:
    for name in ("Katrien", "Greet"):
        assert blocks(prepared, prepared.people[name]) == blocks(prepared)
    with pytest.raises(Refused, match="geen bezoek van jullie"):
        blocks(prepared, prepared.people["Ann"])
    visits.announce(prepared.store, [prepared.visit], announced=False)
    with pytest.raises(Refused, match="geen bezoek van jullie"):
        blocks(prepared, prepared.people["Greet"])


def test_a_visit_that_is_gone_is_said(prepared: Prepared) -> None:
    visits.remove(prepared.store, prepared.visit, "weg")
    with pytest.raises(Refused, match="staat er niet meer"):
        blocks(prepared)
