"""The answers as they are looked through: one table, searched, sorted and filtered; the notes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises import neighbourhood_map
from exercises.contract import Column
from exercises.engine import lookback, running
from exercises.engine.lookback import Begun
from report.data import answers
from report.data.attempts import attempt
from report.data.tables import DataTable, to_csv
from state import meetings
from state.database import Store
from state.ids import new_id
from state.models import FACILITATOR
from state.problems import Problem, Refused, StateError
from tests.exercises.neighbourhood_map.played import FIELD, SCHOOL, MapMeeting, a_meeting, a_track

COLUMNS = (
    Column("organisation", "De organisatie"), Column("text", "De tekst"), Column("n", "Nummer"),
    Column("note", "De notitie"), Column("raw", "Ruw", aside=True),
)  # fmt: skip
CELLS = some.one_of(
    some.none(), some.text(max_size=6), some.integers(-5, 5), some.floats(-1, 1), some.booleans()
)


def table(*rows: dict[str, Any]) -> DataTable:
    return DataTable("", COLUMNS, rows)


def texts(found: DataTable) -> list[Any]:
    return [row.get("text") for row in found.rows]


def notes_on(held: MapMeeting, text: str) -> None:
    room = meetings.room(held.store, held.meeting)
    running.send(held.store, room, held.activity, FACILITATOR, "map.note", {"text": text},
                 new_id(), by_hand=True)  # fmt: skip


@pytest.fixture
def played(store: Store) -> list[Begun]:
    """The map in two meetings, with a note in the first."""
    track = a_track(store)
    first = a_meeting(store, track, "Kennismaking", "2026-11-22")
    first.puts("De Regenton", SCHOOL, "Aan de poort.")
    notes_on(first, "Lang stil.")
    first.ends()
    second = a_meeting(store, track, "Slotmoment", "2027-10-10")
    second.puts("De Regenton", FIELD, "Op het veld.")
    return lookback.begun(store, track.id)


def test_rows_of_all_meetings_come_in_one_table_with_their_meeting(played: list[Begun]) -> None:
    troubles: list[str] = []
    found = answers.answers(played, troubles)
    assert troubles == []
    assert [column.name for column in found.columns[:3]] == ["meeting", "date", "exercise"]
    why = [(row["meeting"], row["date"], row["why"]) for row in found.rows if row.get("why")]
    assert why == [
        ("Kennismaking", "2026-11-22", "Aan de poort."),
        ("Slotmoment", "2027-10-10", "Op het veld."),
    ]


def test_the_notes_of_the_talk_are_told_with_their_step(played: list[Begun]) -> None:
    (note,) = answers.notes(played, [])
    assert (note.meeting, note.text) == ("Kennismaking", "Lang stil.")
    assert note.step == played[0].context().steps[0].title


def test_one_meeting_that_fails_costs_only_its_own_rows(
    played: list[Begun], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = neighbourhood_map.EXERCISE.rows

    def broken(context: Any) -> Any:
        if context.meeting_title == "Kennismaking":
            raise KeyError("x")
        return rows(context)

    monkeypatch.setitem(vars(neighbourhood_map.EXERCISE), "rows", broken)
    troubles: list[str] = []
    found = answers.answers(played, troubles)
    assert {row["meeting"] for row in found.rows} == {"Slotmoment"}
    assert troubles == ["Kennismaking, Kaart van de buurt, de antwoorden: dit is niet gelukt."]


def test_nothing_gives_an_empty_table() -> None:
    assert answers.answers([], []).rows == ()
    assert answers.notes([], []) == []


def test_what_fails_is_told_in_dutch_and_data_that_can_not_be_read_are_not_hidden() -> None:
    def refused() -> list[int]:
        raise Refused("Dat kan niet.")

    def unreadable() -> list[int]:
        raise StateError(Problem("weg", "zoek"))

    troubles: list[str] = []
    assert attempt("Alles", lambda: [1, 2], troubles) == (1, 2)
    assert attempt("Alles", refused, troubles) == ()
    assert troubles == ["Alles: Dat kan niet."]
    with pytest.raises(StateError):
        attempt("Alles", unreadable, troubles)


def test_an_organisation_keeps_the_rows_in_which_a_cell_is_its_name() -> None:
    found = table(
        {"organisation": "De Brug", "text": "a"}, {"organisation": "", "text": "De Brug zei iets"},
        {"organisation": "Kattenstaart", "text": "De Brug"}, {"organisation": "De Brugge"},
    )  # fmt: skip
    assert texts(answers.of_organisation(found, {"De Brug"})) == ["a", "De Brug"]


@pytest.mark.parametrize(
    ("typed", "left"), [("", 3), ("cafe", 1), ("CAFÉ  brug", 1), ("12", 1), ("nergens", 0)]
)
def test_words_are_found_whatever_their_capitals_and_accents(typed: str, left: int) -> None:
    found = table(
        {"organisation": "De Brug", "text": "Café"}, {"text": "b", "n": 12}, {"organisation": "X"}
    )
    assert len(answers.holding(found, typed).rows) == left


def test_numbers_sort_by_size_texts_by_alphabet_and_what_is_empty_comes_last() -> None:
    found = table({"text": "b", "n": 10}, {"text": "É", "n": None}, {"text": "a", "n": 9.5},
                  {"text": "", "n": -1})  # fmt: skip
    assert texts(answers.in_order(found, "text")) == ["a", "b", "É", ""]
    assert texts(answers.in_order(found, "text", down=True)) == ["É", "b", "a", ""]
    assert [row["n"] for row in answers.in_order(found, "n").rows] == [-1, 9.5, 10, None]
    assert texts(answers.in_order(found, "")) == ["b", "É", "a", ""]
    assert texts(answers.in_order(found, "", down=True)) == ["", "a", "É", "b"]


def test_for_reading_what_says_nothing_is_left_out() -> None:
    columns = (Column("meeting", "De bijeenkomst"), Column("exercise", "De oefening"), *COLUMNS)
    rows = (
        {"meeting": "A", "exercise": "Lijn", "organisation": "De Brug", "text": "", "raw": 3},
        {"meeting": "B", "exercise": "Lijn", "organisation": "X", "text": "", "note": "n"},
        {"meeting": "B", "exercise": "Lijn", "note": "alleen een notitie", "raw": 4},
    )
    found = answers.for_reading(DataTable("", columns, rows))
    assert [one.name for one in found.columns] == ["meeting", "organisation"]
    assert len(found.rows) == 2


def test_what_is_kept_never_runs_as_a_formula() -> None:
    text = to_csv(table({"organisation": "=SUM(A1)", "text": "@x"})).decode("utf-8-sig")
    assert "'=SUM(A1);'@x" in text


@given(some.lists(some.fixed_dictionaries({"text": CELLS, "n": CELLS, "organisation": CELLS})))
def test_sorting_and_searching_never_lose_or_change_a_row(rows: list[dict[str, Any]]) -> None:
    found = table(*rows)
    for name in ("", "text", "n"):
        for down in (False, True):
            kept = answers.in_order(found, name, down=down).rows
            assert sorted(map(json.dumps, kept)) == sorted(map(json.dumps, rows))
    assert list(answers.holding(found, "").rows) == rows
