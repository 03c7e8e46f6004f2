"""The line of first steps as pictures: 1920 x 1080 px, as it is on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.actions import layout
from exercises.actions.layout import CARD_HIGH, CARD_WIDE, CardPlace
from exercises.actions.views_plan import ActionsContext, OwnedAction, in_time, names_of, offers
from exercises.actions.views_screen import pose_of, short_day
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import ELLIPSIS, fit, set_block, width
from exercises.kit.drawing.svg import Style, figure, text, tile_mark, token
from state.language import _

_FLOOR = 560
_TAG_HIGH, _BESIDE, _FIGURE = 48, 88, 92
_STEP_SIZES = ((40, 2), (34, 2), (31, 3))
_NAME_SIZES = ((36, 1), (31, 2))
_WHO_SIZES, _LONG_NAME, _NAME_GAP = ((34, 1), (30, 1)), ((23, 2),), 10
_HELPER_SIZES = ((34, 1), (30, 1), (26, 1))


def line_pages(
    context: ActionsContext, shown: Sequence[OwnedAction] | None = None
) -> list[str]:  # fmt: skip
    """Self-contained SVGs of first steps by day, six on each: those `shown`, or all; none without
    an action."""
    found = in_time(context, gone=True) if shown is None else shown
    size = layout.ON_A_PAGE
    return [_page(context, found[at : at + size]) for at in range(0, len(found), size)]


def _page(context: ActionsContext, shown: Sequence[OwnedAction]) -> str:
    title = _("Onze eerste stappen")
    top, bottom = layout.TAPE_TOP, layout.TAPE_BOTTOM
    parts = [
        f'<rect width="1920" height="1080" fill="{token("paper")}"/>',
        f'<rect y="{_FLOOR}" width="1920" height="{1080 - _FLOOR}" fill="{token("floor")}"/>',
        f'<path d="M0 {_FLOOR}H1920" stroke="{token("edge")}" stroke-width="3"/>',
        f'<rect x="40" y="{top}" width="1840" height="{bottom - top}" fill="{token("tape")}"'
        f' stroke="{token("edge")}" stroke-width="3"/>',
        text(72, 150, title, Style(80)),
    ]
    for one, place in zip(shown, layout.places(len(shown)), strict=True):
        parts.append(_stem(one, place))
        parts.append(_people(context, one, place))
        parts.append(_card(context, one, place))
    return drawing.document("".join(parts), title)


def _stem(one: OwnedAction, place: CardPlace) -> str:
    """From the card to the tape, with the day on it."""
    edge = place.top + CARD_HIGH if place.is_above else place.top
    tape = layout.TAPE_TOP - 150 if place.is_above else layout.TAPE_BOTTOM
    line = f'<path d="M{place.stem} {edge}V{tape}" stroke="{token("ink")}" stroke-width="4"/>'
    day = short_day(one.action.date) or _("nog geen dag")
    wide = 240
    middle = edge + 8 if place.is_above else edge - _TAG_HIGH - 8
    return (
        f'{line}<rect x="{place.stem - wide / 2}" y="{middle}" width="{wide}" height="{_TAG_HIGH}"'
        f' fill="{token("tape")}" stroke="{token("ink")}" stroke-width="4"/>'
        + text(place.stem, middle + 35, fit(day, 34, wide - 20), Style(34, 700, anchor="middle"))
    )


def _people(context: ActionsContext, one: OwnedAction, place: CardPlace) -> str:
    found = figure(place.stem, layout.SOLES, _FIGURE, one.party.tile, pose_of(one.party.id))
    for at, helper in enumerate(names_of(context, one.action.helpers)[:1]):
        x = place.stem + _BESIDE * (at + 1)
        found += figure(x, layout.SOLES, _FIGURE, helper["tile"], "zij")
    return found + _name(one.action.who or _("wie?"), one.party.short, place.stem)


def _name(who: str, organisation: str, x: float) -> str:
    """Who pulls an action, on the tape; where that is too long, only the organisation."""
    room = layout.STEM_APART - _NAME_GAP
    block = set_block(who, room, _WHO_SIZES, short=organisation)
    if block.lines[0].endswith(ELLIPSIS):
        block = set_block(organisation, room, _LONG_NAME)
    middle = (layout.TAPE_TOP + layout.TAPE_BOTTOM) / 2
    return "".join(
        text(x, middle + block.size * (0.35 + at - (len(block.lines) - 1) / 2), line,
             Style(block.size, 700, anchor="middle"))
        for at, line in enumerate(block.lines)
    )  # fmt: skip


def _card(context: ActionsContext, one: OwnedAction, place: CardPlace) -> str:
    left, top = place.left, place.top
    parts = [
        f'<rect x="{left}" y="{top}" width="{CARD_WIDE}" height="{CARD_HIGH}" rx="4"'
        f' fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="4"/>',
        tile_mark(left + 50, top + 46, 54, one.party.tile),
    ]
    name = set_block(one.party.name, CARD_WIDE - 116, _NAME_SIZES, 400, short=one.party.short)
    for at, line in enumerate(name.lines):
        y = top + 46 + name.size * (0.35 + 1.05 * (at - (len(name.lines) - 1) / 2))
        parts.append(text(left + 94, y, line, Style(name.size, 400)))
    step = set_block(one.action.first or one.action.title, CARD_WIDE - 48, _STEP_SIZES)
    for at, line in enumerate(step.lines):
        parts.append(text(left + 24, top + 84 + step.size * (0.9 + 1.1 * at), line,
                          Style(step.size)))  # fmt: skip
    known = context.party_by_id
    helping = [(known[helper], _("helpt")) for helper in one.action.helpers if helper in known]
    helping += [(party, _("wil helpen")) for party in offers(context, one)]
    foot = top + CARD_HIGH - 24
    if helping:
        party, does = helping[0]
        parts.append(tile_mark(left + 44, foot - 12, 42, party.tile))
        room = CARD_WIDE - 110 - width(does, 34)
        block = set_block(party.name, room, _HELPER_SIZES, short=party.short)
        parts.append(text(left + 80, foot, f"{block.lines[0]} {does}", Style(block.size)))
    return "".join(parts)
