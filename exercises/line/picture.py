"""One statement as it ended, as a picture for the report: the screen without the people who run it.

Everything is in px of the screen of 1920 x 1080. The look is that of screen-line.png.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import fit, set_block, width
from exercises.kit.drawing.svg import Style, figures_bold, text, token
from exercises.line.layout import FOOTPRINTS, LineLayout, LineSpot, Trace
from exercises.line.layout_places import LEFT, RIGHT, TAPE_END, TAPE_TOP, label_pitch

_MARGIN, _WIDE, _HIGH = 72, 1920, 1080
_FLOOR, _SKIRTING, _EDGE = 470, 460, 488
_JOINTS = (488, 547, 622, 719, 842, 1000)
# Font size and most lines of a statement: two large lines, and three when it is long.
_STATEMENT = ((92, 2), (80, 2), (68, 3), (60, 3), (52, 3), (44, 3), (36, 3))
_CAPTION = ((36, 1), (32, 1), (28, 2))
_END_SIZE, _END_ROOM, _END_TOP, _END_HIGH, _END_PADDING, _ARROW = 44, 660, 366, 75, 28, 54


@dataclass(frozen=True)
class LinePicture:
    """What is in the picture.

    `ends`: the labels left and right. `area`: number 1..4 and name, or None. `caption`: between the
    ends, its numbers become bold ("12 van de 12 staan er."). `step`: top right ("Stelling 3 van
    10"). `traces`: empty for a picture without them. Texts are as people wrote
    them: any character is allowed.
    """

    statement: str
    ends: tuple[str, str]
    area: tuple[int, str] | None
    caption: str
    layout: LineLayout
    traces: Sequence[Trace] = ()
    step: str = ""


def svg(picture: LinePicture) -> str:
    """A self-contained SVG of 1920 x 1080."""
    parts = [
        _path(f"M0 0h{_WIDE}v{_HIGH}H0z", fill=token("paper")),
        floor(),
        standing(picture.layout, picture.traces),
        _bar(picture),
        _statement(picture.statement),
        _ends_and_caption(picture),
    ]
    return drawing.document("".join(parts), f"{picture.statement} {picture.caption}")


def png(svg_text: str, width: int = _WIDE) -> bytes:
    """The picture as PNG, `width` px wide. Raises ValueError when the text is no SVG."""
    return drawing.png(svg_text, width)


def _path(d: str, **attributes: str | float) -> str:
    given = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<path d="{d}"{given}/>'


def floor() -> str:
    """Tiled floor running to one vanishing point, skirting, and the tape."""
    across = "".join(f"M0 {y}H{_WIDE}" for y in _JOINTS)
    # 2.44: how much further apart the joints are at the front of the floor.
    away = "".join(
        f"M{960 + dx} {_EDGE}L{960 + dx * 2.44:.0f} {_HIGH}" for dx in range(-1540, 1541, 110)
    )
    return "".join(
        (
            _path(f"M0 {_FLOOR}h{_WIDE}V{_HIGH}H0z", fill=token("floor")),
            _path(across + away, stroke=token("joint"), stroke_width=3, fill="none"),
            _path(f"M0 {_SKIRTING}h{_WIDE}v28H0z", fill=token("sheet")),
            _path(
                f"M0 {_SKIRTING}h{_WIDE}M0 {_EDGE}h{_WIDE}", stroke=token("edge"), stroke_width=3
            ),
            _tape(),
        )
    )


def standing(layout: LineLayout, traces: Sequence[Trace], edge: str = "joint") -> str:
    """The people on the floor, and where they walked; `edge`: the colour around names."""
    return "".join((*(_trace(trace) for trace in traces), *_people(layout, edge)))


def _tape() -> str:
    d = f"M{LEFT} {TAPE_TOP}H{RIGHT}l-8 11 8 11-8 12H{LEFT}l8-12-8-11z"
    tape = _path(
        d, fill=token("tape"), stroke=token("edge"), stroke_width=3, stroke_linejoin="round"
    )
    return tape + _path(f"M960 {TAPE_TOP}V{TAPE_END}", stroke=token("edge"), stroke_width=5)


def _bar(picture: LinePicture) -> str:
    parts = []
    if picture.area:
        number, name = picture.area
        icon = drawing.symbol(f"gebied-{number}")
        parts.append(f'<g transform="translate({_MARGIN} 46)">{icon}</g>')
        parts.append(text(148, 86, str(number), Style(30)))
        parts.append(text(182, 86, fit(name, 30, 1100), Style(30)))
    if picture.step:
        style = Style(30, 400, "muted", "end")
        parts.append(figures_bold(_WIDE - _MARGIN, 86, fit(picture.step, 30, 480), style))
    return "".join(parts)


def _statement(words: str) -> str:
    block = set_block(words, _WIDE - 2 * _MARGIN, _STATEMENT)
    # As lines 1.08 high from y=128; the baseline is .855 below the top of a line.
    style = Style(block.size, spacing=-0.012)
    lines = enumerate(block.lines)
    return "".join(
        text(_MARGIN, 128 + block.size * (at * 1.08 + 0.855), line, style) for at, line in lines
    )


def _ends_and_caption(picture: LinePicture) -> str:
    """The two ends on cards, and the caption in the middle, or else in the space that long ends
    leave.
    """
    left, right = map(end_label, picture.ends)
    left_end = _MARGIN + end_width(left)
    right_start = _WIDE - _MARGIN - end_width(right)
    return "".join(
        (
            end_card(_MARGIN, left, points_left=True),
            end_card(right_start, right, points_left=False),
            _caption(picture.caption, left_end + 32, right_start - 32),
        )
    )


def end_label(end: str) -> str:
    """An end as far as its card has room."""
    return fit(end, _END_SIZE, _END_ROOM)


def end_width(label: str) -> float:
    """How wide the card of an end is, px."""
    return width(label, _END_SIZE) + _ARROW + 2 * _END_PADDING


def end_card(x: float, label: str, *, points_left: bool) -> str:
    """The card of an end of the line, with its left edge on x."""
    wide = end_width(label)
    card = f"h{wide - 3:.1f}v{_END_HIGH - 3}h-{wide - 3:.1f}z"
    ink = token("ink")
    top = _END_TOP + 1.5
    arrow_x, text_x = (x + _END_PADDING, x + _END_PADDING + _ARROW)
    if not points_left:
        arrow_x, text_x = x + wide - _END_PADDING - 36, x + _END_PADDING
    # The font has no arrows. Its stem is drawn first, then the head.
    tip, back = (arrow_x, arrow_x + 36) if points_left else (arrow_x + 36, arrow_x)
    barb = tip + (12 if points_left else -12)
    arrow = f"M{back:.1f} 405H{tip:.1f}M{barb:.1f} 393L{tip:.1f} 405L{barb:.1f} 417"
    return "".join(
        (
            _path(
                f"M{x + 3.5:.1f} {top + 3}{card}", fill="#DCCFB4", stroke="#DCCFB4", stroke_width=3
            ),
            _path(
                f"M{x + 1.5:.1f} {top}{card}",
                fill=token("sheet"),
                stroke=ink,
                stroke_width=3,
                stroke_linejoin="round",
            ),
            _path(
                arrow,
                fill="none",
                stroke=ink,
                stroke_width=4.5,
                stroke_linecap="round",
                stroke_linejoin="round",
            ),
            text(text_x, 419, label, Style(_END_SIZE)),
        )
    )


def _caption(words: str, left: float, right: float) -> str:
    # Measured as bold: its numbers are, and a bit too wide does no harm.
    block = set_block(words, right - left, _CAPTION)
    half = max(width(line, block.size) for line in block.lines) / 2
    middle = min(max(_WIDE / 2, left + half), right - half)
    first = 416 - 18 * (len(block.lines) - 1)
    style = Style(block.size, 400, "muted", "middle")
    return "".join(
        figures_bold(middle, first + 36 * at, line, style) for at, line in enumerate(block.lines)
    )


def _people(layout: LineLayout, edge: str) -> list[str]:
    """From the back to the front, all names last: a raised hand never covers a name."""
    if layout.mode == "figures":
        spots = sorted(layout.spots, key=lambda spot: spot.y)
        figures = [
            drawing.figure(spot.x, spot.y, spot.size, spot.tile, spot.pose) for spot in spots
        ]
        return figures + [_label(spot, layout, edge) for spot in spots if spot.label]
    if layout.mode == "tiles":
        return [drawing.tile_mark(spot.x, spot.y, spot.size, spot.tile) for spot in layout.spots]
    return [_dot(spot) for spot in layout.spots]


def _label(spot: LineSpot, layout: LineLayout, edge: str) -> str:
    left = spot.label_x - spot.label_width / 2
    high = layout.label_height(spot)
    box = f"M{left:.1f} {spot.label_y}h{spot.label_width}v{high}h-{spot.label_width}z"
    size = layout.label_size
    lines = "".join(
        text(
            spot.label_x, spot.label_y + size * 0.98 + at * label_pitch(size), line,
            Style(size, anchor="middle"),
        )
        for at, line in enumerate((spot.label or "").split("\n"))
    )  # fmt: skip
    return _path(box, fill=token("sheet"), stroke=token(edge), stroke_width=2) + lines


def _dot(spot: LineSpot) -> str:
    side = spot.size - 2
    d = f"M{spot.x - side / 2:.1f} {spot.y - side / 2:.1f}h{side}v{side}h-{side}z"
    return _path(d, fill=drawing.tile_colours(spot.tile).fill, stroke=token("ink"), stroke_width=2)


def _trace(trace: Trace) -> str:
    if trace.size >= FOOTPRINTS:
        return _drop(trace) + _footprints(trace) + _old_place(trace)
    return _thin_trace(trace)


def _scale(trace: Trace) -> float:
    """Size of the footprints: 1 as in the mock, on a track of 46 px."""
    return min(1.0, trace.size / 46)


def _drop(trace: Trace) -> str:
    """The dashed plumb line from the tape to an old place on a lower track."""
    end = max(TAPE_END, trace.y - 24 * _scale(trace))
    d = f"M{trace.x0} {TAPE_END}V{end:.1f}"
    return _path(d, stroke=token("ink"), stroke_width=4, stroke_dasharray="7 6")


def _circle(trace: Trace, radius: float, thick: float, dashes: str = "none") -> str:
    """The old place, in the colour of the organisation."""
    fill = drawing.tile_colours(trace.tile).fill
    return (
        f'<circle cx="{trace.x0}" cy="{trace.y}" r="{radius:.1f}" fill="{fill}" '
        f'stroke="{token("ink")}" stroke-width="{thick:.1f}" stroke-dasharray="{dashes}"/>'
    )


def _old_place(trace: Trace) -> str:
    """A dashed circle with the sign of who stood there."""
    scale = _scale(trace)
    left, top = trace.x0 - 16 * scale, trace.y - 16 * scale
    place = f"translate({left:.2f} {top:.2f}) scale({0.32 * scale:.3f})"
    dashes = f"{9 * scale:.1f} {6 * scale:.1f}"
    return _circle(trace, 24 * scale, 4 * scale, dashes) + drawing.sign(trace.tile, place)


def _footprints(trace: Trace) -> str:
    """Left and right soles in turn, from just beside the old place to just before the new one."""
    scale = _scale(trace)
    way = 1 if trace.x1 > trace.x0 else -1
    steps = int((abs(trace.x1 - trace.x0) - 20 * scale) / (38 * scale))
    prints = []
    for step in range(steps):
        x = trace.x0 + way * (46 + 38 * step) * scale
        y = trace.y + (-10 if step % 2 else 10) * scale
        prints.append(
            _path(
                drawing.FOOTPRINT,
                transform=f"translate({x:.1f} {y:.1f}) scale({way * scale:.3f} {scale:.3f})",
            )
        )
    return f'<g fill="{token("ink")}">{"".join(prints)}</g>'


def _thin_trace(trace: Trace) -> str:
    """A line from a dot in the colour of the organisation to an arrow head."""
    head = max(3.0, min(7.0, trace.size / 2))
    thick = min(3.0, trace.size / 4)
    back = trace.x1 - (head if trace.x1 >= trace.x0 else -head)
    line = f"M{trace.x0} {trace.y}H{trace.x1}"
    if abs(trace.x1 - trace.x0) > 3 * head:
        line += (
            f"M{back:.1f} {trace.y - head:.1f}L{trace.x1} {trace.y}L{back:.1f} {trace.y + head:.1f}"
        )
    path = _path(line, fill="none", stroke=token("ink"), stroke_width=round(thick, 1))
    return path + _circle(trace, max(2.5, trace.size / 2 - 1), thick)
