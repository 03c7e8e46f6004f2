"""A visit of the track with a guide and a programme, for the contract test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.contract import Answer, TrackVisit, VisitDay
from exercises.guide.config import GuideConfig

# Organisation n of the contract test holds every third person, from number n on.
VISITS = (
    TrackVisit("v1", "o0", "o1", announced=True, mentor="Greet", place="De groene deur",
               days=(VisitDay("2027-03-09", "09:00", "16:00"), VisitDay("2027-03-10"))),
    TrackVisit("v2", "o2", "o0", people=("p0",)),
)  # fmt: skip
CONFIG = replace(GuideConfig(), visits=VISITS)


def answers(config: GuideConfig, people: Sequence[str]) -> list[Answer]:
    """Those of the first visit write, choose a day and make a programme; a text is too long."""
    if not people:
        return []
    guest = (*people[1::3], people[0])[0]
    part = {"text": "Koffie <b>=1+1</b> مرحبا 👋", "date": "2027-03-09", "start": "09:00",
            "end": "09:45", "form": "welcome", "guests": [], "company": "Greet"}  # fmt: skip
    found = [
        *(Answer("v1", f"sheet.v1:success-{one}", {"text": f"Als {at} durft te vragen."}, by=one)
          for at, one in enumerate(people) if at % 3 != 2),
        Answer("v1", "sheet.v1:name4", {"text": "Katrien"}, by=guest),
        Answer("v1", "sheet.v1:next", {"text": "Wij bellen"}, by=guest),
        Answer("v1", "sheet.v1:parents", {"text": "x" * 500, "long": True}, by=guest),
        Answer("v1", "row.v1:mentor", {"text": "Greet"}, by=guest),
        Answer("v1", "day.v1:2027-03-09", {"on": True, "start": "09:00", "end": "16:00"},
               by=guest),
        Answer("v1", "part.v1:koffie", part, by=guest),
        Answer("v1", "part.v1:soepje", {**part, "text": "Soep", "start": "", "end": "",
                                        "date": "2027-03-12", "form": "meal"}, by=guest),
        Answer("v1", "part.v1:weggedaan", {"gone": True}, by=guest),
    ]  # fmt: skip
    return [
        Answer(one.author, one.slot, one.payload, one.by_hand, at, one.by)
        for at, one in enumerate(found)
    ]
