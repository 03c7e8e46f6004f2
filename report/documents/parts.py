"""The parts of the report of a track: each a key, a title, and what it holds of the track.

A part that holds nothing is not in the report, unless the facilitator wrote a text in it. What a
later version adds (visits, actions, quotes) is one more entry of `PARTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exercises.document import Block
from report.documents import (
    appendix,
    area_pages,
    course,
    kijkstages,
    organisation_pages,
    voices,
)
from report.documents.reading import WholeTrack
from state.language import _

Make = Callable[[WholeTrack], Sequence[Block]]


@dataclass(frozen=True)
class PartKind:
    """One part. `make` gives its blocks, without its title; `hint` says to the facilitator what
    own text is for. `titled`: whether it begins with its title; pages that have their own do not.
    `area`: the number of the area it is about, None for none. `shares`: it stands on the page of
    the part before it where it fits there.
    """

    key: str
    title: str
    make: Make
    hint: str = ""
    titled: bool = True
    area: int | None = None
    shares: bool = False


def _nothing(whole: WholeTrack) -> Sequence[Block]:
    return ()


PARTS: tuple[PartKind, ...] = (
    PartKind("foreword", _("Woord vooraf"), _nothing,
             _("Waarom dit traject, voor wie, en wie je wilt bedanken.")),
    PartKind("course", _("Hoe het traject liep"), course.course, shares=True),
    PartKind("visits", _("Over de vloer"), course.visits),
    PartKind("kijkstages", _("Kijkstages"), kijkstages.kijkstages),
    PartKind("framework", _("Waar we naar keken"), course.framework),
    *(
        PartKind(f"area-{number}", _("Aandachtsgebied {number}").format(number=number),
                 area_pages.of_area(number), titled=False, area=number)
        for number in (1, 2, 3, 4)
    ),
    PartKind("together", _("Over alles samen"), area_pages.of_all),
    PartKind("organisations", _("De organisaties"), organisation_pages.organisations,
             titled=False),
    PartKind("actions", _("Wat er nu gebeurt"), voices.actions),
    PartKind("lessons", _("Wat we leerden"), _nothing,
             _("Wat werkte, wat je een volgende keer anders doet."), shares=True),
    PartKind("quotes", _("Wat blijft hangen"), voices.quotes, titled=False),
    PartKind("appendix", _("Om zelf te doen"), appendix.appendix),
)  # fmt: skip
KEYS = tuple(one.key for one in PARTS)
