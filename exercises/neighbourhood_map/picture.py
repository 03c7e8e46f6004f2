"""The map as pictures for the export: the village, the pawns, and where they came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exercises.contract import Picture
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import set_block
from exercises.kit.drawing.svg import Style, text, token
from exercises.kit.village.drawing import past_pawn
from exercises.kit.village.drawing import village as placed_village
from exercises.neighbourhood_map import picture_pieces as pieces
from exercises.neighbourhood_map.config import AREA
from exercises.neighbourhood_map.layout import PawnLayout, arrange
from exercises.neighbourhood_map.layout_geometry import MAP
from exercises.neighbourhood_map.layout_trails import PastPawn, Trail
from exercises.neighbourhood_map.layout_ways import (
    MapContext,
    earlier_views,
    journeys,
    past_pawns,
    walks,
)
from exercises.neighbourhood_map.views import standings
from exercises.neighbourhood_map.views_dates import when
from state.language import _, ngettext

_WIDE, _HIGH = 1920, 1080
_COLUMN, _COLUMN_TOP, _COLUMN_WIDE = 1464, 250, 384
_TITLE = ((60, 4), (52, 5), (44, 6), (36, 7))


@dataclass(frozen=True)
class MapPicture:
    """What is in the picture. `legend`: when the meetings were that pawns are shown of, each with
    its number, which is empty where it stands at no pawn."""

    title: str
    caption: str
    area: str
    layout: PawnLayout
    trails: Sequence[Trail] = ()
    past: Sequence[PastPawn] = ()
    legend: Sequence[tuple[str, str]] = ()


def pictures(context: MapContext) -> Iterable[Picture]:
    """The map as it ended, as it moved, and the way from meeting to meeting."""
    view = context.view
    placed = [party for party in context.organisations if party.id in view.standing]
    if not placed:
        return
    layout = arrange(standings(view, placed))
    moved, before = walks(view, placed), earlier_views(context)
    then = past_pawns(view, before, placed, layout, every=True)
    wandered = journeys(before, placed, layout, then)
    title, told = context.config.title, _caption(len(placed), len(moved))
    area = context.framework.name(AREA) or ""
    yield Picture(_("einde"), svg(MapPicture(title, told, area, layout)))
    if moved:
        yield Picture(_("verzet"), svg(MapPicture(title, told, area, layout, moved)))
    if wandered:
        several = len(context.earlier) > 1
        legend = [
            (str(number) if several else "", when(earlier.date, earlier.title))
            for number, earlier in enumerate(context.earlier, start=1)
        ]
        picture = MapPicture(title, told, area, layout, wandered, then, legend)
        yield Picture(_("tocht"), svg(picture))


def svg(picture: MapPicture) -> str:
    """A self-contained SVG of 1920 x 1080."""
    parts = [
        f'<path d="M0 0h{_WIDE}v{_HIGH}H0z" fill="{token("paper")}"/>',
        village(),
        pieces.below(picture.trails, picture.past),
        pieces.pawns(picture.layout),
        _words(picture),
    ]
    return drawing.document("".join(parts), f"{picture.title} {picture.caption}")


def village() -> str:
    """The drawn village where the map hangs on the screen."""
    return placed_village(MAP.left, MAP.top, MAP.width, MAP.height)


def _words(picture: MapPicture) -> str:
    icon = drawing.symbol(f"gebied-{AREA}")
    parts = [
        f'<g transform="translate({MAP.left} 46)">{icon}</g>',
        text(148, 86, str(AREA), Style(30)),
        text(182, 86, picture.area, Style(30)),
    ]
    title = set_block(picture.title, _COLUMN_WIDE, _TITLE)
    y = float(_COLUMN_TOP)
    for line in title.lines:
        y += title.size * 1.08
        parts.append(text(_COLUMN, y, line, Style(title.size, spacing=-0.012)))
    caption = set_block(picture.caption, _COLUMN_WIDE, ((36, 4), (30, 6)), 400)
    y += 36
    for line in caption.lines:
        y += caption.size * 1.25
        parts.append(drawing.figures_bold(_COLUMN, y, line, Style(caption.size, 400, "muted")))
    y += 30
    for number, date in picture.legend:
        y += 60
        place = f"translate({_COLUMN + 20} {y}) scale(.36)"
        parts.append(f'<g transform="{place}">{past_pawn(None)}</g>')
        parts.append(text(_COLUMN + 52, y - 8, number, Style(30)) if number else "")
        parts.append(text(_COLUMN + (84 if number else 52), y - 8, date, Style(30, 400)))
    return "".join(parts)


def _caption(standing: int, moved: int) -> str:
    told = ngettext("{n} pion staat op de kaart.", "{n} pionnen staan op de kaart.", standing)
    told = told.format(n=standing)
    if moved:
        told += " " + ngettext(
            "{n} verhuisde na het gesprek.", "{n} verhuisden na het gesprek.", moved
        ).format(n=moved)
    return told
