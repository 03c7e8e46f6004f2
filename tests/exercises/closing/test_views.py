"""What screen and phones are sent: only what may be told, and gone once it may not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from exercises.closing import EXERCISE
from exercises.closing.views_chapters import key_of
from exercises.contract import Answer, Member
from exercises.results import GiftSequel, Visit
from state.models import FACILITATOR
from tests.exercises.closing.rooms import LONG, QUOTE, everything, positions, quote, room
from tests.exercises.closing.sample import answers

GUEST = {"g1": Member("g1", "", "", "", 0, "staat", nameless=True)}


def screen(chapter: str, results: Any = (), given: Any = ()) -> Any:
    return json.loads(json.dumps(EXERCISE.screen(room("screen", chapter, results, given)).data))


def with_quote(chapter: str) -> list[Answer]:
    return [Answer(FACILITATOR, f"{chapter}.quote", {"key": key_of(QUOTE)})]


@pytest.mark.parametrize(
    "chapter", ["web", "line", "map", "dominos", "gifts", "quotes", "actions", "year"]
)
def test_each_chapter_shows_what_there_is_and_says_kindly_when_there_is_nothing(
    chapter: str,
) -> None:
    full, empty = screen(chapter, everything()), screen(chapter)
    assert full["pieces"] or full["cards"]
    assert not full["nothing"] and empty["nothing"].endswith(".")
    assert not empty["pieces"] and not empty["cards"]


def test_a_visit_that_is_ahead_is_not_told_as_one_that_was_made() -> None:
    made = Visit(organisation="o0", host="o1", took_place=True)
    ahead = Visit(organisation="o2", host="o3", days=("2099-03-09",))
    found = screen("web", [made, ahead])
    assert found["count"] == ["1 bezoek", "tussen 2 organisaties"]
    alone = screen("web", [ahead])
    assert not alone["pieces"] and alone["nothing"]


def test_a_quote_that_was_taken_back_is_gone_from_beside_the_picture_and_from_its_chapter() -> None:
    there = screen("line", everything(), with_quote("line"))
    assert there["quote"]["text"] == QUOTE.text and there["quote"]["name"] == "Nadia"
    without = [one for one in everything() if one != QUOTE]
    gone = screen("line", without, with_quote("line"))
    assert gone["quote"] is None and "aanbelden" not in json.dumps(gone)
    assert "aanbelden" not in json.dumps(screen("quotes", without))


@pytest.mark.parametrize(
    ("naming", "name", "house"),
    [("names", "Nadia", "Knikkerzak"), ("organisations", "", "iemand van Knikkerzak"),
     ("nobody", "", "")],
)  # fmt: skip
def test_a_quote_names_as_far_as_was_allowed(naming: str, name: str, house: str) -> None:
    (card,) = screen("quotes", [quote("Zo gaat dat.", naming)])["cards"]
    assert (card["name"], card["house"]) == (name, house)
    assert (card["tile"] is None) == (naming == "nobody")


def test_a_line_tells_nobody_who_stands_where() -> None:
    sent = json.dumps(screen("line", positions(12)))
    assert "pseudonym" not in sent and "Bij ons voelt iedereen zich welkom.1" not in sent
    assert "11 van de 12" in sent


@pytest.mark.parametrize("meetings", [1, 2, 4])
def test_a_line_of_one_two_and_four_meetings(meetings: int) -> None:
    found = screen("line", positions(2, LONG, meetings))
    assert [one["kind"] for one in found["pieces"]].count("stands") == 2


def test_beside_the_map_stand_sentences_or_a_quote() -> None:
    without = screen("map", everything())
    assert without["grown"] == []
    assert [one["kind"] for one in without["cards"]] == ["voice"] * len(without["cards"])
    quoted = screen("map", everything(), with_quote("map"))
    assert quoted["quote"] and not quoted["cards"] and quoted["pieces"]


def test_answers_of_nobody_who_chose_an_area_stand_under_no_name() -> None:
    alone = [Answer("a", "ask.take", {"text": "Wij kloppen."})]
    (column,) = screen("ask", (), alone)["columns"]
    assert column["name"] == "" and column["told"] == "Eén actie"
    both = [*alone, Answer("b", "ask.take", {"text": "Ja."}), Answer("b", "ask.area", {"area": 1})]
    assert all(one["name"] for one in screen("ask", (), both)["columns"])


def test_one_person_alone_is_no_line() -> None:
    assert screen("line", positions(1))["nothing"]


def test_hidden_answers_are_not_on_the_screen_and_nobody_is_named() -> None:
    people = {f"p{n}": Member(f"p{n}", f"Naam {n}", "o1", "O", 1, "staat") for n in range(9)}
    given = answers(EXERCISE.sample, list(people))
    data = EXERCISE.screen(room("screen", "ask", (), given, people=people)).data
    sent = json.dumps(data, ensure_ascii=False)
    assert "👍" not in sent and "Naam" not in sent and "نفتح" in sent
    assert data["answered"] == 8


def test_while_answers_are_kept_back_only_their_number_is_sent() -> None:
    from dataclasses import replace

    given = answers(EXERCISE.sample, ["a", "b", "c"])
    shown = room("screen", "ask", (), given).phase
    data = EXERCISE.screen(room("screen", "ask", (), given, phase=replace(shown, shown=False))).data
    assert data["answered"] == 3 and data["columns"] == []


def test_a_guest_is_given_the_own_answer_and_nothing_of_others_or_of_the_track() -> None:
    given = [
        *answers(EXERCISE.sample, ["a", "b", "c"]), Answer("g1", "ask.take", {"text": "Mijn zin"}),
    ]  # fmt: skip
    for chapter in ("ask", "quotes", "actions"):
        ctx = room("phone", chapter, everything(), given, people=GUEST, me="g1")
        sent = json.dumps(EXERCISE.phone(ctx).data, ensure_ascii=False)
        assert "Mijn zin" in sent and "deur open" not in sent
        assert "Nadia" not in sent and "koffie" not in sent and "Regenton" not in sent


def test_a_gift_without_words_shows_its_drawing_or_leaves_the_room_to_its_sequel() -> None:
    told = GiftSequel(organisation="o0", giver="o1", text="Het menu hangt laag.")
    drawn = replace(told, heading="Dit teken ik", drawing=("een lijn",))
    worded = replace(drawn, gift="Hang het menu laag.")
    cards = [screen("gifts", [one])["cards"][0] for one in (told, drawn, worded)]
    assert [card["items"] for card in cards] == [[], ["een lijn"], []]
    assert [card["gift"] for card in cards] == ["", "", "Hang het menu laag."]
