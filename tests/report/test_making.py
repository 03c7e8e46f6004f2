"""What a document is made from: whose names stand in it."""

from __future__ import annotations

import pytest

from exercises import of_kind
from exercises.engine import running
from report.making import make
from report.order import Order
from state import consent, meetings, people, tracks
from state.database import Store


@pytest.mark.parametrize(
    ("chosen", "said", "told"),
    [
        ("names", "", "An Peeters, De Brug"),
        ("names", "nameless", "Iemand van De Brug"),
        ("organisations", "", "De Brug"),
    ],
)
def test_who_signs_a_quote_is_named_in_the_report_unless_named_nowhere(
    store: Store, chosen: str, said: str, told: str
) -> None:
    track = tracks.add_track(store, "Samen")
    home = tracks.add_organisation(store, track, "De Brug")
    meeting = meetings.add(store, track, "Slot")
    meetings.open_doors(store, meeting)
    who = people.join(store, meeting, "gsm", home, "An Peeters")
    exercise = of_kind("quotes")
    assert exercise is not None
    made = meetings.add_activity(store, meeting, exercise.kind, exercise.sample.to_json(), 20)
    running.start(store, made)
    room = meetings.room(store, meeting)
    text = "Ik voelde me meteen thuis."
    for slot, payload in (
        ("quote.text", {"text": text}), ("quote.consent", {"consent": chosen, "text": text}),
    ):  # fmt: skip
        running.send(store, room, made, who, slot, payload, slot)
    if said:
        consent.give(store, who, said)
    running.close(store, made)
    with store.write() as db:
        document = make(db, Order("report", track, "html")).content.decode()
    assert f">{told}<" in document
    assert ("An Peeters" in document) == ("An Peeters" in told)
