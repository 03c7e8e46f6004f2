"""A sentence before and after, as a picture for the report: in px of the screen of 1920 x 1080."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.lettering import set_block
from exercises.kit.drawing.svg import Style, text, token
from exercises.open_stance.config import ClosedSentence
from exercises.open_stance.model import OWN

_WIDE, _MARGIN, _TOP = 1920, 72, 120
_BEFORE, _AFTER = (72, 640), (800, 1000)
_PAD, _GAP, _LEADING = 24, 20, 1.2
_SIZES = ((40, 3), (32, 4), (28, 8))


def svg(sentence: ClosedSentence, pairs: Sequence[tuple[str, str]]) -> str:
    """The closed sentence at the left and what became of it at the right; as high as it needs."""
    own = sentence.key == OWN
    parts, y = [], float(_TOP)
    for at, (before, after) in enumerate(pairs):
        left = _slip(before, *_BEFORE, y, heavy=True) if own or at == 0 else ("", 0.0)
        right = _slip(after, *_AFTER, y, heavy=False)
        high = max(left[1], right[1]) if own or len(pairs) == 1 else right[1]
        parts += [left[0], right[0]]
        if own or at == 0:
            middle = y + 44
            parts.append(_arrow(_BEFORE[0] + _BEFORE[1] + 14, middle, _AFTER[0] - 14))
        y += high + _GAP
    high = round(max(y + _MARGIN, 480))
    ground = f'<path d="M0 0h{_WIDE}v{high}H0z" fill="{token("paper")}"/>'
    return drawing.document(ground + "".join(parts), sentence.text, _WIDE, high)


def _slip(words: str, x: float, wide: float, y: float, *, heavy: bool) -> tuple[str, float]:
    """A slip of paper with words, and how high it is."""
    block = set_block(words, wide - 2 * _PAD, _SIZES, weight=700 if heavy else 400)
    line = block.size * _LEADING
    high = 2 * _PAD + line * len(block.lines) - (line - block.size)
    edge, stroke = (token("ink"), 4) if not heavy else (token("edge"), 3)
    box = (
        f'<rect x="{x}" y="{y:.0f}" width="{wide}" height="{high:.0f}" rx="4"'
        f' fill="{token("sheet")}" stroke="{edge}" stroke-width="{stroke}"/>'
    )
    lines = "".join(
        text(x + _PAD, y + _PAD + block.size * 0.82 + at * line, one,
             Style(block.size, 700 if heavy else 400, "ink"))
        for at, one in enumerate(block.lines)
    )  # fmt: skip
    return box + lines, high


def _arrow(left: float, y: float, right: float) -> str:
    return (
        f'<path d="M{left:.0f} {y:.0f}H{right:.0f}m-18 -16l18 16l-18 16" fill="none"'
        f' stroke="{token("accent")}" stroke-width="5" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
    )
