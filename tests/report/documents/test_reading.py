"""Which sections a document tells."""

from __future__ import annotations

from typing import Any, cast

from exercises.document import Paragraph, Section
from report.documents.reading import PlacedSection, told_of
from state.models import Activity, Meeting


def placed(section: Section, activity: str, kind: str = "sheet") -> PlacedSection:
    one = cast("Any", type("Stored", (), {"id": activity, "kind": kind})())
    return PlacedSection(section, cast("Activity", one), cast("Meeting", one))


def test_of_the_same_sheet_only_the_latest_is_told() -> None:
    first, second = (Section("Fiche", (Paragraph(text),), organisation="o1", latest=True)
                     for text in ("eerst", "later"))  # fmt: skip
    other = Section("Kaart", (Paragraph("toen"),), organisation="o1")
    found = [placed(first, "a"), placed(other, "b", "map"), placed(second, "c"),
             placed(second, "c"), placed(other, "d", "map")]  # fmt: skip
    told = told_of(found, "o1", "report")
    assert [one.activity.id for one in told] == ["b", "c", "c", "d"]
    assert told_of(found, "o2", "report") == []
