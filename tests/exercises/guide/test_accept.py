"""What the gespreksleidraad takes from a browser, and what it changes in the visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from exercises.contract import (
    Accepted,
    Answer,
    Entry,
    Member,
    Party,
    Phase,
    TrackVisit,
    VisitChange,
    VisitDay,
)
from exercises.guide import EXERCISE, accept
from exercises.guide.config import GuideConfig
from exercises.guide.model import GuideView
from exercises.kit.sheet.holder import Holder
from exercises.kit.visits.programme import MOST_PARTS
from tests.exercises.refusing import refusal

VISIT = TrackVisit("v1", "achterom", "regenton", announced=True,
                   days=(VisitDay("2027-03-09", "09:00", "16:00"),))  # fmt: skip
PEOPLE = {
    "kat": Member("kat", "Katrien", "regenton", "De Regenton", 1, "staat", "gezinswerker"),
    "sam": Member("sam", "Samir", "regenton", "De Regenton", 1, "koffie"),
    "greet": Member("greet", "Greet", "achterom", "Het Achterom", 2, "staat"),
    "ann": Member("ann", "Ann", "tjoek", "Tjoek", 3, "staat"),
}
PARTIES = {
    "regenton": Party("regenton", "De Regenton", "", 1),
    "achterom": Party("achterom", "Het Achterom", "", 2), "tjoek": Party("tjoek", "Tjoek", "", 3),
}  # fmt: skip


def entry(
    slot: str, payload: dict[str, Any], who: str = "kat", visit: TrackVisit = VISIT,
    known: Sequence[Answer] = (),
) -> Entry[GuideConfig, GuideView]:  # fmt: skip
    config = GuideConfig(visits=(visit,))
    kept = {(one.author, one.slot): one.payload for one in known}
    return Entry(
        config, Phase(), who, slot, payload, lambda: EXERCISE.fold(config, list(known)),
        lambda: PEOPLE, lambda: PARTIES, alias=lambda one: f"a-{one}",
        stored=lambda owner, place: kept.get((owner, place)), visits=lambda: (visit,),
    )  # fmt: skip


def judged(slot: str, payload: dict[str, Any], who: str = "kat", **more: Any) -> Accepted:
    return accept.accept(entry(slot, payload, who, **more))


def refused(slot: str, payload: dict[str, Any], who: str = "kat", **more: Any) -> str:
    return refusal(accept.accept, entry(slot, payload, who, **more))


def test_a_day_is_added_to_the_days_as_they_are_by_now() -> None:
    made = judged("day.v1:2027-03-10", {"on": True, "start": "", "end": ""}, "greet")
    assert made.visits == (VisitChange("v1", days=(*VISIT.days, VisitDay("2027-03-10"))),)
    assert (made.owner, made.notifies) == ("v1", "party")
    gone = judged("day.v1:2027-03-09", {"on": False})
    assert gone.visits == (VisitChange("v1", days=()),)


def test_two_who_add_a_day_at_once_keep_both() -> None:
    first = judged("day.v1:2027-03-11", {"on": True, "start": "09:00", "end": "12:00"})
    days = first.visits[0].days
    assert days is not None
    second = judged("day.v1:2027-03-10", {"on": True}, "greet", visit=replace(VISIT, days=days))
    kept = second.visits[0].days
    assert kept is not None
    assert [one.date for one in kept] == ["2027-03-09", "2027-03-10", "2027-03-11"]
    assert kept[2] == VisitDay("2027-03-11", "09:00", "12:00")


def test_days_that_can_not_be_are_refused() -> None:
    assert "niet om 9.00 eindigen" in refused(
        "day.v1:2027-03-09", {"on": True, "start": "16:00", "end": "09:00"}
    )
    assert "bestaat niet" in refused("day.v1:2027-02-30", {"on": True})
    assert "Dit uur" in refused("day.v1:2027-03-09", {"on": True, "start": "9"})
    assert "niet te lezen" in refused("day.v1:2027-03-09", {"on": 1})
    full = replace(VISIT, days=tuple(VisitDay(f"2027-01-{day:02}") for day in range(1, 31)))
    assert "hoogstens 30" in refused("day.v1:2027-03-09", {"on": True}, visit=full)


def test_mentor_place_and_lodging_go_to_the_visit() -> None:
    made = judged("row.v1:mentor", {"text": " Greet  Maes "}, "greet")
    assert made.visits == (VisitChange("v1", mentor="Greet Maes"),)
    assert judged("row.v1:lodging", {"text": ""}).visits == (VisitChange("v1", lodging=""),)
    assert "De plaats" in refused("row.v1:place", {"text": "x" * 161})
    refused("row.v1:state", {"text": "done"})
    refused("row.v1:mentor", {"text": None})


def test_a_part_is_for_visitors_by_their_alias() -> None:
    sent = {"text": "Soep", "guests": ["a-sam", "a-greet", "sam"], "form": "meal"}
    made = judged("part.v1:soepje", sent, "greet")
    assert made.payload["guests"] == ["sam"]
    assert judged("part.v1:soepje", {"gone": True}).payload == {"gone": True}
    assert "nog leeg" in refused("part.v1:soepje", {"text": " "})
    assert "als het om 11.00 begint" in refused(
        "part.v1:soepje", {"text": "Soep", "start": "11:00", "end": "10:00"}
    )


def test_a_programme_is_bounded() -> None:
    known = [Answer("v1", f"part.v1:deel{n}", {"text": "Soep"}) for n in range(MOST_PARTS)]
    assert f"hoogstens {MOST_PARTS}" in refused("part.v1:nogeen", {"text": "Soep"}, known=known)
    assert judged("part.v1:deel3", {"text": "Brood"}, known=known).payload["text"] == "Brood"


def test_each_writes_only_the_own_sentence() -> None:
    made = judged("sheet.v1:success-a-kat", {"text": "Als ik durf te vragen."})
    assert (made.payload, made.owner) == ({"text": "Als ik durf te vragen."}, "v1")
    assert "iemand anders" in refused("sheet.v1:success-a-greet", {"text": "Niet van haar."})


@pytest.mark.parametrize(
    ("slot", "payload"),
    [("sheet.v1:next", {"text": "x"}), ("row.v1:mentor", {"text": "x"}),
     ("day.v1:2027-03-10", {"on": True}), ("part.v1:soepje", {"text": "x"})],
)  # fmt: skip
def test_only_the_people_of_the_visit_and_only_while_it_stands(
    slot: str, payload: dict[str, Any]
) -> None:
    assert "ander bezoek" in refused(slot, payload, "ann")
    off = replace(VISIT, state="called_off")
    assert "gaat niet door" in refused(slot, payload, visit=off)
    assert "staat er niet meer" in refused(slot.replace("v1", "v9"), payload)
    one_guest = replace(VISIT, people=("kat",))
    assert "ander bezoek" in refused(slot, payload, "sam", visit=one_guest)


def test_who_comes_is_filled_in_with_the_chosen_before_anybody_writes() -> None:
    parties = (PARTIES["regenton"], PARTIES["achterom"])
    holder = Holder("visit", "v1", "v1", "x", tuple(PEOPLE.values()), parties)
    assert accept.starts(replace(VISIT, people=("kat", "sam")), holder) == {
        "name1": "Katrien", "role1": "gezinswerker", "name2": "Samir", "role2": "",
    }  # fmt: skip
    assert accept.starts(VISIT, holder) == {}, "nobody was chosen, whoever is in the room"
