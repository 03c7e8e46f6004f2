"""The parts of a report as the facilitator sees them: in order, with what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.documents.parts import PARTS, PartKind
from state.framework import Framework
from state.models import ReportPart


@dataclass(frozen=True)
class ListedPart:
    """One part: its key and title, whether it is in the report, its own text, and a hint for it."""

    key: str
    title: str
    included: bool
    text: str
    hint: str


def in_order(chosen: Mapping[str, ReportPart]) -> list[PartKind]:
    """All parts in the facilitator's order; one that was never moved stays where it usually is."""
    usual = {part.key: at for at, part in enumerate(PARTS)}

    def place(part: PartKind) -> tuple[float, int]:
        found = chosen.get(part.key)
        at = None if found is None else found.position
        return (usual[part.key] if at is None else at, usual[part.key])

    return sorted(PARTS, key=place)


def listed(chosen: Mapping[str, ReportPart], areas: Framework) -> list[ListedPart]:
    """All parts, in order; those of an area with its name."""
    return [
        ListedPart(
            part.key, areas.name(part.area) or part.title,
            part.key not in chosen or bool(chosen[part.key].included),
            chosen[part.key].text if part.key in chosen else "", part.hint,
        )
        for part in in_order(chosen)
    ]  # fmt: skip
