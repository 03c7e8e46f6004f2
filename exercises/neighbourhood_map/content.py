"""The question, the questions for the talk, and the named places of the drawn village."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from typing import Any

from state.language import _

TITLE = _("Waar staan jullie in de buurt?")

QUESTIONS: tuple[str, ...] = (
    _("Waarom staan jullie daar?"),
    _("Wie uit de buurt komt daar voorbij, en wie niet?"),
    _("Waar zouden jullie liever staan?"),
    _("Wat is een eerste stap die kant op?"),
)

# The drawing is 1600 wide and 1000 high; its edge is torn, so the outer strip is no place.
WIDE, HIGH, EDGE = 1600, 1000, 24


Point = tuple[int, int]


@dataclass(frozen=True)
class NamedPlace:
    """A place with a name, in the coordinates of the drawing.

    `label`: how one stands there ("op de brug"). `noun`: what it is, after "vlak bij" and "in de
    buurt van" ("de brug"). `also`: other points that bear this name, of what is long or wide.
    """

    label: str
    noun: str
    x: int
    y: int
    also: tuple[Point, ...] = ()

    def far(self, x: float, y: float) -> float:
        """How far a point is from the nearest point with this name, in units of the drawing."""
        return min(hypot(one_x - x, one_y - y) for one_x, one_y in ((self.x, self.y), *self.also))


PLACES: tuple[NamedPlace, ...] = (
    NamedPlace(_("midden op het plein"), _("het plein"), 600, 548, ((640, 606), (760, 500))),
    NamedPlace(_("bij de fontein"), _("de fontein"), 715, 556),
    NamedPlace(_("voor de kerk"), _("de kerk"), 700, 440, ((668, 408),)),
    NamedPlace(_("in de kerk"), _("de kerk"), 735, 345),
    NamedPlace(_("op het gras bij de kerk"), _("de kerk"), 608, 350,
          ((590, 395), (740, 285), (850, 350))),
    NamedPlace(_("op het kerkhof"), _("het kerkhof"), 770, 414),
    NamedPlace(_("aan de schoolpoort"), _("de schoolpoort"), 284, 738, ((284, 680),)),
    NamedPlace(_("in de school"), _("de school"), 152, 640),
    NamedPlace(_("op de speelplaats"), _("de speelplaats"), 150, 762, ((80, 740), (215, 740))),
    NamedPlace(_("op de markt"), _("de markt"), 405, 668),
    NamedPlace(_("in de winkelstraat"), _("de winkelstraat"), 372, 546, ((372, 490), (450, 520))),
    NamedPlace(_("aan de bibliotheek"), _("de bibliotheek"), 888, 512, ((888, 455),)),
    NamedPlace(_("aan het station"), _("het station"), 398, 262, ((398, 220),)),
    NamedPlace(_("op het perron"), _("het perron"), 290, 204, ((525, 186),)),
    NamedPlace(_("aan het spoor"), _("het spoor"), 760, 150,
          ((100, 182), (900, 146), (1000, 138), (1400, 118), (1520, 106))),
    NamedPlace(_("tussen de woonblokken"), _("de woonblokken"), 186, 440,
          ((104, 320), (296, 360), (92, 455))),
    NamedPlace(_("bij de rijhuizen"), _("de rijhuizen"), 640, 262,
          ((560, 215), (735, 210), (820, 220))),
    NamedPlace(_("in het woonzorgcentrum"), _("het woonzorgcentrum"), 893, 620),
    NamedPlace(_("in de tuin van het woonzorgcentrum"), _("het woonzorgcentrum"), 890, 720,
          ((840, 710), (970, 720))),
    NamedPlace(_("aan de bushalte"), _("de bushalte"), 470, 784, ((456, 745), (555, 745))),
    NamedPlace(_("in het park"), _("het park"), 580, 910,
          ((545, 840), (700, 825), (830, 820), (890, 900), (800, 960))),
    NamedPlace(_("bij de vijver"), _("de vijver"), 668, 940, ((705, 885),)),
    NamedPlace(_("achter de haag"), _("de haag"), 400, 916),
    NamedPlace(_("bij de rijhuizen achter de speelplaats"), _("de rijhuizen"), 150, 866),
    NamedPlace(_("in de tuintjes"), _("de tuintjes"), 150, 936, ((70, 940), (230, 940))),
    NamedPlace(_("op de brug"), _("de brug"), 1145, 512),
    NamedPlace(_("op de steiger"), _("de steiger"), 1172, 668),
    NamedPlace(
        _("aan het water"), _("het water"), 1115, 640,
        ((1185, 60), (1120, 220), (1085, 320), (1105, 410), (1145, 590),
         (1100, 720), (1075, 800), (1060, 900)),
    ),
    NamedPlace(_("aan de overkant van de rivier"), _("de brug"), 1262, 560, ((1230, 470),)),
    NamedPlace(_("op het jaagpad"), _("het jaagpad"), 1178, 790, ((1150, 880), (1215, 720))),
    NamedPlace(_("in de moestuinen"), _("de moestuinen"), 1440, 696,
          ((1400, 600), (1520, 640), (1350, 650))),
    NamedPlace(_("op het sportveld"), _("het sportveld"), 1448, 856, ((1370, 860), (1520, 850))),
    NamedPlace(_("op het erf van de boerderij"), _("de boerderij"), 1430, 440,
          ((1420, 320), (1335, 410))),
    NamedPlace(_("in de wei bij de koeien"), _("de koeien"), 1250, 310),
    NamedPlace(
        _("op de velden"), _("de velden"), 1280, 200,
        ((120, 70), (300, 65), (520, 65), (740, 60), (960, 50), (1340, 50), (1480, 190)),
    ),
    NamedPlace(_("in de boomgaard"), _("de boomgaard"), 1555, 370),
    NamedPlace(_("aan de rand van het dorp"), _("de rand van het dorp"), 1560, 506),
)  # fmt: skip


def nearest(x: float, y: float) -> NamedPlace:
    """The named place closest to a point of the drawing."""
    return min(PLACES, key=lambda place: (place.far(x, y), place.label))


@lru_cache(maxsize=4096)
def in_words(x: float, y: float) -> str:
    """A point of the drawing in words, as they stand in a sentence: at a named place, close to it,
    or in its surroundings."""
    place = nearest(x, y)
    far = place.far(x, y)
    if far <= AT:
        return place.label
    near = _("vlak bij {place}") if far <= CLOSE else _("in de buurt van {place}")
    return near.format(place=place.noun)


# Units of the drawing; the phone reckons with the same (spot.js).
AT, CLOSE = 70, 130


def for_script() -> list[list[Any]]:
    """The places as the scripts get them: label, x, y, noun, and the other points."""
    return [[one.label, one.x, one.y, one.noun, one.also] for one in PLACES]
