"""What a facilitator would fill in, and answers to it, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.contract import Answer, NotebookEntry, TrackVisit
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.kit.drawing.finger_drawing import Stamp, Stroke, encode
from state.models import FACILITATOR

# Organisation n of the contract test holds every third person, from number n on.
CONFIG = GiftsConfig((
    GiftVisit("a", "o1", "o0", 2), GiftVisit("b", "o1", "o2", 2), GiftVisit("c", "o0", "o1", 1),
    GiftVisit("d", "o2", "of a track of long ago"),
))  # fmt: skip
# A note of which a photo is in the first gift.
VISITS = (TrackVisit("v1", host="o0", visitor="o1", state="done", announced=True),)
NOTES = (
    NotebookEntry(
        "n1", "v1", "p1", "client-n1", "note", "De keuken.", None, None, "", True,
        "2026-11-20", "2026-11-20T10:00:00", ("p1", "p2"),
    ),
)  # fmt: skip
WRAPPED = {"wrapped": True, "paper": "dots", "ribbon": "yellow"}


def answers(config: GiftsConfig, people: Sequence[str]) -> list[Answer]:
    """Two gifts with notes of all visitors, one of them unwrapped and talked about, one of the
    group; the third has only a drawing and is not wrapped."""
    visitors, others = people[1::3] or people[:1], people[::3]
    items = encode(
        [Stroke("i", "1", ((0, 0), (10, 600), (1000, 0))), Stroke("r", "2", ((5, 5),)),
         Stamp("g", "3", 2, 500, 300)]
    )  # fmt: skip
    drawn = {"items": items, "text": "<i>de keukentafel</i>"}
    found = [
        Answer(person, f"{key}.{kind}", {"text": f"{kind} van {person} مرحبا 👋"})
        for person in visitors[:40] for key in "ab" for kind in ("like", "tip", "phrase", "told")
    ]  # fmt: skip
    found += [Answer(person, "a.draw", drawn) for person in visitors[:40]]
    if "p1" in visitors:
        found.append(Answer("p1", "a.photo-p1", {"photo": "p1", "note": "n1"}))
    found += [Answer(person, "c.draw", drawn) for person in others[:40]]
    by, host = (*visitors, "p1")[0], (*others, "p0")[0]
    found += [
        Answer(FACILITATOR, "g-o2.ask", {"on": True}),
        Answer(by, "g-o2.like", {"text": "Van ons allemaal"}),
        Answer("o1", "a.wrap", WRAPPED, by=by),
        Answer("o1", "b.wrap", WRAPPED, by=by),
        Answer("o0", "a.open", {"open": True, "turn": 1}, by=host),
        Answer("o0", "a.page", {"at": 2}, by=host),
        Answer("o0", "a.question", {"text": "Wat bedoel je met 'thuis'?"}, by=host),
        Answer("o0", "a.share", {"text": "=HYPERLINK(1)"}, by=host),
        Answer("o0", "a.done", {"done": True}, by=host),
        Answer(FACILITATOR, "b.skip", {"skip": False}),
    ]
    return [
        Answer(one.author, one.slot, one.payload, one.by_hand, at, one.by)
        for at, one in enumerate(found)
    ]
