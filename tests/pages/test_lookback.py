"""The page that looks back on a track."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from pages.web import index
from state import meetings
from state.database import Store
from tests.exercises.neighbourhood_map.played import (
    BRIDGE,
    FIELD,
    FOUNTAIN,
    SCHOOL,
    MapTrack,
    a_meeting,
    a_track,
)
from tests.pages.desk import data_folder, errors, open_page, pictures, press, texts

NAMES = ("De Regenton", "Kattenstaart")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def track(store: Store) -> MapTrack:
    return a_track(store, NAMES)


@pytest.fixture
def played(store: Store, track: MapTrack) -> MapTrack:
    """Two meetings: both organisations moved."""
    first = a_meeting(store, track, "Kennismaking", "2026-11-22")
    first.puts("De Regenton", SCHOOL, "Aan de poort zien we de stille ouders.")
    first.puts("Kattenstaart", BRIDGE, "Wie over de brug komt.")
    first.ends()
    second = a_meeting(store, track, "Slotmoment", "2027-10-10")
    second.puts("De Regenton", FIELD, "Nu bij de <b>ploeg</b>.")
    second.puts("Kattenstaart", FOUNTAIN)
    second.ends()
    return track


def opened(track: MapTrack) -> AppTest:
    return open_page("lookback.py", t=track.id)


def rows(page: AppTest) -> list[str]:
    """The rows of the list, in words."""
    (table,) = (
        one.value for one in page.html if "odv-map-list" in one.value and "<tr" in one.value
    )
    return [
        " ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split())
        for row in re.findall(r"<tr class.*?</tr>", table)
    ]


def cards(page: AppTest) -> list[str]:
    """What then and now says."""
    return [one.value for one in page.html if '<div class="odv-map-then-and-now">' in one.value]


def drawn(page: AppTest) -> str:
    """The drawing as it is sent."""
    (chart,) = page.get("deck_gl_json_chart")
    return str(chart.proto.json)


def test_it_draws_every_pawn_and_lists_what_was_said(played: MapTrack) -> None:
    page = opened(played)
    assert page.title[0].value == "Terugblik"
    assert rows(page) == [
        "De Regenton Op het sportveld. Nu bij de <b>ploeg</b>. 10 oktober 2027",
        "Kattenstaart Bij de fontein. 10 oktober 2027",
        "De Regenton Aan de schoolpoort. Aan de poort zien we de stille ouders. 22 november 2026",
        "Kattenstaart Op de brug. Wie over de brug komt. 22 november 2026",
    ]
    assert cards(page) == []
    text = drawn(page)
    assert re.search(r'"image": ?"/assets/\w+/exercises/kit/village/village\.svg"', text)
    assert all(party in text for party in played.parties.values())


def test_an_organisation_that_is_chosen_is_the_only_one_on_map_and_list(played: MapTrack) -> None:
    page = opened(played)
    page.selectbox(key=f"odv-lookback-party-{played.id}").select(played.parties["Kattenstaart"])
    page.run()
    assert not page.exception
    assert [row.partition(" ")[0] for row in rows(page)] == ["Kattenstaart", "Kattenstaart"]
    assert played.parties["De Regenton"] not in drawn(page)
    (card,) = cards(page)
    assert card.index("Op de brug.") < card.index("Bij de fontein.")


def meeting_choice(page: AppTest) -> Any:
    """The strip with the meetings."""
    (strip,) = (one for one in page.get("button_group") if "meetings" in str(one.key))
    return strip


def test_a_meeting_that_is_not_chosen_is_on_neither_map_nor_list(
    store: Store, played: MapTrack
) -> None:
    page = opened(played)
    first, second = meetings.of_track(store, played.id)
    strip = meeting_choice(page)
    assert strip.value == [first.id, second.id]
    strip.set_value([first.id]).run()
    assert not page.exception
    assert len(rows(page)) == 2
    assert all("22 november 2026" in row for row in rows(page))
    assert "dasharray" not in drawn(page)
    meeting_choice(page).set_value([]).run()
    assert len(rows(page)) == 4


def test_a_word_that_is_sought_leaves_what_holds_it(played: MapTrack) -> None:
    page = opened(played)
    page.text_input[0].set_value("brug").run()
    assert [row.partition(" ")[0] for row in rows(page)] == ["Kattenstaart"]
    page.text_input[0].set_value("onvindbaar").run()
    assert "Nergens gevonden." in texts(page)


def test_the_ways_can_be_put_away(played: MapTrack) -> None:
    page = opened(played)
    before = drawn(page)
    page.toggle[0].set_value(False).run()
    assert not page.exception
    assert len(drawn(page)) < len(before)


def test_a_button_brings_the_village_nearer_and_again_when_pressed_again(
    played: MapTrack,
) -> None:
    page = opened(played)

    def zoom() -> float:
        found = re.search(r'"zoom": ?(-?[\d.]+)', drawn(page))
        assert found
        return float(found[1])

    far = zoom()
    page.button(key="odv-map-zoom-4").click().run()
    near = zoom()
    assert near == pytest.approx(far + 2, abs=0.001)
    page.button(key="odv-map-zoom-4").click().run()
    # Streamlit's chart goes only where something changed.
    assert 0 < abs(zoom() - near) < 0.001
    page.button(key="odv-map-zoom-1").click().run()
    assert zoom() == pytest.approx(far, abs=0.001)


def test_one_meeting_has_no_choice_of_meetings_and_no_ways(store: Store, track: MapTrack) -> None:
    a_meeting(store, track, "Kennismaking").puts("De Regenton", SCHOOL, "Aan de poort.")
    page = opened(track)
    assert [one.key for one in page.get("button_group")] == ["odv-lookback-view"]
    assert [one.key for one in page.toggle] == ["odv-answers-down-neighbourhood_map"]
    assert rows(page) == ["De Regenton Aan de schoolpoort. Aan de poort. Kennismaking"]


def test_as_long_as_nothing_was_played_it_says_what_to_do(store: Store, track: MapTrack) -> None:
    page = opened(track)
    assert any("zodra in een bijeenkomst een oefening begint" in text for text in texts(page))
    held = a_meeting(store, track, "Kennismaking")
    page = opened(track)
    assert "Er staat nog geen pion op de kaart." in page.info[0].value
    assert "Hier staat nog geen antwoord." in texts(page)
    assert "Er is een bijeenkomst bezig. Je ziet wat er nu staat." in texts(page)
    empty = meetings.add(store, track.id, "Slotmoment")
    assert any("Nog niets" in text for text in texts(open_page("lookback.py", m=empty)))
    held.ends()
    assert not any("bezig" in text for text in texts(opened(track)))


def test_an_unknown_track_says_so(store: Store) -> None:
    page = open_page("lookback.py", t="nergens")
    assert errors(page) == ["Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."]


def test_the_page_of_the_track_leads_here(track: MapTrack) -> None:
    page = open_page("track.py", t=track.id)
    labels = [one.proto.label for one in page.get("page_link")]
    assert "Terugblik" in labels


def test_it_is_the_facilitators_only(store: Store) -> None:
    app = Starlette(routes=[Route("/terugblik", index.serve)])
    stranger = TestClient(app, follow_redirects=False, client=("127.0.0.1", 1))
    answer = stranger.get("/terugblik?t=x")
    assert answer.headers["location"] == "/begeleider?naar=/terugblik%3Ft%3Dx"
    assert "terugblik" in index.PATHS


def test_the_year_is_drawn_for_a_track_and_told_in_words(store: Store, played: MapTrack) -> None:
    page = opened(played)
    assert len(pictures(page)) == 1
    assert not page.table
    press(page, "odv-button-year-words")
    told = page.table[0].value
    assert list(told["Dag"]) == ["22 november 2026", "10 oktober 2027"]
    assert list(told["Wat"]) == ["Kennismaking", "Slotmoment"]
    first = meetings.of_track(store, played.id)[0]
    assert not pictures(open_page("lookback.py", m=first.id))
