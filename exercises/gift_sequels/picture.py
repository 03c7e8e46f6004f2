"""A gift with what became of it as a picture: 1920 x 1080 px, as it is on the screen."""

from __future__ import annotations

from base64 import b64encode

from exercises.gift_sequels.export import ToldSequel
from exercises.gift_sequels.views_gifts import SequelsContext, giver_name
from exercises.kit.drawing import finger_drawing as drawing
from exercises.kit.drawing import parcel
from exercises.kit.drawing.lettering import fit, set_block
from exercises.kit.drawing.svg import Style, document, text, tile_mark, token
from state.language import _

_LEFT, _RIGHT, _TOP, _WIDE, _HIGH = 72, 990, 300, 858, 560
_SIZES = ((72, 5), (56, 7), (44, 9), (34, 12), (28, 16))
_AIR = 40


def sequel_svg(context: SequelsContext, one: ToldSequel) -> str:
    """A self-contained SVG: the gift left, with the note that may be seen, what they did right."""
    giver = giver_name(context, one.gift.giver)
    title = _("Een cadeautje van {name}").format(name=giver)
    ink = token("ink")
    parts = [
        f'<rect width="1920" height="1080" fill="{token("paper")}"/>',
        f'<path d="M150 640h1620l150 322H0z" fill="#E3D0A8" stroke="{ink}" stroke-width="5"/>',
        f'<rect y="962" width="1920" height="120" fill="{token("sheet")}" stroke="{ink}" '
        'stroke-width="5"/>',
        tile_mark(116, 130, 88, one.party.tile),
        text(184, 152, fit(one.party.name, 64, 1600, short=one.party.short), Style(64)),
        text(72, 250, fit(title, 40, 1700, 400), Style(40, 400, "muted")),
        *_sheet(_LEFT), *_left(context, one), *_sheet(_RIGHT),
        *_words(one.text, _RIGHT + _AIR, _TOP + _AIR, _HIGH - 2 * _AIR),
    ]  # fmt: skip
    if one.action:
        parts.append(_slip(one.action.text))
    return document("".join(parts), f"{one.party.name}. {title}")


def _sheet(left: float) -> tuple[str]:
    ink = token("ink")
    return (
        f'<rect x="{left}" y="{_TOP}" width="{_WIDE}" height="{_HIGH}" fill="{token("sheet")}" '
        f'stroke="{ink}" stroke-width="4"/>',
    )


def _left(context: SequelsContext, one: ToldSequel) -> tuple[str, ...]:
    """The note of the gift; where none was chosen the gift itself."""
    if not one.heading:
        giver = context.party_by_id.get(one.gift.giver)
        made = parcel.svg(one.gift.key.partition(":")[2], giver.tile if giver else None,
                          one.gift.paper, one.gift.ribbon, "paper-sequel")  # fmt: skip
        place = f"translate({_LEFT + _WIDE / 2} {_TOP + _HIGH - 90}) scale(1.7)"
        return (f'<g transform="{place}">{made}</g>',)
    top, room = _TOP + 60, _WIDE - 2 * _AIR
    head = text(_LEFT + _AIR, top, fit(one.heading, 36, room, 700), Style(36, 700, "muted"))
    if one.photo:
        return (head, _photo(context, one.photo, top + 16))
    if not one.items:
        return (head, *_words(one.words, _LEFT + _AIR, top + 30, _HIGH - 130))
    scale = 0.66
    lines = drawing.svg(drawing.decode(one.items))
    left = _LEFT + (_WIDE - scale * drawing.WIDTH) / 2
    drawn = f'<g transform="translate({left} {top + 16}) scale({scale})">{lines}</g>'
    caption = text(_LEFT + _AIR, _TOP + _HIGH - 32, fit(one.words, 34, room), Style(34, 700))
    return (head, drawn, caption if one.words else "")


def _photo(context: SequelsContext, photo: str, top: float) -> str:
    content = context.photo(photo)
    if content is None:
        return ""
    data = b64encode(content).decode()
    return (
        f'<image x="{_LEFT + _AIR}" y="{top}" width="{_WIDE - 2 * _AIR}"'
        f' height="{_TOP + _HIGH - 24 - top}" preserveAspectRatio="xMidYMid meet"'
        f' href="data:image/jpeg;base64,{data}"/>'
    )


def _words(words: str, left: float, top: float, high: float) -> tuple[str, ...]:
    block = set_block(words, _WIDE - 2 * _AIR, _SIZES, 700)
    step = min(block.size * 1.2, high / max(1, len(block.lines)))
    return tuple(
        text(left, top + block.size + at * step, line, Style(block.size, 700))
        for at, line in enumerate(block.lines)
    )


def _slip(words: str) -> str:
    told = fit(_("Hieruit groeide: {action}").format(action=words), 40, _WIDE - 60)
    return (
        f'<rect x="{_RIGHT + 24}" y="{_TOP + _HIGH - 24}" width="{_WIDE - 24}" height="92" '
        f'fill="{token("tape")}" stroke="{token("ink")}" stroke-width="4"/>'
        + text(_RIGHT + 54, _TOP + _HIGH + 36, told, Style(40, 700))
    )
