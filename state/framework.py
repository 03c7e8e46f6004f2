"""The framework of a track: four areas, each with a name and indicators.

A track begins with the framework of the method; the facilitator may give it another one.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from state.language import _, ngettext
from state.method import AREA_NAMES, INDICATORS
from state.pasted import items
from state.problems import Refused
from state.text_rules import one_line

NAME_LIMIT = 40
INDICATOR_LIMIT = 300
MOST_INDICATORS = 30
_VERSION = 1


@dataclass(frozen=True)
class Area:
    """One area (aandachtsgebied), 1 to 4, with its drawing and colour."""

    number: int
    name: str
    indicators: tuple[str, ...]


@dataclass(frozen=True)
class Framework:
    """The areas in order."""

    areas: tuple[Area, ...]

    def area(self, number: int | None) -> Area | None:
        """The area of that number."""
        return next((area for area in self.areas if area.number == number), None)

    def name(self, number: int | None) -> str | None:
        """The name of that area."""
        found = self.area(number)
        return found.name if found else None

    def indicators(self, number: int | None) -> tuple[str, ...]:
        """The indicators of that area."""
        found = self.area(number)
        return found.indicators if found else ()

    def to_text(self) -> str:
        """As stored with a track."""
        areas = [
            {"number": area.number, "name": area.name, "indicators": area.indicators}
            for area in self.areas
        ]
        return json.dumps({"version": _VERSION, "areas": areas}, ensure_ascii=False)


def usual() -> Framework:
    """The framework of the method."""
    return Framework(
        tuple(Area(number, name, INDICATORS[number]) for number, name in AREA_NAMES.items())
    )


@lru_cache(maxsize=32)
def framework_of(stored: str) -> Framework:
    """From storage; an empty text is the framework of the method."""
    if not stored:
        return usual()
    return Framework(
        tuple(
            Area(area["number"], area["name"], tuple(area["indicators"]))
            for area in json.loads(stored)["areas"]
        )
    )


def renamed(framework: Framework, number: int, typed: str) -> Framework:
    """With another name for an area. Refused when it is empty or too long."""
    name = one_line(typed, NAME_LIMIT, _("De naam van het gebied"))
    return _with(framework, number, lambda area: replace(area, name=name))


def with_indicators(framework: Framework, number: int, pasted: str) -> Framework:
    """With the indicators of a pasted list: one on each line, numbers may stay. Refused when one
    is too long or when there are too many; none at all is allowed."""
    found = tuple(one_line(item, INDICATOR_LIMIT, _("Een indicator")) for item in items(pasted))
    if len(found) > MOST_INDICATORS:
        over = len(found) - MOST_INDICATORS
        raise Refused(
            ngettext(
                "Dat is {n} indicator te veel: er kunnen er {most} bij een gebied.",
                "Dat zijn {n} indicatoren te veel: er kunnen er {most} bij een gebied.",
                over,
            ).format(n=over, most=MOST_INDICATORS)
        )
    return _with(framework, number, lambda area: replace(area, indicators=found))


def _with(framework: Framework, number: int, change: Callable[[Area], Area]) -> Framework:
    return Framework(
        tuple(change(area) if area.number == number else area for area in framework.areas)
    )
