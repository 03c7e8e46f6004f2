"""What documents say of Slotmoment: what the room takes home, nameless."""

from __future__ import annotations

from exercises.closing import EXERCISE
from exercises.contract import Member
from tests.exercises.closing.rooms import everything, room
from tests.exercises.closing.sample import answers

PEOPLE = {f"p{n}": Member(f"p{n}", f"Naam {n}", "o1", "O", 1, "staat") for n in range(9)}
GIVEN = answers(EXERCISE.sample, list(PEOPLE))


def test_the_report_tells_what_the_room_takes_home_without_what_was_hidden() -> None:
    sections = list(EXERCISE.report(room("console", "ask", (), GIVEN, people=PEOPLE)))
    assert [one.title for one in sections] == ["Wat de zaal meeneemt"]
    told = str(sections)
    assert "Een gezin zelf laten kiezen." in told and "Naam" not in told and "👍" not in told
    assert not list(EXERCISE.report(room("phone", "ask", (), GIVEN, people=PEOPLE, me="p0")))


def test_the_sheet_counts_them() -> None:
    found = EXERCISE.summary(room("console", "ask", (), GIVEN, people=PEOPLE))
    assert found is not None and found.sentences[0].startswith("Zeven mensen")
    assert EXERCISE.summary(room("console", "ask")) is None


def test_a_phone_reads_the_own_sentence_among_its_answers() -> None:
    assert EXERCISE.own_answers is not None
    (own,) = EXERCISE.own_answers(room("phone", "web", (), GIVEN, people=PEOPLE, me="p1"))
    assert own.slots == ("ask.take",) and own.text == "Een gezin zelf laten kiezen."


def test_line_map_and_web_are_pictures_of_the_export() -> None:
    names = [one.name for one in EXERCISE.pictures(room("console", "web", everything()))]
    assert [name[:2] for name in names] == ["01", "02", "03", "08"]
