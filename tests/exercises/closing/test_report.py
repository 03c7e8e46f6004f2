"""What documents say of Slotmoment: what the room takes home, nameless."""

from __future__ import annotations

from exercises.closing import EXERCISE
from exercises.contract import Answer, Member
from exercises.document import Bullets
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


def test_hundreds_of_sentences_stand_in_short_lists_each_once() -> None:
    said = [f"We bellen gezin {number}." for number in range(200)]
    people = {f"g{at}": Member(f"g{at}", "", "", "", 0, "staat") for at in range(400)}
    given = [
        Answer(f"g{at}", "ask.take", {"text": said[at % 200] if at % 2 else "Eerst koffie."})
        for at in range(400)
    ]
    (section,) = EXERCISE.report(room("console", "ask", (), given, people=people))
    lists = [one for one in section.blocks if isinstance(one, Bullets)]
    items = [item for one in lists for item in one.items]
    assert items[0] == "Eerst koffie. (200 keer)"
    assert sorted(items[1:]) == sorted(f"{text} (2 keer)" for text in said[1::2])
    assert all(one.columns == 2 and one.small and len(one.items) <= 10 for one in lists)
    # A few stand in letters of the usual size.
    (few,) = EXERCISE.report(room("console", "ask", (), given[:4], people=people))
    assert not any(one.small for one in few.blocks if isinstance(one, Bullets))


def test_of_more_than_fill_a_few_pages_the_rest_is_in_the_data() -> None:
    people = {f"g{at}": Member(f"g{at}", "", "", "", 0, "staat") for at in range(160)}
    given = [Answer(f"g{at}", "ask.take", {"text": f"Zin {at:03}."}) for at in range(160)]
    (section,) = EXERCISE.report(room("console", "ask", (), given, people=people))
    assert "Nog 10 zinnen staan in de gegevens." in str(section)
    assert "Zin 149." in str(section) and "Zin 150." not in str(section)
