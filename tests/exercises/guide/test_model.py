"""Who sees what of a gespreksleidraad, and what comes out of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from exercises.contract import Answer, Phase, Role, TrackVisit, VisitDay
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.guide import EXERCISE, views_home
from exercises.guide.config import GuideConfig
from exercises.guide.model import FILL, PROGRAMME
from exercises.kit.visits.programme import latest_parts
from exercises.results import Agreement, HostWish, LearningQuestion, ProgrammePart, TrackResults
from tests.exercises.asking import results_for
from tests.exercises.contexts import context_of
from tests.exercises.guide.test_accept import PARTIES, PEOPLE, VISIT

OTHER = TrackVisit("v2", "regenton", "tjoek", announced=True, days=VISIT.days)
SECRET = TrackVisit("v3", "tjoek", "achterom")
CONFIG = GuideConfig(visits=(VISIT, OTHER, SECRET))
PART = {"text": "Koffie aan tafel", "date": "2027-03-09", "start": "09:00", "end": "",
        "form": "welcome", "guests": ["sam"], "company": "Greet"}  # fmt: skip
ANSWERS = [
    Answer("v1", "sheet.v1:next", {"text": "Greet belt maandag."}, by="kat"),
    Answer("v1", "part.v1:koffie", PART, by="kat"),
    Answer("v2", "part.v2:koffie", {**PART, "text": "Vreemde koffie", "guests": []}, by="ann"),
    # Somebody who writes in the slot of a visit that is not theirs changes nothing there.
    Answer("v2", "part.v1:inbraak", {**PART, "text": "Inbraak"}, by="ann"),
]


def context(role: Role, me: str | None = None, stage: str = FILL, **more: Any) -> Any:
    visits = tuple(one for one in CONFIG.visits if role == "console" or one.announced)
    given = {"visits": visits, "config": CONFIG, **more}
    phase = Phase(stage=stage, open=True, shown=stage == PROGRAMME)
    return context_of(EXERCISE, phase, role, ANSWERS, people=PEOPLE, parties=PARTIES.values(),
                      me=me, **given)  # fmt: skip


def phone(me: str, **more: Any) -> dict[str, Any]:
    data: dict[str, Any] = EXERCISE.phone(context("phone", me, **more)).data
    return data


def test_a_phone_has_the_guides_of_its_own_visits_only() -> None:
    kat = phone("kat")
    assert [one["visit"]["id"] for one in kat["sheets"]] == ["v1", "v2"]
    (greet,) = phone("greet")["sheets"]
    assert "Greet belt maandag." in json.dumps(greet)
    ann = json.dumps(phone("ann"))
    assert "Greet belt maandag." not in ann and "Koffie aan tafel" not in ann
    assert "Vreemde koffie" in ann and "Inbraak" not in json.dumps(kat)


def test_a_part_says_for_whom_by_alias() -> None:
    here = context("phone", "sam")
    part = EXERCISE.phone(here).data["sheets"][0]["visit"]["programme"][0]["parts"][0]
    assert part["who"] == "jij kijkt mee, met Greet".replace("kijkt mee", "komt aan")
    assert part["guests"] == [here.alias("sam")] and part["for"] == part["guests"]


def test_what_is_known_already_stands_with_its_question() -> None:
    found = (
        LearningQuestion(text="Hoe bereiken jullie papa’s?", organisation="regenton"),
        LearningQuestion(text="Van een ander", organisation="tjoek"),
        HostWish(rank=1, host="achterom", why="Om de keukentafel.", organisation="regenton"),
        HostWish(rank=2, host="tjoek", why="Om iets anders.", organisation="regenton"),
    )
    track = TrackResults(lambda: found)
    given = phone("kat", track=track)["sheets"][0]["visit"]["given"]
    assert given == {"learn": ["Hoe bereiken jullie papa’s?"], "why": ["Om de keukentafel."]}


def test_days_and_mentor_are_those_of_the_visit() -> None:
    changed = replace(VISIT, days=(VisitDay("2027-04-01"),), mentor="Bilal")
    (one, *_rest) = phone("kat", visits=(changed,))["sheets"]
    assert [day["date"] for day in one["visit"]["days"]] == ["2027-04-01"]
    assert one["visit"]["row"]["mentor"] == {"slot": "row.v1:mentor", "text": "Bilal"}
    # A part on a day that went is not lost: its day stands there, and is asked about.
    assert [day["date"] for day in one["visit"]["programme"]] == ["2027-03-09", "2027-04-01"]
    assert any("9 maart" in asked["text"] for asked in one["visit"]["questions"])


def test_overlapping_days_are_asked_about() -> None:
    asked = [one["text"] for one in phone("kat")["sheets"][0]["visit"]["questions"]]
    # While Katrien is away, others come to her own house.
    assert not any("dezelfde mensen" in one for one in asked)
    twice = replace(OTHER, host="tjoek", visitor="regenton")
    asked = [one["text"] for one in phone("kat", visits=(VISIT, twice))["sheets"][0]["visit"]
             ["questions"]]  # fmt: skip
    assert any("dezelfde mensen naar Tjoek" in one for one in asked)


def test_who_has_no_visit_is_told_where_to_look() -> None:
    alone = replace(VISIT, people=("kat",))
    assert phone("sam", visits=(alone,)) == {
        "sheets": [], "told": "Jij gaat deze keer niet mee. Kijk mee bij Katrien.",
    }  # fmt: skip
    assert "geen bezoek" in phone("ann", visits=(alone,))["told"]
    assert "nog geen bezoeken" in phone("ann", visits=())["told"]


def test_a_visit_called_off_leaves_the_phone() -> None:
    off = replace(VISIT, state="called_off")
    assert [one["visit"]["id"] for one in phone("kat", visits=(off, OTHER))["sheets"]] == ["v2"]


def test_the_screen_shows_programmes_only_when_asked_and_never_what_was_written() -> None:
    working = json.dumps(EXERCISE.screen(context("screen")).data, ensure_ascii=False)
    assert "Koffie aan tafel" not in working and "Greet belt" not in working
    assert '"filled": 3' in working
    large = EXERCISE.screen(context("screen", stage=PROGRAMME)).data["programme"]
    assert large["title"] == "Eén dag bij Het Achterom"
    assert large["days"][0]["parts"][0]["text"] == "Koffie aan tafel"
    assert "Greet belt" not in json.dumps(large)


def test_nothing_to_talk_about_is_said_before_it_begins() -> None:
    assert "nog geen afgesproken" in EXERCISE.lacks(context("console", visits=()))
    assert "niet bekendgemaakt" in EXERCISE.lacks(context("console", visits=(SECRET,)))
    assert EXERCISE.lacks(context("console")) == ""


def read(asker: Asker) -> TrackResults:
    found = results_for(asker, EXERCISE, Phase(stage=FILL), ANSWERS, people=PEOPLE,
                        parties=PARTIES.values(), config=CONFIG)  # fmt: skip
    return TrackResults(lambda: found)


def test_the_programme_is_for_both_sides_of_the_visit() -> None:
    for asker in (FOR_OTHERS, Asker("phone", PEOPLE["kat"]), Asker("phone", PEOPLE["greet"])):
        (part,) = latest_parts(read(asker).of(ProgrammePart), "v1")
        assert part.to_json() == PART
        assert [one.text for one in read(asker).of(Agreement)] == ["Greet belt maandag."]
    assert latest_parts(read(Asker("phone", PEOPLE["ann"])).of(ProgrammePart), "v1") == ()
    assert read(Asker("screen")).all == ()


def test_at_home_the_first_open_thing_waits() -> None:
    waiting = views_home.waiting(context("phone", "greet"))
    assert waiting is not None and waiting.question == "Wie is de mentor van de bezoekers?"
    done = replace(VISIT, mentor="Greet", place="De groene deur")
    assert views_home.waiting(context("phone", "greet", visits=(done,))) is None
    fresh = replace(VISIT, days=())
    waiting = views_home.waiting(context("phone", "kat", visits=(fresh,)))
    assert waiting is not None and waiting.question.startswith("Welke dagen")
    assert waiting.about == "Bezoek aan Het Achterom"
