"""Questions about a programme: asked where something is missing, and silent where it is not."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import TrackVisit, VisitDay
from exercises.kit.visits import checks
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import PartForm, VisitPart

DAYS = ("2027-03-09", "2027-03-10", "2027-03-11")
VISIT = TrackVisit("v", "achterom", "regenton", days=tuple(map(VisitDay, DAYS)))
GUESTS = (VisitGuest("kat", "Katrien", "gezinswerker"), VisitGuest("sam", "Samir", "beleid"))


def part(key: str, day: str, form: PartForm, start: str = "", *guests: str) -> VisitPart:
    return VisitPart(key, f"deel {key}", day, start, "", form, guests)


def good() -> list[VisitPart]:
    """Three days with all that makes a visit good."""
    found: list[VisitPart] = []
    for day in DAYS:
        found += [
            part("koff", day, "welcome", "09:00"), part("spel", day, "watch", "09:45", "sam"),
            part("team", day, "attend", "09:45", "kat"), part("soep", day, "meal", "11:30"),
            part("terug", day, "look_back", "15:30"),
        ]  # fmt: skip
    return found


def asked(parts: list[VisitPart], visit: TrackVisit = VISIT) -> list[tuple[str, str]]:
    return [(one.key, one.date) for one in checks.questions(visit, parts, GUESTS)]


def test_a_good_programme_is_asked_nothing() -> None:
    assert asked(good()) == []


def test_nothing_planned_is_asked_about_days_only() -> None:
    assert asked([]) == []
    assert asked([], replace(VISIT, days=())) == [("no_days", "")]


def test_three_days_or_more_one_after_the_other() -> None:
    two = replace(VISIT, days=(VisitDay("2027-03-09"), VisitDay("2027-03-11")))
    assert [key for key, _day in asked([], two)] == ["few_days", "apart"]
    weekend = replace(VISIT, days=tuple(map(VisitDay, ("2027-03-04", "2027-03-05", "2027-03-08"))))
    assert asked([], weekend) == []
    assert asked([], replace(two, kind="kijkstage", days=two.days[:1])) == []


def test_a_warm_welcome_first() -> None:
    first = [one for one in good() if one.form != "welcome" or one.date != DAYS[0]]
    assert ("welcome", DAYS[0]) in asked(first)
    later = [one for one in good() if one.form != "welcome" or one.date != DAYS[1]]
    assert asked(later) == []


def test_an_informal_moment_and_time_to_document_every_day() -> None:
    busy = [one for one in good() if one.date != DAYS[1] or one.form in ("watch", "attend")]
    assert asked(busy) == [("informal", DAYS[1]), ("document", DAYS[1])]


def test_forms_are_mixed() -> None:
    same = [replace(one, form="watch") if one.form == "attend" else one for one in good()]
    assert asked(same) == [("forms", "")]


def test_parts_fit_the_function_of_each_visitor() -> None:
    together = [replace(one, guests=()) for one in good() if one.form != "watch"]
    mixed = [*together, part("help", DAYS[0], "help", "14:00")]
    found = checks.questions(VISIT, mixed, GUESTS)
    assert [one.text for one in found] == [
        "Katrien (gezinswerker) en Samir (beleid) doen alles samen."
        " Past elk onderdeel bij ieders functie?"
    ]
    alike = tuple(replace(one, function="beleid") for one in GUESTS)
    assert checks.questions(VISIT, mixed, alike) == ()


def test_nobody_is_forgotten_or_in_two_places() -> None:
    without = [one for one in good() if one.date != DAYS[2] or one.guests == ("kat",)]
    keys = asked(without)
    assert ("nothing", DAYS[2]) in keys
    double = [*good(), part("two", DAYS[0], "attend", "09:45", "kat")]
    (found,) = checks.questions(VISIT, double, GUESTS)
    assert found.text == "Katrien staat op 9 maart om 9.45 op twee plaatsen. Wie gaat waarheen?"


def test_a_part_on_another_day_or_outside_the_hours() -> None:
    assert ("other_day", "2027-03-12") in asked([*good(), part("els", "2027-03-12", "meal")])
    assert ("no_day", "") in asked([*good(), part("els", "", "meal")])
    hours = tuple(replace(day, start="09:30", end="16:00") for day in VISIT.days)
    keys = asked(good(), replace(VISIT, days=hours))
    assert keys == [("hours", day) for day in DAYS]


def test_two_visits_on_the_same_days() -> None:
    names = {"achterom": "Het Achterom", "regenton": "De {Regenton}", "tjoek": "Tjoek"}
    to_host = replace(VISIT, id="w", visitor="tjoek", days=(VisitDay("2027-03-10"),))
    (found,) = checks.clashes(VISIT, [VISIT, to_host], names)
    assert found.text == "Op 10 maart is ook Tjoek op bezoek. Gaat dat samen?"
    away = replace(VISIT, id="w", host="tjoek", people=("kat",))
    (found,) = checks.clashes(VISIT, [away], names)
    assert found.text.startswith("Op 9 maart, 10 maart en 11 maart gaan dezelfde mensen naar Tjoek")
    back = replace(VISIT, id="w", host="regenton", visitor="achterom", days=VISIT.days[:1])
    (found,) = checks.clashes(VISIT, [back], names)
    assert "bij elkaar op bezoek" in found.text
    other_duo = replace(away, people=("wout",))
    assert checks.clashes(replace(VISIT, people=("kat",)), [other_duo], names) == ()
    assert checks.clashes(VISIT, [replace(away, state="called_off")], names) == ()
