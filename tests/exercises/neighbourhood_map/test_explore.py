"""Looking back on the map: what stood where and was said, and what the drawing is made of."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from exercises.contract import Answer, InMeeting, LookBack
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import width
from exercises.neighbourhood_map import explore_deck, explore_html
from exercises.neighbourhood_map.config import MapConfig, usual
from exercises.neighbourhood_map.explore_stays import Stay, holding, of_party, parties, stays, views
from exercises.neighbourhood_map.layout_geometry import Rect
from exercises.neighbourhood_map.model import MapView, fold
from tests.exercises.neighbourhood_map.test_model import PARTIES, PLACING, context

SCHOOL, MARKET, FARM = (284.0, 738.0), (405.0, 668.0), (1430.0, 440.0)
VILLAGE = "/assets/1234/village.svg"


def put(party: str, at: tuple[float, float], number: int = 1) -> Answer:
    return Answer(party, f"map.{number}", {"x": at[0], "y": at[1]}, order=number)


def say(party: str, text: str, number: int = 1) -> Answer:
    return Answer(party, f"map.why{number}", {"text": text}, order=10 + number)


def held(number: int, *answers: Answer, date: str = "") -> InMeeting[MapConfig, MapView]:
    found = context(PLACING, "console", list(answers))
    return InMeeting(f"m{number}", f"Avond {number}", date, found)


def looked(
    *meetings: InMeeting[MapConfig, MapView], organisation: str = ""
) -> LookBack[MapConfig, MapView]:
    return LookBack(meetings, organisation, lambda path: f"/assets/1234/{path}")


def told(found: list[Stay]) -> list[tuple[str, str, str, bool]]:
    return [(one.party.id, one.place, one.words, one.first) for one in found]


FIRST = held(1, put("o1", SCHOOL), say("o1", "Aan de poort."), put("o2", FARM), date="2026-11-22")
SECOND = held(2, put("o1", MARKET), say("o1", "Tussen het volk."), put("left", SCHOOL))


def test_every_place_and_sentence_is_told_of_its_own_meeting() -> None:
    found = stays(looked(FIRST, SECOND))
    assert [(one.party.id, one.when, one.place, one.words) for one in found] == [
        ("o1", "22 november 2026", "aan de schoolpoort", "Aan de poort."),
        ("o2", "22 november 2026", "op het erf van de boerderij", ""),
        ("o1", "Avond 2", "op de markt", "Tussen het volk."),
        ("left", "Avond 2", "aan de schoolpoort", ""),
    ]


def test_only_the_chosen_organisation_is_looked_at_and_those_that_left_come_last() -> None:
    one = looked(FIRST, SECOND, organisation="o1")
    assert {stay.party.id for stay in stays(one)} == {"o1"}
    assert [party.id for party in parties(one)] == ["o1"]
    assert [party.id for party in parties(looked(FIRST))] == ["o1", "o2", "o3", "left"]


def test_a_pawn_that_moved_after_the_talk_has_both_places_each_with_its_own_sentence() -> None:
    moved = held(1, put("o1", SCHOOL), say("o1", "Eerst."), put("o1", FARM, 2))
    assert told(stays(looked(moved))) == [
        ("o1", "aan de schoolpoort", "Eerst.", True),
        ("o1", "op het erf van de boerderij", "", False),
    ]
    stayed = held(1, put("o1", SCHOOL), say("o1", "Eerst."), say("o1", "Dan.", 2))
    assert told(stays(looked(stayed))) == [
        ("o1", "aan de schoolpoort", "Eerst.", True),
        ("o1", "aan de schoolpoort", "Dan.", False),
    ]
    assert [one.words for one in of_party(stays(looked(stayed)), "o1")] == ["Dan."]


def test_a_pawn_that_was_taken_away_and_one_of_nobody_are_not_told() -> None:
    off = Answer("o1", "map.2", {"off": True}, order=9)
    assert stays(looked(held(1, put("o1", SCHOOL), off, put("wie", FARM)))) == []


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("", ["o1", "o2", "o1", "left"]), ("POORT", ["o1", "left"]), ("regenton volk", ["o1"]),
     ("boerderij", ["o2"]), ("nergens", []), ("  ", ["o1", "o2", "o1", "left"])],
)  # fmt: skip
def test_a_word_is_sought_in_names_places_and_sentences(typed: str, ids: list[str]) -> None:
    found = holding(stays(looked(FIRST, SECOND)), typed)
    assert [one.party.id for one in found] == ids


# The drawing


def drawn(*meetings: InMeeting[MapConfig, MapView], **more: Any) -> dict[str, Any]:
    """What Streamlit would send of it, the layers by name."""
    one = looked(*meetings)
    *before, now = views(one)
    said = {party.id: f"gezegd {party.id}" for party in parties(one)}
    shown = explore_deck.Shown(now, before, parties(one), said, **more)
    made: dict[str, Any] = json.loads(explore_deck.deck(shown, VILLAGE, -0.5, (1, 2)).to_json())
    return {**made, "layers": {layer["id"]: layer for layer in made["layers"]}}


def icon(one: dict[str, Any]) -> str:
    return b64decode(one["icon"]["url"].partition("base64,")[2]).decode()


def test_the_drawing_zooms_and_pans_over_our_own_village_and_asks_nothing_of_outside() -> None:
    made = drawn(FIRST, SECOND)
    assert made["layers"]["village"]["image"] == VILLAGE
    assert made["layers"]["village"]["bounds"] == [72, 976, 1416, 136]
    (view,) = made["views"]
    assert (view["@@type"], view["controller"]) == ("OrthographicView", True)
    assert made.get("mapStyle") is None
    text = json.dumps(made)
    assert "http" not in text.replace("http://www.w3.org", "")
    assert "cartocdn" not in text


def test_there_is_a_pawn_of_now_for_who_stands_and_dashed_ones_of_then() -> None:
    layers = drawn(FIRST, SECOND)["layers"]
    assert {one["id"] for one in layers["pawns"]["data"]} == {"o1", "left"}
    assert {one["id"] for one in layers["past"]["data"]} == {"o1", "o2"}
    assert all("stroke-dasharray" in icon(one) for one in layers["past"]["data"])
    assert len(layers["ways"]["data"]) > 2
    assert {one["said"] for one in layers["past"]["data"]} == {"gezegd o1", "gezegd o2"}
    without = drawn(FIRST, SECOND, past=False)["layers"]
    assert (without["past"]["data"], without["ways"]["data"]) == ([], [])
    assert without["pawns"]["data"] == layers["pawns"]["data"]


def test_the_chosen_pawn_stands_out_and_only_that_one() -> None:
    plain, chosen = drawn(SECOND)["layers"], drawn(SECOND, chosen="o1")["layers"]
    for before, after in zip(plain["pawns"]["data"], chosen["pawns"]["data"], strict=True):
        assert (before == after) is (before["id"] != "o1")


def test_the_drawing_of_one_meeting_has_no_then() -> None:
    layers = drawn(FIRST)["layers"]
    assert len(layers["pawns"]["data"]) == 2
    assert (layers["past"]["data"], layers["ways"]["data"]) == ([], [])


def test_only_pawns_can_be_tapped() -> None:
    layers = drawn(FIRST, SECOND)["layers"]
    assert {name for name, one in layers.items() if one.get("pickable")} == {"pawns", "past"}


def test_images_are_whole_and_their_anchor_is_the_foot() -> None:
    layers = drawn(FIRST, SECOND)["layers"]
    for one in (each for name in ("pawns", "past") for each in layers[name]["data"]):
        root = ElementTree.fromstring(icon(one))
        left, top, wide, high = map(float, root.attrib["viewBox"].split())
        assert left < 0 < left + wide
        assert top < 0 < top + high
        scale = one["icon"]["width"] / wide
        assert one["icon"]["anchorX"] == pytest.approx(-left * scale, abs=1)
        assert one["icon"]["anchorY"] == pytest.approx(-top * scale, abs=1)


# The list and the card


def test_what_people_typed_is_escaped_and_written_in_its_own_direction() -> None:
    evil = held(1, put("o1", SCHOOL), say("o1", "<script>alert(1)</script>\nمرحبا"))
    named = replace(stays(looked(evil))[0], party=replace(PARTIES["o1"], name='<img src="x">'))
    for text in (explore_html.table([named], "o1"), explore_html.then_and_now([named])):
        assert "<script" not in text
        assert '<img src="x"' not in text
        assert "&lt;script&gt;" in text
        assert 'dir="auto"' in text
    assert "<b>" not in explore_html.legend(["<b>avond</b>"])


def test_the_list_has_the_last_meeting_first_and_marks_the_chosen_one() -> None:
    text = explore_html.table(stays(looked(FIRST, SECOND)), "o1")
    assert text.index("Avond 2") < text.index("22 november 2026")
    assert text.count('<tr class="on">') == 2
    assert "Weg &lt;b&gt; (stopte met het traject)" in text
    assert "voor het gesprek" not in text


def test_then_and_now_stand_side_by_side_in_order() -> None:
    own = of_party(stays(looked(FIRST, SECOND)), "o1")
    text = explore_html.then_and_now(own)
    places = ["22 november 2026", "Aan de poort.", "arrow", "Avond 2", "Tussen het volk."]
    assert [text.index(one) for one in places] == sorted(text.index(one) for one in places)
    assert "arrow" not in explore_html.then_and_now(own[:1])


def test_meetings_are_numbered_where_more_than_one_is_past() -> None:
    assert "<b>" not in explore_html.legend(["een", "twee"])
    assert explore_html.legend(["een", "twee", "drie"]).count("<b>") == 2


def test_the_configuration_that_counts_is_that_of_each_meeting() -> None:
    # What came of a meeting is read by its own folded answers, whatever the map is called there.
    other = replace(FIRST, context=replace(FIRST.context, config=replace(usual(), title="Anders")))
    assert stays(looked(other)) == stays(looked(FIRST))
    assert views(looked(other))[0].pawns == fold(usual(), [
        put("o1", SCHOOL), say("o1", "Aan de poort."), put("o2", FARM)
    ]).pawns  # fmt: skip


def test_a_name_is_as_wide_as_its_flag_whatever_letters_a_machine_has() -> None:
    drawn = drawing.text(0, 20, "Ouders & co", drawing.Style(20, 700))
    address = explore_deck._image(Rect(0, 0, 100, 40), drawn)
    image = b64decode(address.partition(",")[2]).decode()
    wide = float(re.findall(r'textLength="([\d.]+)"', image)[0])
    assert wide == pytest.approx(width("Ouders & co", 20), abs=0.1)
