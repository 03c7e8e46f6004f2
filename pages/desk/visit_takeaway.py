"""What comes out of a visit on the desk: its programme on paper, its calendar file, and what one
may still ask about the programme."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import streamlit as st

from exercises.engine import moment, results
from exercises.kit.visits import checks
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import VisitPart, latest_parts
from exercises.results import ProgrammePart
from pages.desk import parts
from pages.desk.visit_doubts import KnownTrack
from state import rows
from state.app import store
from state.language import _
from state.models import Meeting, Track, TrackVisit

_MOST = 5
# What the page asks of the days of every visit already.
_OF_DAYS = ("no_days", "few_days", "apart")


def of_all(track: Track, found: Sequence[TrackVisit]) -> None:
    """The calendar file of all visits, once one of them has days."""
    if any(one.stands and one.days for one in found):
        address = f"./kalender/traject/{quote(track.id)}.ics"
        parts.file_link(_("Alle bezoeken in een kalender"), address)


def of_visit(track: Track, visit: TrackVisit, known: KnownTrack) -> None:
    """The programme and the calendar file of a visit that stands, and a few questions."""
    if not visit.stands:
        return
    with st.container(horizontal=True, key=f"odv-takeaway-{visit.id}"):
        parts.file_link(_("Programma (pdf)"), f"./programma/{quote(visit.id)}.pdf")
        parts.file_link(_("Kalender"), f"./kalender/bezoek/{quote(visit.id)}.ics")
    planned = _programme(track, visit)
    if planned:
        asked = checks.questions(visit, planned, _guests(visit, known))
        for one in [one for one in asked if one.key not in _OF_DAYS][:_MOST]:
            with st.container(key=f"odv-muted-{visit.id}-{one.key}-{one.date}"):
                st.text(one.text)


def _programme(track: Track, visit: TrackVisit) -> tuple[VisitPart, ...]:
    with store().read() as db:
        held = rows.ordered(db, Meeting, "meeting", "track_id", track.id)
        here = moment.at(store(), db, held[-1].id) if held else None
    if here is None:
        return ()
    return latest_parts(results.of_track(here).of(ProgrammePart), visit.id)


def _guests(visit: TrackVisit, known: KnownTrack) -> tuple[VisitGuest, ...]:
    return tuple(
        VisitGuest(one.id, one.name, one.function, chosen=bool(visit.people))
        for one in known.people.values()
        if one.organisation_id == visit.visitor and visit.takes_part(one.id, one.organisation_id)
    )
