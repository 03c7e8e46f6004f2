"""The drawing of the own page: who goes, and the open door of the host. Pure; SVG in attributes."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from exercises.kit.drawing import svg

WIDE, HIGH = 390, 150
_FLOOR = (
    "M-85 102L-347 150M-29 102L-239 150M27 102L-130 150M83 102L-22 150M139 102L87 150M195 102V150"
    "M251 102L303 150M307 102L412 150M363 102L520 150M419 102L629 150M475 102L737 150M0 120H390"
)
_FIGURE, _STEP, _FIRST, _SOLES = 70, 76, 76, 134
_TRAIL = "M{x} 138C{bend} 142 270 138 300 127"


def drawn(tile: int, poses: Sequence[str], host_tile: int, told: str) -> Markup:
    """Up to three people in the colour of `tile` before the door of `host_tile`; `told` is read
    aloud in its place."""
    people = "".join(
        svg.figure(_FIRST + at * _STEP, _SOLES, _FIGURE, tile, pose)
        for at, pose in enumerate(poses[:3])
    )
    last = _FIRST + (len(poses[:3]) - 1) * _STEP + 40
    trail = _TRAIL.format(x=last, bend=last + 34)
    colour = {name: svg.token(name) for name in ("floor", "joint", "sheet", "edge", "ink", "top")}
    return Markup(
        f'<svg class="scene" viewBox="0 0 {WIDE} {HIGH}" role="img" aria-label="{svg.safe(told)}">'
        f'<path d="M-400 92h1200v58h-1200z" fill="{colour["floor"]}"/>'
        f'<path d="{_FLOOR}" stroke="{colour["joint"]}" stroke-width="2" fill="none"/>'
        f'<path d="M-400 87h1200v13h-1200z" fill="{colour["sheet"]}" stroke="{colour["edge"]}"'
        ' stroke-width="2"/>'
        f'<path d="{trail}" fill="none" stroke="{colour["edge"]}" stroke-width="3"'
        ' stroke-dasharray="3 9" stroke-linecap="round"/>'
        '<g transform="translate(266 2)" stroke-width="4" stroke-linejoin="round">'
        f'<path d="M0 0h74v118H0z" fill="{colour["top"]}" stroke="{colour["ink"]}"/>'
        f'<path d="M0 0l-30 10v118l30-10z" fill="{svg.token("accent")}" stroke="{colour["ink"]}"/>'
        f'<circle cx="-22" cy="68" r="3" fill="{colour["sheet"]}"/></g>'
        f"{svg.tile_mark(367, 37, 34, host_tile)}{people}</svg>"
    )
