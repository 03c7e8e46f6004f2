"""The groups of a round as pictures for the report: the floor with spots, or the list of them.

Everything is in px of the screen of 1920 x 1080.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.duo_conversation import layout
from exercises.duo_conversation.layout_names import in_list, on_plate
from exercises.duo_conversation.model import DuoContext
from exercises.duo_conversation.model_arrangement import Group
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import fit
from exercises.kit.drawing.svg import Style, text, token

_WIDE, _HIGH, _MARGIN = 1920, 1080, 72
_JOINTS = (488, 547, 622, 719, 842, 1000)
_LIST_TOP, _LIST_STEP = 220, 52


def svg(context: DuoContext, title: str, groups: Sequence[Group]) -> Iterator[str]:
    """One SVG of 1920 x 1080 for the groups that fit it; none without groups."""
    if not groups:
        return
    if layout.mode_of(len(groups)) == "figures":
        yield _document(title, _ground() + floor() + _standing(context, groups))
        return
    for first in range(0, len(groups), layout.LIST_PAGE):
        page = groups[first : first + layout.LIST_PAGE]
        yield _document(title, _ground() + _listed(context, page))


def _document(title: str, content: str) -> str:
    icon = f'<g transform="translate({_MARGIN} 46)">{drawing.symbol("gebied-2")}</g>'
    head = text(_MARGIN + 76, 150 - 58, title, Style(48))
    return drawing.document(content + icon + head, title)


def _ground() -> str:
    return f'<path d="M0 0h{_WIDE}v{_HIGH}H0z" fill="{token("paper")}"/>'


def floor() -> str:
    """The floor with its joints and the skirting behind it."""
    joints = "".join(f"M0 {y}H{_WIDE}" for y in _JOINTS)
    joints += "".join(
        f"M{960 + dx} 488L{960 + dx * 2.44:.0f} {_HIGH}" for dx in range(-1540, 1541, 110)
    )
    edge = f'stroke="{token("edge")}" stroke-width="3"'
    return (
        f'<path d="M0 {layout.FLOOR}h{_WIDE}V{_HIGH}H0z" fill="{token("floor")}"/>'
        f'<path d="{joints}" stroke="{token("joint")}" stroke-width="3" fill="none"/>'
        f'<path d="M0 460h{_WIDE}v28H0z" fill="{token("sheet")}"/>'
        f'<path d="M0 460h{_WIDE}M0 488h{_WIDE}" {edge}/>'
    )


def _standing(context: DuoContext, groups: Sequence[Group]) -> str:
    spots = layout.stand([len(group.people) for group in groups])
    parts = []
    for group, spot in zip(groups, spots, strict=True):
        for person, place in zip(group.people, spot.places, strict=True):
            member = context.members[person]
            parts.append(drawing.figure(place.x, place.y, place.size, member.tile, member.pose))
    for group, spot in zip(groups, spots, strict=True):
        parts.append(_plate(context, group, spot.plate))
    return "".join(parts)


def _plate(context: DuoContext, group: Group, plate: layout.Plate) -> str:
    high = plate.line * len(group.people) + 10
    number = layout.tab_width(plate.letters)
    names = "".join(
        text(
            plate.x + number + 12, plate.y + 5 + plate.line * (at + 0.75),
            fit(on_plate(context, person, plate), plate.letters, plate.width - number - 20),
            Style(plate.letters),
        )
        for at, person in enumerate(group.people)
    )  # fmt: skip
    box = f"M{plate.x} {plate.y}h{plate.width}v{high}h-{plate.width}z"
    tab = f"M{plate.x} {plate.y}h{number}v{high}h-{number}z"
    middle = plate.y + high / 2 + plate.letters * 0.36
    spot = text(
        plate.x + number / 2, middle, str(group.spot), Style(plate.letters, 700, "sheet", "middle")
    )
    return (
        f'<path d="{box}" fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="3"/>'
        f'<path d="{tab}" fill="{token("ink")}"/>{spot}{names}'
    )


def _listed(context: DuoContext, groups: Sequence[Group]) -> str:
    column = (layout.RIGHT - layout.LEFT) / layout.LIST_COLUMNS
    parts = []
    for at, group in enumerate(groups):
        x = layout.LEFT + (at // layout.LIST_ROWS) * column
        y = _LIST_TOP + (at % layout.LIST_ROWS) * _LIST_STEP
        parts.append(text(x + 52, y, str(group.spot), Style(32, 700, "ink", "end")))
        room = (column - 90) / len(group.people)
        for place, person in enumerate(group.people):
            member = context.members[person]
            left = x + 74 + place * room
            parts.append(drawing.tile_mark(left + 16, y - 10, 32, member.tile))
            name = in_list(context, person, len(group.people))
            parts.append(text(left + 40, y, fit(name, 28, room - 52), Style(28)))
    return "".join(parts)
