"""Organisations that applied for a track, for tests of the page of candidates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from state import applications, applying, calls, tracks
from state.database import Store
from state.ids import new_token

WHOLE: Mapping[str, str] = {
    "organisation": "De Regenton", "place": "Oude Haven", "sector": "Inloophuis",
    "example-1": "Soep op het plein zonder afspraak", "question-1": "Hoe betrekken wij tieners?",
    "person-1": "Katrien", "function-1": "gezinscoach", "person-2": "Samir",
    "function-2": "beleid", "free": "yes", "hosting": "yes", "hosting-see": "Het plein",
    "team": "yes", "team-how": "Op de vergadering gezegd", "contact": "Katrien",
    "phone": "0470 12 34 56", "when": "voormiddag", "reaches": "Gezinnen van de haven",
}  # fmt: skip
SCHOOL: Mapping[str, str] = {
    **WHOLE, "organisation": "Stapsteen", "place": "Sluiswijk", "sector": "School",
    "example-1": "", "example-3": "Tieners bouwen mee", "question-1": "Hoe koken wij soep?",
    "person-1": "An", "person-2": "", "function-2": "", "alone-why": "Klein team",
    "alone-team": "Elke week verteld", "team": "no",
}  # fmt: skip


def called_track(store: Store, *applied: Mapping[str, str]) -> str:
    """A track with an open call for which these were sent; gives its id."""
    track_id = tracks.add_track(store, "Oproep 2027")
    calls.set_state(store, track_id, "open")
    for one in applied:
        apply(store, track_id, one)
    return track_id


def apply(store: Store, track_id: str, texts: Mapping[str, str], *, sent: bool = True) -> str:
    """Send an application with these texts; gives its id."""
    before = {one.id for one in applications.of_track(store, track_id)}
    token, call = new_token(), calls.of_track(store, track_id)
    trouble = applying.begin(store, call, token, texts, opened_at=datetime.now(UTC))
    assert not trouble, trouble
    if sent:
        applying.send(store, token)
    (made,) = {one.id for one in applications.of_track(store, track_id)} - before
    return made
