"""No page is begun for the last few lines of a part, whatever is in it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from exercises.document import Block, Document, Heading, PageBreak, Paragraph, Remark
from report.forms import pages
from report.forms.pages import PlacedRun, spilled
from report.forms.pdf import pdf
from tests.report.forms import reading

TEXT = "Wat we zagen en hoorden, in een paar zinnen die iemand opschreef. " * 2
# On a full page stand some twenty of these.
FULL = 20


def part(name: str, remarks: int) -> tuple[Block, ...]:
    """A part with so many remarks, its last words at its end."""
    said = tuple(Remark(TEXT, f"An {number}") for number in range(remarks))
    return (Heading(name, 1), *said, Paragraph(f"Slot van {name}."))


def pages_of(*parts: tuple[Block, ...]) -> list[str]:
    blocks = [block for one in parts for block in (PageBreak(), *one)]
    return reading.pages_of_pdf(pdf(Document("x", tuple(blocks[1:]))))


def test_a_part_that_ends_high_on_its_last_page_is_spilled() -> None:
    runs = [
        PlacedRun(1, 1, 50),
        PlacedRun(2, 3, 60),
        PlacedRun(4, 5, 200),
        PlacedRun(6, 6, 250),
        PlacedRun(6, 7, 50),
    ]
    assert spilled([False] * 5, runs) == [[1], [4]]
    # What follows on the page of another one belongs with it.
    assert spilled([False, False, False, False, True], runs) == [[1], [3, 4]]
    assert spilled([False, False, True, False, False], runs) == [[1], [4]]


@pytest.mark.parametrize("remarks", range(FULL - 6, FULL + 8))
def test_the_last_page_of_a_part_holds_more_than_a_few_lines(remarks: int) -> None:
    found = pages_of(part("Eerst", remarks), part("Daarna", 2))
    last = next(text for text in found if "Slot van Eerst." in text)
    few = len(re.findall(r"An \d+", last)) < 2
    assert found.index(last) == 0 or not few


def test_what_would_not_save_a_page_keeps_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[float] = []
    places = pages._places

    def seen(data: dict[str, Any], files: dict[str, bytes]) -> list[PlacedRun]:
        tried.append(data["runs"][0]["gap"])
        return places(data, files)

    monkeypatch.setattr(pages, "_places", seen)
    # Nothing can become narrower where one text fills the pages.
    long = Paragraph("Zin na zin, zonder einde. " * 200)
    files = pages.laid_out(Document("x", (Heading("Lang", 1), long, PageBreak(), Paragraph("x"))))
    assert len(tried) > 1 and min(tried) < 1
    assert b'"gap": 1.0' in files["data.json"] and b'"gap": 0' not in files["data.json"]
