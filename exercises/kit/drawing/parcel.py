"""How a wrapped gift looks: the same lines for phone, screen and the pictures of the export.

A gift stands on (0, 0), the middle of its foot; units are px of the screen. Which of the three
forms a gift has, and how large it is, follows from its key, so it is the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from exercises.kit.drawing.svg import sign, tile_colours, token

RIBBON_COLOURS = {
    "white": "sheet", "red": "accent", "yellow": "org-1", "green": "org-12", "blue": "org-3",
}  # fmt: skip
# Signs on the paper of a gift of the group: four tiles that differ most.
GROUP_TILES = (1, 2, 4, 8)
_SIZES = ((230, 140), (180, 156), (262, 146), (300, 128), (212, 150))
_CANDY = ((232, 104), (272, 124), (248, 112))
_BAGS = ((186, 140), (212, 164), (196, 150))
BOW = (
    "M0 0c-30-52-92-46-84-8 5 24 50 20 84 8zM0 0c30-52 92-46 84-8-5 24-50 20-84 8z",
    "M-10 0l-34 44 20 4 22-40zM10 0l34 44-20 4-22-40z",
    "M-16-14h32v26h-32z",
)
BOW_RISE = 62


@dataclass(frozen=True)
class GiftShape:
    """The lines of a gift: `body` shows the paper, `plain` its folds and lid in one colour,
    `ribbon` the bands; the bow is tied at `bow`, above the foot. `wide` and `high` hold all of it.
    """

    form: str
    body: str
    plain: str
    ribbon: str
    bow: int
    wide: int
    high: int


def shape(key: str) -> GiftShape:
    """The form of the gift with this key."""
    seed = blake2b(key.encode("utf-8", "replace"), digest_size=2).digest()
    form = ("box", "candy", "bag")[seed[0] % 3]
    sizes = {"box": _SIZES, "candy": _CANDY, "bag": _BAGS}[form]
    w, h = sizes[seed[1] % len(sizes)]
    return {"box": _box, "candy": _candy, "bag": _bag}[form](w, h)


def look() -> dict[str, Any]:
    """What browsers need to draw parcels besides the shape of each (`parcel.js`)."""
    return {
        "bow": BOW, "group_tiles": GROUP_TILES,
        "ribbons": {name: f"var(--{colour})" for name, colour in RIBBON_COLOURS.items()},
    }  # fmt: skip


def svg(key: str, tile: int | None, paper: str, ribbon: str, identity: str) -> str:
    """A wrapped gift; `identity` is a word of its own for the pattern within the document."""
    made = shape(key)
    ink = token("ink")
    fill = tile_colours(tile).fill
    line = f'stroke="{ink}" stroke-width="5" stroke-linejoin="round"'
    band = f'fill="{token(RIBBON_COLOURS[ribbon])}" stroke="{ink}" stroke-width="4" ' \
        'stroke-linejoin="round"'  # fmt: skip
    bow = "".join(f'<path d="{part}" {band}/>' for part in BOW)
    return (
        f'<ellipse cx="0" cy="0" rx="{made.wide / 2 + 14:g}" ry="14" fill="#B79F70"/>'
        f"<defs>{_pattern(identity, tile, paper)}</defs>"
        f'<path d="{made.body}" fill="{fill}"/>'
        f'<path d="{made.body}" fill="url(#{identity})" {line}/>'
        f'<path d="{made.plain}" fill="{fill}" {line}/>'
        f'<path d="{made.ribbon}" {band}/>'
        f'<g transform="translate(0 {made.bow})">{bow}</g>'
    )


def _pattern(identity: str, tile: int | None, paper: str) -> str:
    on = tile_colours(tile).sign
    return (
        f'<pattern id="{identity}" width="56" height="56" patternUnits="userSpaceOnUse">'
        f"{_motif(tile, paper, on)}</pattern>"
    )


def _motif(tile: int | None, paper: str, on: str) -> str:
    if paper == "plain":
        return ""
    if paper == "stripes":
        return f'<path d="M8 0h12v56H8zM36 0h12v56H36z" fill="{on}" opacity=".35"/>'
    if paper == "dots":
        return "".join(
            f'<circle cx="{x}" cy="{y}" r="6" fill="{on}" opacity=".5"/>'
            for x, y in ((14, 14), (42, 42))
        )
    first, second = (tile, tile) if tile else GROUP_TILES[1:3]
    return (
        f'<g opacity="{".5" if tile else "1"}">'
        + _small_sign(first, 4, tile is None)
        + _small_sign(second, 32, tile is None)
        + "</g>"
    )


def _small_sign(tile: int, at: int, own_colour: bool) -> str:
    drawn = sign(tile, f"translate({at} {at}) scale(.22)")
    return drawn.replace(tile_colours(tile).sign, tile_colours(tile).fill) if own_colour else drawn


def _box(w: int, h: int) -> GiftShape:
    half, middle = w / 2, round(h / 2)
    return GiftShape(
        "box",
        f"M{-half:g} {-h}h{w}v{h}h{-w}z",
        f"M{18 - half:g} {-h - 26}h{w - 36}l18 26h{-w}z",
        f"M-13 {-h - 26}h26l2 26v{h}h-30v{-h}z"
        f"M{-half:g} {-middle - 14}h{half - 15:g}v28h{15 - half:g}z"
        f"M15 {-middle - 14}h{half - 15:g}v28h{15 - half:g}z",
        -h - 26, w, h + 26 + BOW_RISE,
    )  # fmt: skip


def _candy(w: int, h: int) -> GiftShape:
    half = w / 2
    ends = (
        f"M{-half:g} {-h}l-50-14c16 {h * 0.3:g} 16 {h * 0.7:g} 0 {h + 28}l50-14z"
        f"M{half:g} {-h}l50-14c-16 {h * 0.3:g}-16 {h * 0.7:g} 0 {h + 28}l-50-14z"
    )
    return GiftShape(
        "candy", f"M{-half:g} {-h}h{w}v{h}h{-w}z", ends, f"M-15 {-h}h30v{h}h-30z",
        -h - 8, w + 100, h + 8 + BOW_RISE,
    )  # fmt: skip


def _bag(w: int, h: int) -> GiftShape:
    half = w / 2
    teeth = "l14-34 22 22 24-26 24 26 24-26 24 26 20-22"
    last = w - 152
    return GiftShape(
        "bag",
        f"M{-half:g} {-h}h{w}l14 {h}h{-w - 28}z",
        f"M{-half:g} {-h}{teeth} {last} 34z",
        f"M-15 {-h}h30v{h}h-30z",
        -h - 8, w + 28, h + 8 + BOW_RISE,
    )  # fmt: skip
