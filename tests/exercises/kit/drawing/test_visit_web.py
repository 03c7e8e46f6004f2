"""The web of visits: every name and arrow is there, and nothing runs off the picture."""

from __future__ import annotations

import re

import pytest

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.visit_web import (
    COLUMNS_WIDE,
    ROUND_MOST,
    ROUND_WIDE,
    WebParty,
    WebVisit,
    visit_web,
)

LONG = "Samenlevingsopbouw Zuid-Oost-Vlaanderen en de Ommelanden vzw"


def ring(count: int, *more: tuple[int, int], opened: int = -1) -> str:
    parties = [
        WebParty(f"o{at}", LONG if at == 1 else f"Huis {at}", at + 1, f"Kort {at}")
        for at in range(count)
    ]
    pairs = [(at, (at + 1) % count) for at in range(count)] + list(more)
    visits = [WebVisit(f"o{one}", f"o{other}", one == opened) for one, other in pairs]
    return visit_web(parties, visits, "Wie bij wie")


def arrows(svg: str) -> list[str]:
    return re.findall(r'<path d="M[^"]*" fill="none" stroke="(#\w+)" stroke-width="[\d.]+"', svg)


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7, 9, 12, 40])
def test_any_number_fits(count: int) -> None:
    svg = ring(count, (0, count // 2)) if count > 3 else ring(count)
    assert len(arrows(svg)) == count + (count > 3)
    assert "Huis 0" in svg
    wide = ROUND_WIDE if count <= ROUND_MOST else COLUMNS_WIDE
    high = int(re.findall(r'height="(\d+)"', svg)[0])
    places = [
        (float(x), float(y)) for x, y in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"', svg)
    ]
    assert places and all(0 < x < wide and 8 < y < high for x, y in places)
    for path in re.findall(r'<path d="M([^"]*)" fill="none"', svg):
        for x, y in re.findall(r"([\d.-]+) ([\d.-]+)", path):
            assert 0 < float(x) < wide and 0 < float(y) < high
    assert drawing.png(svg, 200)[:4] == b"\x89PNG"


def test_the_open_one_is_thicker_in_ox_blood_and_drawn_last() -> None:
    found = re.findall(r'fill="none" stroke="(#\w+)" stroke-width="([\d.]+)"', ring(6, opened=2))
    assert found[-1] == (drawing.token("accent"), "6.0")
    assert set(found[:-1]) == {(drawing.token("ink"), "3.0")}


def test_who_visit_each_other_have_two_arrows_apart() -> None:
    paths = re.findall(r'<path d="(M[^"]*)" fill="none"', ring(2))
    assert len(set(paths)) == 2
    middles = [path.split("L")[len(path.split("L")) // 2] for path in paths]
    assert middles[0] != middles[1]


def test_who_visits_nobody_and_who_left_are_no_trouble() -> None:
    alone = visit_web([WebParty("o0", "Alleen", 1)], [WebVisit("o0", "weg")], "Niets")
    assert arrows(alone) == [] and "Alleen" in alone
    assert "<svg" in visit_web([], [], "Leeg")
