"""The question, the questions for the talk, and the named places of the drawn village."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Place:
    """A place with a name, in the coordinates of the drawing."""

    label: str
    x: int
    y: int


PLACES: tuple[Place, ...] = (
    Place(_("midden op het plein"), 600, 548),
    Place(_("bij de fontein"), 715, 556),
    Place(_("voor de kerk"), 700, 440),
    Place(_("aan de schoolpoort"), 284, 738),
    Place(_("op de speelplaats"), 150, 762),
    Place(_("op de markt"), 405, 668),
    Place(_("in de winkelstraat"), 372, 546),
    Place(_("aan de bibliotheek"), 888, 512),
    Place(_("aan het station"), 398, 262),
    Place(_("op het perron"), 290, 204),
    Place(_("tussen de woonblokken"), 186, 440),
    Place(_("bij de rijhuizen"), 640, 262),
    Place(_("in de tuin van het woonzorgcentrum"), 890, 720),
    Place(_("aan de bushalte"), 470, 784),
    Place(_("in het park"), 580, 910),
    Place(_("bij de vijver"), 668, 940),
    Place(_("achter de haag"), 400, 916),
    Place(_("op de brug"), 1145, 512),
    Place(_("aan het water"), 1202, 690),
    Place(_("aan de overkant van de rivier"), 1262, 560),
    Place(_("in de moestuinen"), 1440, 696),
    Place(_("op het sportveld"), 1448, 856),
    Place(_("op het erf van de boerderij"), 1430, 440),
    Place(_("aan de rand van het dorp"), 1560, 506),
)


def nearest(x: float, y: float) -> Place:
    """The named place closest to a point of the drawing."""
    return min(PLACES, key=lambda place: ((place.x - x) ** 2 + (place.y - y) ** 2, place.label))


def in_words(x: float, y: float) -> str:
    """A point of the drawing in words: a named place, or what it is not far from."""
    place = nearest(x, y)
    near = (place.x - x) ** 2 + (place.y - y) ** 2 <= _AT**2
    return place.label if near else _("niet ver van: {place}").format(place=place.label)


_AT = 70
