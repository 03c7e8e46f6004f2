"""Looking back on a track in a real browser: the map is drawn, can be tapped, and stays at home."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from exercises.kit.drawing.svg import tile_colours
from exercises.neighbourhood_map.layout_geometry import MAP, on_screen
from state import tracks
from state.database import Store
from tests.browser.actors import PATIENCE, Facilitator
from tests.browser.eyes import Album
from tests.browser.judge import faults
from tests.browser.server import Server
from tests.exercises.neighbourhood_map.played import (
    BRIDGE,
    FIELD,
    FOUNTAIN,
    SCHOOL,
    MapTrack,
    a_meeting,
    a_track,
)

# deck.gl wants WebGL: here it is drawn without a graphics card.
_SWITCHES = (
    "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist", "--disable-background-networking", "--no-first-run",
)  # fmt: skip
CHART = '[data-testid="stDeckGlJsonChart"]'
NAMES = ("De Regenton", "De Vensterbank")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser that has WebGL."""
    with sync_playwright() as playwright:
        path = os.environ.get("ODV_CHROMIUM")
        opened = playwright.chromium.launch(executable_path=path, args=list(_SWITCHES))
        yield opened
        opened.close()


@pytest.fixture
def played(stored: Store) -> MapTrack:
    """Two organisations, each elsewhere than in the meeting before."""
    track = a_track(stored, NAMES)
    first = a_meeting(stored, track, "Kennismaking", "2026-11-22")
    first.puts("De Regenton", SCHOOL, "Aan de poort.")
    first.puts("De Vensterbank", BRIDGE, "Op de brug.")
    first.ends()
    second = a_meeting(stored, track, "Slotmoment", "2027-10-10")
    second.puts("De Regenton", FIELD, "Nu op het veld.")
    second.puts("De Vensterbank", FOUNTAIN)
    second.ends()
    return track


@pytest.fixture
def asked() -> list[str]:
    """Every address that the page asked for."""
    return []


@pytest.fixture
def looking(
    facilitator: Facilitator, server: Server, played: MapTrack, asked: list[str]
) -> Facilitator:
    """A facilitator who opened the page, with the map drawn."""
    page = facilitator.page
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.url}/terugblik?t={played.id}")
    expect(page.locator(f"{CHART} canvas")).to_be_visible(timeout=PATIENCE)
    into_sight(page)
    # Until the village and the pawns are on the card.
    page.wait_for_timeout(5000)
    return facilitator


@pytest.fixture
def page(looking: Facilitator) -> Page:
    return looking.page


def into_sight(page: Page) -> None:
    """The picture of the year stands above the card: scroll until the card is seen."""
    page.locator(CHART).evaluate("(one) => one.scrollIntoView({ block: 'center' })")


def place(page: Page, at: tuple[float, float]) -> tuple[float, float]:
    """A point of the drawing in px of the window, as long as the whole village is shown."""
    box: Any = page.locator(CHART).bounding_box()
    x, y = on_screen(*at)
    scale = box["width"] / (MAP.width + 24)
    middle = (MAP.left + MAP.right) / 2, (MAP.top + MAP.bottom) / 2
    return (
        box["x"] + box["width"] / 2 + (x - middle[0]) * scale,
        box["y"] + box["height"] / 2 + (y - middle[1]) * scale,
    )


def colour_at(page: Page, x: float, y: float) -> tuple[int, ...]:
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        return picture.convert("RGB").getpixel((round(x), round(y)))  # type: ignore[return-value]


def near(one: tuple[int, ...], hexed: str) -> bool:
    other = [int(hexed[at : at + 2], 16) for at in (1, 3, 5)]
    return all(abs(a - b) <= 12 for a, b in zip(one, other, strict=True))


def test_pawns_stand_where_they_were_put_and_nothing_comes_from_outside(
    page: Page, server: Server, stored: Store, played: MapTrack, album: Album, asked: list[str]
) -> None:
    album.keep_loosely(page, "begeleider", "terugblik")
    tiles = {one.name: one.tile for one in tracks.organisations(stored, played.id)}
    for name, at in (("De Regenton", FIELD), ("De Vensterbank", FOUNTAIN)):
        x, y = place(page, at)
        # The body of a pawn is above its foot.
        assert near(colour_at(page, x, y - 8), tile_colours(tiles[name]).fill), name
    for at in (SCHOOL, BRIDGE):
        x, y = place(page, at)
        assert near(colour_at(page, x, y - 5), "#FFFDF8")
    outside = [one for one in asked if not one.startswith((server.url, "data:", "blob:"))]
    assert outside == []
    assert any(one.endswith("kit/village/village.svg") for one in asked)


def points_at(page: Page, x: float, y: float) -> bool:
    """Move the mouse there; whether something is told of it."""
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.wait_for_timeout(300)
    return page.locator(".odv-map-said").is_visible()


def chooses(looking: Facilitator, at: tuple[float, float]) -> Locator:
    """Tap on a pawn until its card is shown, which is given: a map that is being drawn anew, as
    after the hint of a pawn, takes no tap."""
    page = looking.page
    card = page.locator(".odv-map-then-and-now")

    def is_shown() -> bool:
        page.mouse.click(*at)
        page.wait_for_timeout(2500)
        return card.is_visible()

    looking.until(is_shown, "the card of a pawn")
    return card


def test_a_tap_shows_then_and_now_and_another_one_puts_them_away(
    looking: Facilitator, page: Page, album: Album
) -> None:
    x, y = place(page, FIELD)
    hint = page.locator(".odv-map-said")
    looking.until(lambda: points_at(page, x, y - 20), "the hint of a pawn")
    expect(hint).to_contain_text("22 november 2026, aan de schoolpoort: Aan de poort.")
    card = chooses(looking, (x, y - 20))
    expect(card).to_contain_text("De Regenton", timeout=PATIENCE)
    expect(card).to_contain_text("Nu op het veld.")
    expect(page.locator(".odv-map-list tr.on")).to_have_count(2)
    page.mouse.move(5, 5)
    page.wait_for_timeout(1500)
    album.keep_loosely(page, "begeleider", "gekozen")
    # A pawn of then is one of the same organisation.
    x, y = place(page, BRIDGE)
    page.wait_for_timeout(800)
    page.mouse.click(x, y - 12)
    expect(card).to_contain_text("De Vensterbank", timeout=PATIENCE)
    field = place(page, (120, 60))

    def lets_go() -> bool:
        page.mouse.click(*field)
        # Two taps within an instant are a double one, which zooms.
        page.wait_for_timeout(1500)
        return card.count() == 0

    looking.until(lets_go, "no pawn chosen any more")


def test_what_is_filtered_is_gone_from_map_and_list(
    looking: Facilitator, page: Page, stored: Store, played: MapTrack
) -> None:
    looking.picks_option("Organisatie", "De Vensterbank")
    expect(page.locator(".odv-map-list tbody tr")).to_have_count(2, timeout=PATIENCE)
    page.wait_for_timeout(4000)
    tiles = {one.name: one.tile for one in tracks.organisations(stored, played.id)}
    x, y = place(page, FIELD)
    assert not near(colour_at(page, x, y - 8), tile_colours(tiles["De Regenton"]).fill)
    x, y = place(page, FOUNTAIN)
    assert near(colour_at(page, x, y - 8), tile_colours(tiles["De Vensterbank"]).fill)


def test_it_zooms_by_button_and_wheel_and_comes_back_whole(page: Page, album: Album) -> None:
    x, y = place(page, FIELD)
    before = colour_at(page, x, y - 8)
    page.get_by_role("button", name="4×").click()
    page.wait_for_timeout(2500)
    album.keep_loosely(page, "begeleider", "dichtbij")
    assert colour_at(page, x, y - 8) != before
    box: Any = page.locator(CHART).bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(800)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 260, steps=5)
    page.mouse.up()
    for _again in range(2):
        page.get_by_role("button", name="Alles").click()
        page.wait_for_timeout(2500)
        album.keep_loosely(page, "begeleider", "weer-heel")
        assert colour_at(page, x, y - 8) == before
        page.mouse.move(box["x"] + 200, box["y"] + 200)
        page.mouse.wheel(0, -400)
        page.wait_for_timeout(800)


def test_nothing_sticks_out_at_any_width(page: Page, album: Album) -> None:
    for wide, high in ((1440, 900), (1280, 720), (1024, 768), (390, 844)):
        page.set_viewport_size({"width": wide, "height": high})
        page.wait_for_timeout(1500)
        album.keep_loosely(page, "begeleider", f"{wide}")
        assert page.evaluate("document.documentElement.scrollWidth") <= wide, wide
        boxes: Any = page.evaluate(
            """() => [...document.querySelectorAll(
                ".odv-map-list, .odv-map-legend, .stSelectbox, .st-key-odv-card-answers")]
              .map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right])"""
        )
        assert len(boxes) == 6, wide
        assert all(left >= 0 and right <= wide for left, right in boxes), (wide, boxes)


def test_every_word_is_dutch_and_nobody_is_kept_out(looking: Facilitator) -> None:
    assert faults(looking) == {}
    page = looking.page
    x, y = place(page, FIELD)
    # The map is drawn a while after it is on the page, and until then takes no tap.
    looking.until(lambda: points_at(page, x, y - 20), "the hint of a pawn")
    chooses(looking, (x, y - 20))
    assert faults(looking) == {}
