"""What an organiser may want to look at again in the visits of a track."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pages.desk.visit_days import clock, working_days
from pages.desk.visit_doubts import KnownTrack, of_all, of_visit
from state.models import Organisation, Person, TrackVisit, VisitDay
from state.problems import Refused

NAMES = {"r": "De Regenton", "k": "Kattenstaart", "z": "Zevenhoek"}
ORGANISATIONS = {
    key: Organisation(key, "t", name, "", "", at, at)
    for at, (key, name) in enumerate(NAMES.items(), start=1)
}
LEFT = {"a": Organisation("a", "t", "Het Achterom", "", "", 4, 4)}
PEOPLE = {key: Person(key, "t", "r", name, "", "staat") for key, name in
          (("s", "Samir"), ("c", "Katrien"))}  # fmt: skip
KNOWN = KnownTrack(ORGANISATIONS, LEFT, PEOPLE, date(2026, 3, 1))


def days(*isos: str) -> tuple[VisitDay, ...]:
    return tuple(VisitDay(one) for one in isos)


def visit(host: str = "k", visitor: str = "r", **more: object) -> TrackVisit:
    made = TrackVisit(f"{visitor}-{host}", host, visitor)
    return replace(made, **more)  # type: ignore[arg-type]


ROUND = (visit("k", "r"), visit("z", "k"), visit("r", "z"))
THREE = days("2026-03-10", "2026-03-11", "2026-03-12")


def test_a_good_round_has_nothing_to_look_at() -> None:
    assert of_all(ROUND, KNOWN) == []
    assert of_visit(visit(days=THREE), KNOWN) == []
    assert of_visit(visit(), KNOWN) == [], "days come later"
    assert of_all((), KNOWN) == []


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (visit(days=days("2026-03-10", "2026-03-11")), "Met drie dagen of meer"),
        (visit(days=days("2026-03-10", "2026-03-11", "2026-03-13")), "sluiten niet op elkaar aan"),
        (visit(kind="kijkstage", days=THREE), "Een kijkstage duurt één dag. Hier staan er 3."),
        (visit(days=days("2026-02-10", "2026-02-11", "2026-02-12")), "De dagen zijn voorbij"),
        (visit(host="a"), "Het Achterom doet niet meer mee."),
        (visit(host="nergens"), "een organisatie die vertrok doet niet meer mee."),
        (visit(people=("s",), count=2), "Van één persoon die ging"),
        (visit(days=days("2026-10-23", "2026-10-24", "2026-10-25")),
         "In de nacht voor 25 oktober 2026 gaat de klok een uur terug."),
        (visit(days=days("2026-03-27", "2026-03-30", "2026-03-31")),
         "In de nacht voor 29 maart 2026 gaat de klok een uur vooruit."),
    ],
)  # fmt: skip
def test_one_visit(made: TrackVisit, words: str) -> None:
    (told,) = of_visit(made, KNOWN)
    assert words in told
    assert of_visit(replace(made, state="called_off"), KNOWN) == []


def test_days_on_either_side_of_a_weekend_are_in_a_row() -> None:
    assert of_visit(visit(days=days("2026-03-12", "2026-03-13", "2026-03-16")), KNOWN) == []


def test_who_is_left_out_is_named() -> None:
    assert of_all(ROUND[:1], KNOWN) == [
        "De Regenton en Zevenhoek krijgen geen bezoek.",
        "Kattenstaart en Zevenhoek gaan nergens op bezoek.",
    ]
    off = (*ROUND[:2], replace(ROUND[2], state="called_off"))
    assert of_all(off, KNOWN)[0] == "De Regenton krijgt geen bezoek."


def test_who_was_left_out_is_told_in_the_past_once_all_visits_were_made() -> None:
    made = tuple(replace(one, state="done") for one in ROUND[:1])
    assert of_all(made, KNOWN) == [
        "De Regenton en Zevenhoek kregen geen bezoek.",
        "Kattenstaart en Zevenhoek gingen nergens op bezoek.",
    ]
    half = (*made, replace(ROUND[1], days=()))
    assert of_all(half, KNOWN)[0] == "De Regenton krijgt geen bezoek."


def test_one_person_in_two_places_on_a_day() -> None:
    twice = (
        replace(ROUND[0], people=("s",), days=THREE), *ROUND[1:],
        replace(visit("z", "r"), people=("s", "c"), days=THREE[:1]),
    )  # fmt: skip
    assert of_all(twice, KNOWN) == ["Samir is op 10 maart tegelijk bij Kattenstaart en Zevenhoek."]


def test_two_visits_at_one_host_on_a_day() -> None:
    both = (replace(ROUND[0], days=THREE), *ROUND[1:], replace(visit("k", "z"), days=THREE[2:]))
    assert of_all(both, KNOWN) == [
        "Kattenstaart krijgt op 12 maart De Regenton en Zevenhoek tegelijk over de vloer."
    ]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("9", "09:00"), ("9.30", "09:30"), ("9u30", "09:30"), (" 16:05 ", "16:05"), ("", ""),
     ("9u", "09:00"), ("9 uur", "09:00"), ("0.00", "00:00")],
)  # fmt: skip
def test_times_are_read_as_people_type_them(typed: str, stored: str) -> None:
    assert clock(typed) == stored


@pytest.mark.parametrize("typed", ["25", "9.60", "'s ochtends", "9.5", "-1", "1000"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="Schrijf het uur zo"):
        clock(typed)


def test_days_in_a_row_leave_the_weekend_out() -> None:
    found = [day.isoformat() for day in working_days(date(2026, 3, 12), 3)]
    assert found == ["2026-03-12", "2026-03-13", "2026-03-16"]
    assert list(working_days(date(2026, 3, 14), 1)) == [date(2026, 3, 14)]
