"""What stands on the threads of a year, drawn: doors with guests, footsteps, parcels, signposts."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.kit.drawing.svg import FOOTPRINT, figure, sign, tile_colours, token

_LEAF = 0.17
_FIGURE_HIGH, _FIGURE_WIDE = 208, 140


def door(left: float, floor: float, high: float, wide: float, tile: int | None, people: int) -> str:
    """An open door of `high` by `wide` px on the floor, with one guest or two in it."""
    ink, line = token("ink"), max(0.8, high * 0.035)
    leaf = high * _LEAF
    opening = wide - leaf
    top = floor - high + line
    tall = high * 0.74
    box = tall * _FIGURE_WIDE / _FIGURE_HIGH
    middle = left + opening / 2 + line / 2
    apart = min(box * 0.27, opening * 0.22)
    places = (middle,) if people == 1 else (middle - apart, middle + apart)
    guests = "".join(figure(x, floor - line, box, tile, "staat") for x in places)
    return (
        f'<path d="M{left + line:.1f} {floor:.1f}V{top:.1f}h{opening:.1f}V{floor:.1f}z" '
        f'fill="{token("tape")}" stroke="{ink}" stroke-width="{line:.2f}"/>'
        f'<path d="M{left + line + opening:.1f} {top:.1f}l{leaf - 2 * line:.1f} {high * 0.07:.1f}'
        f'v{high * 0.9 - line:.1f}l{2 * line - leaf:.1f} {-high * 0.04:.1f}z" '
        f'fill="{token("accent")}" stroke="{ink}" stroke-width="{line:.2f}" '
        f'stroke-linejoin="round"/>{guests}'
    )


def shut_door(left: float, floor: float, high: float, wide: float) -> str:
    """The door of a visit that is ahead: closed, dashed, with nobody in it."""
    line = max(0.8, high * 0.035)
    return (
        f'<path d="M{left + line:.1f} {floor:.1f}v{line - high:.1f}h{wide - 2 * line:.1f}'
        f'V{floor:.1f}z" fill="{token("sheet")}" stroke="{token("ink")}" '
        f'stroke-width="{line:.2f}" stroke-dasharray="{line * 3:.1f} {line * 2.5:.1f}"/>'
    )


def way_ahead(x: float, start: float, end: float, unit: float) -> str:
    """The way to it, that nobody went yet: a dashed line."""
    line = max(0.8, unit * 0.035)
    return (
        f'<path d="M{x:.1f} {start:.1f}V{end:.1f}" stroke="{token("ink")}" '
        f'stroke-width="{line:.2f}" stroke-dasharray="{line * 3:.1f} {line * 2.5:.1f}"/>'
    )


def soles(x: float, start: float, end: float, size: float, tile: int, free: Sequence[float]) -> str:
    """Footsteps from one height to another around x, `size` px long each, in the colour of who
    walks; none on the heights `free`."""
    down = end > start
    length = abs(end - start)
    steps = max(1, int(length / (size * 1.05)))
    turn = 90 if down else -90
    drawn = []
    for at in range(steps):
        y = start + (end - start) * (at + 0.5) / steps
        if any(abs(y - one) < size * 0.55 for one in free):
            continue
        side = x + size * (0.28 if at % 2 else -0.28)
        drawn.append(_sole(side, y, size, turn))
    if not drawn:
        drawn.append(_sole(x, (start + end) / 2, min(size, length * 0.8), turn))
    return f'<g fill="{tile_colours(tile).fill}" {_outline()}>{"".join(drawn)}</g>'


def _sole(x: float, y: float, size: float, turn: int) -> str:
    place = f"translate({x:.1f} {y:.1f}) rotate({turn}) scale({size / 34:.3f})"
    return f'<path d="{FOOTPRINT}" transform="{place}"/>'


def _outline() -> str:
    return f'stroke="{token("ink")}" stroke-width="3.4" stroke-linejoin="round"'


def parcel(x: float, floor: float, size: float, tile: int | None) -> str:
    """A gift of `size` px on the floor around x, in paper with the sign of who gives it."""
    ink, line = token("ink"), max(0.8, size * 0.05)
    high = size * 0.72
    left, top = x - size / 2 + line / 2, floor - high
    wide = size - line
    bow = size * 0.2
    return (
        f'<path d="M{left:.1f} {top:.1f}h{wide:.1f}v{high - line / 2:.1f}h{-wide:.1f}z" '
        f'fill="{tile_colours(tile).fill}" stroke="{ink}" stroke-width="{line:.2f}"/>'
        + sign(tile, f"translate({x - high * 0.36:.1f} {top + high * 0.14:.1f}) "
                     f"scale({high * 0.0072:.4f})")
        + f'<path d="M{x:.1f} {top:.1f}c{-bow:.1f} {-bow * 1.6:.1f} {-bow * 2:.1f} {-bow * 0.4:.1f}'
        f' 0 0c{bow:.1f} {-bow * 1.6:.1f} {bow * 2:.1f} {-bow * 0.4:.1f} 0 0z" '
        f'fill="{token("accent")}" stroke="{ink}" stroke-width="{line * 0.5:.2f}" '
        'stroke-linejoin="round"/>'
    )  # fmt: skip


def signpost(x: float, floor: float, size: float, tile: int | None, *, done: bool) -> str:
    """An action: a card of `size` px on a stem, with a step on it in the colour of who takes it,
    or a tick once it is done."""
    ink, line = token("ink"), max(0.8, size * 0.05)
    high = size * 0.66
    left, top = x - size / 2 + line / 2, floor - size
    wide = size - line
    middle = top + high / 2
    if done:
        reach = size * 0.22
        on_it = (
            f'<path d="M{x - reach:.1f} {middle:.1f}l{reach * 0.7:.1f} {reach * 0.75:.1f}'
            f'l{reach * 1.3:.1f} {-reach * 1.4:.1f}" fill="none" stroke="{token("success")}" '
            f'stroke-width="{line * 2:.2f}" stroke-linecap="round" stroke-linejoin="round"/>'
        )
    else:
        on_it = (
            f'<g fill="{tile_colours(tile).fill}" {_outline()}>'
            f"{_sole(x, middle, size * 0.62, 0)}</g>"
        )
    return (
        f'<path d="M{x:.1f} {top + high:.1f}V{floor:.1f}" stroke="{ink}" '
        f'stroke-width="{line * 1.2:.2f}"/>'
        f'<path d="M{left:.1f} {top + line / 2:.1f}h{wide:.1f}v{high:.1f}h{-wide:.1f}z" '
        f'fill="{token("sheet")}" stroke="{ink}" stroke-width="{line:.2f}"/>{on_it}'
    )


def ribbon(x: float, top: float, bottom: float, wide: float, *, held: bool) -> str:
    """A meeting: a strip of tape over all threads; with a dashed edge as long as it is to come."""
    line = max(0.8, min(3, wide * 0.12))
    dashes = "" if held else f' stroke-dasharray="{line * 3:.1f} {line * 2.5:.1f}"'
    return (
        f'<path d="M{x - wide / 2 + line / 2:.1f} {top:.1f}h{wide - line:.1f}V{bottom:.1f}'
        f'h{line - wide:.1f}z" fill="{token("tape" if held else "sheet")}" '
        f'stroke="{token("ink")}" stroke-width="{line:.2f}"{dashes}/>'
    )


def bead(x: float, y: float, radius: float, tile: int) -> str:
    """A knot in a thread."""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{tile_colours(tile).fill}" '
        f'stroke="{token("ink")}" stroke-width="{max(0.8, radius * 0.3):.2f}"/>'
    )
