"""Pictures of Cadeautjestijd for the export: the table, and each drawing on its note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.kit.drawing import finger_drawing as drawing
from exercises.kit.drawing import gift_table as layout
from exercises.kit.drawing import parcel as wrapping
from exercises.kit.drawing.lettering import fit, set_block, width
from exercises.kit.drawing.svg import Style, document, text, tile_mark, token
from state.language import _

_CARD_TILE = 36
# A drawing with a margin beside it.
_WIDE = 1400


@dataclass(frozen=True)
class Parcel:
    """A gift for on the table: its paper and ribbon, who gets it and who gave it, and the short
    names of both."""

    key: str
    tile: int | None
    paper: str
    ribbon: str
    to: str
    to_tile: int | None
    giver: str
    to_short: str = ""
    giver_short: str = ""


@dataclass(frozen=True)
class Drawn:
    """A drawing with its heading, caption, and who gave it to whom."""

    heading: str
    caption: str
    who: str
    giver: str
    host: str
    items: tuple[drawing.Item, ...]


def table_svg(parcels: Sequence[Parcel]) -> str:
    """The table with the gifts as they lay there, wrapped."""
    places = layout.places(len(parcels))
    drawn = "".join(
        f'<g transform="translate({place.x:g} {place.y:g}) scale({place.scale:g})">'
        f"{wrapping.svg(one.key, one.tile, one.paper, one.ribbon, f'paper-{at}')}</g>"
        for at, (one, place) in enumerate(zip(parcels, places, strict=False))
    )
    cards = "".join(_card(one, place) for one, place in zip(parcels, places, strict=False))
    ink = token("ink")
    top = (
        f'<path d="M0 0h1920v1080H0z" fill="{token("paper")}"/>'
        f'<path d="M150 452h1620l150 472H0z" fill="#E3D0A8" stroke="{ink}" stroke-width="5" '
        f'stroke-linejoin="round"/><path d="M0 924h1920v156H0z" fill="{token("sheet")}" '
        f'stroke="{ink}" stroke-width="5"/>'
    )
    title = _("Cadeautjestijd")
    return document(top + text(72, 200, title, Style(92, spacing=-0.012)) + drawn + cards, title)


def drawing_svg(drawn: Drawn) -> str:
    """A drawing on its note, with the words around it."""
    edge, sheet = token("edge"), token("sheet")
    caption = set_block(drawn.caption, 1200, ((44, 1), (34, 2)), 400) if drawn.caption else None
    lines = "".join(
        text(100, 980 + at * caption.size * 1.25, line, Style(caption.size, 400))
        for at, line in enumerate(caption.lines)
    ) if caption else ""  # fmt: skip
    who = ", ".join(part for part in (drawn.who, drawn.giver) if part)
    told = _("{who} voor {host}").format(who=who, host=drawn.host)
    return document(
        f'<path d="M0 0h{_WIDE}v1080H0z" fill="{token("paper")}"/>'
        + text(100, 110, drawn.heading, Style(64))
        + text(100, 170, fit(told, 36, 1200, 400), Style(36, 400, "muted"))
        + f'<path d="M100 210h1200v720H100z" fill="{sheet}" stroke="{edge}" stroke-width="4"/>'
        f'<g transform="translate(100 210) scale(1.2)">{drawing.svg(drawn.items)}</g>' + lines,
        f"{drawn.heading}. {told}",
        wide=_WIDE,
    )


def _card(parcel: Parcel, place: layout.TablePlace) -> str:
    """The same two lines as on the screen: who gets it, and who gave it."""
    size = 30 if place.high == layout.CARD_HIGH else 28
    by, by_short = (
        _("van {name}").format(name=name) for name in (parcel.giver, parcel.giver_short)
    )
    name = fit(parcel.to, size, place.card - _CARD_TILE - 32, short=parcel.to_short)
    giver = fit(by, 28, place.card - 24, 400, short=by_short if parcel.giver_short else "")
    wide = max(width(name, size) + _CARD_TILE + 32, width(giver, 28, 400) + 24)
    left, top = place.x - wide / 2, place.y + 4
    middle = place.high / 2
    return (
        f'<path d="M{left:.1f} {top:.1f}h{wide:.1f}v{place.high}h{-wide:.1f}z" '
        f'fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="3.5"/>'
        + tile_mark(left + 8 + _CARD_TILE / 2, top + middle / 2 + 4, _CARD_TILE, parcel.to_tile)
        + text(left + _CARD_TILE + 18, top + middle / 2 + 14, name, Style(size))
        + text(left + 12, top + middle * 1.5 + 8, giver, Style(28, 400))
    )
