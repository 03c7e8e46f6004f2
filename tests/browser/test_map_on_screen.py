"""The map on the projector: every pawn stands where it was put, whatever the size of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from exercises.neighbourhood_map.content import HIGH, WIDE
from pages.web.access import screen_key
from state import meetings
from state.database import Store
from tests.browser.actors import PATIENCE, SMALL_PHONE, Facilitator, Phone
from tests.browser.eyes import Album
from tests.browser.judge import faults
from tests.browser.server import Server
from tests.exercises.neighbourhood_map.played import (
    BRIDGE,
    FIELD,
    FOUNTAIN,
    SCHOOL,
    MapMeeting,
    MapTrack,
    a_meeting,
    a_track,
)

PutUp = Callable[..., Page]
SIZES = ((1280, 720), (1366, 768), (1440, 900), (1024, 768), (1920, 1080), (3840, 2160))
SPOTS = (FOUNTAIN, SCHOOL, BRIDGE, FIELD)
HARD_NAMES = (
    "מרכז המשפחה 12 (גנט)", "بيت الجيران والأصدقاء", "👩‍👩‍👧 Huis van het Kind 社区中心 नमस्ते",
    "Huis van het Kind Regio Zuid-Oost-Vlaanderen en Denderstreek",
)  # fmt: skip
# Where everything of the map is drawn, in px of the window.
MEASURE = """() => {
  const root = [...document.querySelectorAll("*")].map((one) => one.shadowRoot)
    .find((one) => one?.querySelector(".neighbourhood_map-screen")) ?? document
  const box = (one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    return { x, y, width, height }
  }
  const all = (what, within = root) => [...within.querySelectorAll(what)]
  return {
    villages: all(".village:not([hidden])").map(box),
    loaded: all(".village").map((one) => one.naturalWidth),
    canvases: document.querySelectorAll("canvas, iframe").length,
    pawns: all(".walker").map((one) => ({
      foot: box(one),
      shadow: one.querySelector("ellipse") && box(one.querySelector("ellipse")),
      label: box(one.querySelector(".pawn-name rect")),
      words: box(one.querySelector(".pawn-name text")),
      name: one.querySelector(".pawn-name text").textContent,
    })),
    past: all("svg.below g[stroke-dasharray]").map((one) => box(one.parentElement)),
    dots: all("svg.below circle[r='6.5']").map(box),
  }
}"""


@pytest.fixture
def track(stored: Store) -> MapTrack:
    return a_track(stored)


@pytest.fixture
def refused() -> list[str]:
    """What the browser complained of: a style or script that the page's policy forbids, too."""
    return []


@pytest.fixture
def projector(browser: Browser, server: Server, stored: Store, refused: list[str]) -> PutUp:
    """Opens the screen of a meeting: projector(meeting, 1280, 720)."""

    def put_up(played: MapMeeting, wide: int, high: int, **more: Any) -> Page:
        meeting = meetings.room(stored, played.meeting).meeting
        context = browser.new_context(viewport={"width": wide, "height": high}, **more)
        page = context.new_page()
        page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
        page.goto(f"{server.url}/scherm?m={meeting.id}&s={screen_key(meeting)}")
        expect(page.locator(".neighbourhood_map-screen")).to_be_visible(timeout=PATIENCE)
        page.wait_for_timeout(1500)
        return page

    return put_up


def measured(page: Page) -> Any:
    return page.evaluate(MEASURE)


def drawn_at(found: Any, x: float, y: float) -> tuple[float, float]:
    """Where a point of the drawing lies in the window."""
    (village,) = found["villages"]
    assert found["loaded"] == [2016]
    return (
        village["x"] + x / WIDE * village["width"], village["y"] + y / HIGH * village["height"],
    )  # fmt: skip


def middle(box: Any) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_a_foot_stands_where_the_village_has_its_place(
    track: MapTrack, stored: Store, projector: PutUp, album: Album, refused: list[str],
    wide: int, high: int,
) -> None:  # fmt: skip
    played = a_meeting(stored, track, "Kennismaking")
    for name, at in zip(played.parties, SPOTS, strict=True):
        played.puts(name, at)
    page = projector(played, wide, high)
    found = measured(page)
    album.keep_loosely(page, "scherm", f"{wide}x{high}")
    assert found["canvases"] == 0
    scale = min(wide / 1920, high / 1080)
    feet = {pawn["name"]: middle(pawn["shadow"]) for pawn in found["pawns"]}
    for name, at in zip(played.parties, SPOTS, strict=True):
        assert feet[name] == pytest.approx(drawn_at(found, *at), abs=max(0.5, scale))
    (village,) = found["villages"]
    assert village["width"] / village["height"] == pytest.approx(WIDE / HIGH, rel=0.002)
    assert village["x"] >= 0
    assert village["x"] + village["width"] <= wide
    assert village["y"] + village["height"] <= high
    assert refused == []


def test_they_stay_together_while_the_window_changes(
    track: MapTrack, stored: Store, projector: PutUp
) -> None:
    played = a_meeting(stored, track, "Kennismaking")
    for name, at in zip(played.parties, SPOTS, strict=True):
        played.puts(name, at)
    page = projector(played, 1920, 1080)
    for wide, high in SIZES:
        page.set_viewport_size({"width": wide, "height": high})
        page.wait_for_timeout(200)
        found = measured(page)
        feet = sorted(middle(pawn["shadow"]) for pawn in found["pawns"])
        wanted = sorted(drawn_at(found, *at) for at in SPOTS)
        for foot, place in zip(feet, wanted, strict=True):
            assert foot == pytest.approx(place, abs=1.2)


@pytest.mark.parametrize("calm", [False, True])
def test_a_pawn_that_moves_walks_there_or_is_there_at_once(
    track: MapTrack, stored: Store, projector: PutUp, calm: bool
) -> None:
    played = a_meeting(stored, track, "Kennismaking")
    name = next(iter(played.parties))
    played.puts(name, SCHOOL)
    page = projector(played, 1920, 1080, reduced_motion="reduce" if calm else "no-preference")
    page.evaluate(WATCH)
    played.puts(name, FIELD)
    page.wait_for_timeout(2500)
    found = measured(page)
    (pawn,) = found["pawns"]
    assert middle(pawn["shadow"]) == pytest.approx(drawn_at(found, *FIELD), abs=1)
    start, end = drawn_at(found, *SCHOOL)[0], drawn_at(found, *FIELD)[0]
    between = [x for x in page.evaluate("window.seen") if start + 20 < x < end - 20]
    assert (between == []) is calm


# Keeps where the first pawn is, frame by frame.
WATCH = """() => {
  const root = [...document.querySelectorAll("*")].map((one) => one.shadowRoot)
    .find((one) => one?.querySelector(".walker")) ?? document
  window.seen = []
  const look = () => {
    window.seen.push(root.querySelector(".walker").getBoundingClientRect().x)
    requestAnimationFrame(look)
  }
  look()
}"""


def test_names_of_every_script_stay_within_their_label(
    stored: Store, projector: PutUp, album: Album
) -> None:
    played = a_meeting(stored, a_track(stored, HARD_NAMES), "Kennismaking")
    for name, at in zip(HARD_NAMES, SPOTS, strict=True):
        played.puts(name, at)
    page = projector(played, 1920, 1080)
    album.keep_loosely(page, "scherm", "namen")
    pawns = measured(page)["pawns"]
    assert len(pawns) == len(HARD_NAMES)
    for pawn in pawns:
        label, words = pawn["label"], pawn["words"]
        assert words["width"] > 20, pawn["name"]
        assert words["x"] >= label["x"] - 0.5, pawn["name"]
        assert words["x"] + words["width"] <= label["x"] + label["width"] + 0.5, pawn["name"]


def test_while_people_read_nothing_of_the_village_looks_out_from_behind(
    track: MapTrack, stored: Store, projector: PutUp, album: Album
) -> None:
    played = a_meeting(stored, track, "Kennismaking", stage="read")
    page = projector(played, 1920, 1080)
    album.keep_loosely(page, "scherm", "lezen")
    found = measured(page)
    assert found["villages"] == []
    expect(page.locator(".village")).to_be_hidden()
    # It is there already when the pawns come.
    assert found["loaded"] == [2016]
    played.goes_to("place")
    page.wait_for_timeout(1000)
    assert len(measured(page)["villages"]) == 1
    expect(page.locator(".village")).to_be_visible()


def test_in_a_second_meeting_the_pawns_of_the_first_stand_there_with_their_ways(
    track: MapTrack, stored: Store, projector: PutUp, album: Album
) -> None:
    first = a_meeting(stored, track, "Kennismaking", "2026-11-22")
    names = list(first.parties)
    for name, at in zip(names, SPOTS, strict=True):
        first.puts(name, at)
    first.ends()
    second = a_meeting(stored, track, "Uitwisseling", "2027-05-20")
    page = projector(second, 1920, 1080)
    album.keep_loosely(page, "scherm", "nog-niemand")
    found = measured(page)
    assert (len(found["past"]), found["pawns"], found["dots"]) == (4, [], [])
    for name, at in zip(names, (FIELD, BRIDGE, SCHOOL, FOUNTAIN), strict=True):
        second.puts(name, at)
    second.goes_to("place", journey=True)
    page.wait_for_timeout(2500)
    album.keep_loosely(page, "scherm", "tocht")
    found = measured(page)
    assert (len(found["past"]), len(found["pawns"])) == (4, 4)
    assert len(found["dots"]) > 40
    left, right = (drawn_at(found, x, 0)[0] for x in (0, WIDE))
    assert all(left < middle(dot)[0] < right for dot in found["dots"])
    second.opens(names[0])
    page.wait_for_timeout(1500)
    album.keep_loosely(page, "scherm", "tocht-open")
    assert len(measured(page)["past"]) == 1


def test_a_phone_shows_where_its_pawn_stood_and_can_begin_there(
    track: MapTrack, stored: Store, server: Server, phone: Callable[..., Phone]
) -> None:
    first = a_meeting(stored, track, "Kennismaking", "2026-11-22")
    first.puts("De Regenton", FOUNTAIN)
    first.ends()
    second = a_meeting(stored, track, "Uitwisseling")
    code = meetings.room(stored, second.meeting).meeting.code
    someone = phone("samir", size=SMALL_PHONE)
    someone.has_joined(f"{server.url}/d/{code}", "De Regenton", "Samir")
    someone.sees("Op 22 november 2026 stonden jullie bij de fontein.")
    page, board = someone.page, someone.page.locator(".board")
    box: Any = board.bounding_box()
    then: Any = page.locator(".board .past").bounding_box()
    # The foot of the drawing is at 150 of its 168 units.
    foot = then["x"] + then["width"] / 2, then["y"] + then["height"] * 150 / 168
    place = (
        box["x"] + FOUNTAIN[0] / WIDE * box["width"],
        box["y"] + FOUNTAIN[1] / HIGH * box["height"],
    )
    assert foot == pytest.approx(place, abs=1)
    someone.look("toen")
    someone.presses("Begin waar jullie toen stonden")
    someone.sees("Bewaard. Verzetten mag nog.")
    expect(page.locator(".where")).to_have_text("Bij de fontein")
    expect(page.get_by_role("button", name="Begin waar jullie toen stonden")).to_have_count(0)
    someone.look("begonnen")
    assert faults(someone, phone=True) == {}


def test_the_facilitator_switches_the_journey_on_at_the_console(
    track: MapTrack, stored: Store, server: Server, projector: PutUp, facilitator: Facilitator
) -> None:
    first = a_meeting(stored, track, "Kennismaking", "2026-11-22")
    first.puts("De Regenton", FOUNTAIN)
    first.ends()
    second = a_meeting(stored, track, "Uitwisseling")
    second.puts("De Regenton", FIELD)
    screen = projector(second, 1920, 1080)
    assert measured(screen)["dots"] == []
    facilitator.opens_console(server.url, second.meeting)
    facilitator.page.get_by_role("switch", name="Toon de tocht").click()
    expect(screen.locator("svg.below circle[r='6.5']").first).to_be_attached(timeout=PATIENCE)
    facilitator.page.get_by_role("switch", name="Toon waar ze de vorige keer stonden").click()
    facilitator.page.get_by_role("switch", name="Toon de tocht").click()
    expect(screen.locator("svg.below")).to_have_count(0, timeout=PATIENCE)
