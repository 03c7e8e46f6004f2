"""The programme of a visit as a picture: days beside each other, in px of the screen."""

from __future__ import annotations

from exercises.contract import TrackVisit
from exercises.guide import views
from exercises.guide.model import GuideContext
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import fit, set_block
from exercises.kit.drawing.svg import Style, text, token
from exercises.kit.rules.days import weekday_text
from exercises.kit.visits import telling
from exercises.kit.visits.checks import VisitGuest
from exercises.kit.visits.programme import ProgrammeDay, VisitPart, by_day, clock_text
from state.language import _

_WIDE, _MARGIN, _TOP, _GAP = 1920, 72, 250, 32
_WIDEST, _ROW, _LINE = 620, 128, 34
_SIZES = ((30, 2), (28, 3))


def svg(context: GuideContext, visit: TrackVisit) -> str | None:
    """The programme, as high as it needs; more than four days go on below. None when no part has a
    day."""
    going = views.guests(context, visit)
    days = [day for day in by_day(visit, context.view.programme(visit.id)) if day.date]
    if not days:
        return None
    visitor, host = context.party_by_id[visit.visitor], context.party_by_id[visit.host]
    title = _("{visitor} bij {host}").format(visitor=visitor.name, host=host.name)
    parts = [
        drawing.tile_mark(_MARGIN + 36, 96, 72, visitor.tile),
        drawing.tile_mark(_MARGIN + 124, 96, 72, host.tile),
        text(_MARGIN + 184, 92, fit(title, 52, 1500), Style(52)),
        text(_MARGIN + 184, 140, telling.when(visit), Style(32, 400, "muted")),
    ]
    columns = min(views.COLUMNS, len(days))
    wide = min(_WIDEST, (_WIDE - 2 * _MARGIN - (columns - 1) * _GAP) / columns)
    top = float(_TOP)
    for first in range(0, len(days), columns):
        row = days[first : first + columns]
        for at, day in enumerate(row):
            parts.append(_day(day, going, _MARGIN + at * (wide + _GAP), top, wide))
        top += 60 + _ROW * max(1, *(len(day.parts) for day in row)) + 40
    high = round(top)
    ground = f'<path d="M0 0h{_WIDE}v{high}H0z" fill="{token("paper")}"/>'
    return drawing.document(ground + "".join(parts), title, _WIDE, high)


def _day(
    day: ProgrammeDay, going: tuple[VisitGuest, ...], x: float, top: float, wide: float
) -> str:
    parts = [text(x, top, fit(weekday_text(day.date), 34, wide), Style(34))]
    if len(day.parts) > 1:
        high = _ROW * (len(day.parts) - 1)
        parts.append(
            f'<path d="M{x + 110:.0f} {top + 60:.0f}v{high:.0f}" stroke="{token("edge")}"'
            f' stroke-width="14"/><path d="M{x + 110:.0f} {top + 60:.0f}v{high:.0f}"'
            f' stroke="{token("tape")}" stroke-width="9"/>'
        )
    parts += [
        _stop(one, going, x, top + 60 + at * _ROW, wide) for at, one in enumerate(day.parts)
    ]  # fmt: skip
    return "".join(parts)


def _stop(part: VisitPart, going: tuple[VisitGuest, ...], x: float, y: float, wide: float) -> str:
    yellow = part.form in ("welcome", "meal", "look_back")
    box = (
        f'<rect x="{x + 92:.0f}" y="{y - 18:.0f}" width="36" height="36" rx="3"'
        f' fill="{token("top" if yellow else "sheet")}" stroke="{token("ink")}" stroke-width="4"/>'
    )
    block = set_block(part.text, wide - 150, _SIZES)
    words = "".join(
        text(x + 144, y - 2 + at * _LINE, line, Style(block.size))
        for at, line in enumerate(block.lines)
    )
    who = fit(telling.who_and_how(part, going), 28, wide - 150, 400)
    below = text(x + 144, y - 2 + len(block.lines) * _LINE, who, Style(28, 400, "muted"))
    return text(x, y + 10, clock_text(part.start), Style(28)) + box + words + below
