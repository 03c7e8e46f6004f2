"""About how high blocks are, for dividing them over columns."""

from __future__ import annotations

from exercises.document import Beside, Heading, Paragraph, Remark, Together
from report.documents.heights import lines_of

TEXT = Paragraph("woord " * 40)


def test_the_narrower_the_higher() -> None:
    assert lines_of([TEXT], 2) > lines_of([TEXT], 4) > lines_of([TEXT], 6)


def test_what_stands_side_by_side_is_as_high_as_its_highest_part() -> None:
    side = Beside(((TEXT,), (Remark("Kort."),)), (3, 3))
    assert lines_of([side], 6) == lines_of([TEXT], 3) + 1


def test_what_stays_together_is_as_high_as_what_is_in_it() -> None:
    inner = (Heading("Titel", 3), TEXT)
    assert lines_of([Together(inner)]) == lines_of(inner) + 1
