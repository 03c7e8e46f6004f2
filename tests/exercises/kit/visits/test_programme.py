"""The programme of a visit: what is kept of what was sent, and its days in order."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.contract import TrackVisit, VisitDay
from exercises.kit.visits import programme
from exercises.kit.visits.programme import VisitPart
from state.problems import Refused

GUESTS = ("kat", "sam")


def judged(**sent: Any) -> VisitPart:
    return programme.judged("abcd", {"text": "Spelvoormiddag", **sent}, GUESTS)


def test_a_part_is_kept_as_it_was_sent() -> None:
    part = judged(
        date="2027-03-09", start="09:45", end="11:30", form="watch", guests=["sam"],
        company=" Greet  Maes ",
    )  # fmt: skip
    assert part == VisitPart(
        "abcd", "Spelvoormiddag", "2027-03-09", "09:45", "11:30", "watch", ("sam",), "Greet Maes"
    )
    assert VisitPart.from_json("abcd", part.to_json()) == part
    assert part.hours == "9.45 - 11.30"


def test_only_words_are_needed() -> None:
    assert judged() == VisitPart("abcd", "Spelvoormiddag")
    assert judged().hours == ""


def test_all_visitors_is_the_same_as_nobody_named() -> None:
    assert judged(guests=["sam", "kat"]).guests == ()
    assert judged(guests=["sam", "vreemd"]).guests == ("sam",)
    assert judged(guests=["vreemd"]).is_for("kat")


def test_a_part_taken_away_is_none() -> None:
    assert VisitPart.from_json("abcd", {"gone": True}) is None


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"start": "11:00", "end": "10:00"}, "niet om 10.00 eindigen als het om 11.00"),
        ({"start": "11:00", "end": "11:00"}, "niet om 11.00 eindigen"),
        ({"end": "11:00"}, "wanneer het begint"),
        ({"start": "25:00"}, "Dit uur bestaat niet"),
        ({"start": 9}, "Dit uur bestaat niet"),
        ({"date": "2027-02-30"}, "Deze datum bestaat niet"),
        ({"date": ["x"]}, "Deze datum bestaat niet"),
        ({"date": "0001-01-01"}, "Deze datum bestaat niet"),
        ({"form": "dansen"}, "Deze vorm bestaat niet"),
        ({"text": "  "}, "nog leeg"),
        ({"text": None}, "nog leeg"),
        ({"text": "a" * 101}, "Wat jullie doen"),
        ({"company": "a" * 81}, "Met wie"),
    ],
)
def test_what_can_not_be_is_refused_with_a_sentence(sent: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        judged(**sent)


@pytest.mark.parametrize("key", ["", "AB12", "ab", "2027-03-09", "a" * 30, "abcd "])
def test_a_key_is_short_and_plain(key: str) -> None:
    with pytest.raises(Refused):
        programme.judged(key, {"text": "Soep"}, GUESTS)


def test_days_hold_their_parts_in_order() -> None:
    visit = TrackVisit("v", "host", "guest", days=(VisitDay("2027-03-09"), VisitDay("2027-03-10")))
    parts = [
        VisitPart("late", "Soep", "2027-03-09", "12:00"),
        VisitPart("none", "Bellen"),
        VisitPart("open", "Wandelen", "2027-03-09"),
        VisitPart("early", "Koffie", "2027-03-09", "09:00"),
        VisitPart("else", "Feest", "2027-03-12", "20:00"),
    ]
    days = programme.by_day(visit, parts)
    assert [(day.date, [one.key for one in day.parts], day.of_visit) for day in days] == [
        ("2027-03-09", ["early", "late", "open"], True),
        ("2027-03-10", [], True),
        ("2027-03-12", ["else"], False),
        ("", ["none"], False),
    ]
