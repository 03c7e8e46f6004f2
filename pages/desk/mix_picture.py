"""The people of a mix on chairs: who comes, who perhaps comes, and which chairs are free."""

from __future__ import annotations

from exercises.kit.drawing import svg as drawing

# Px of the picture: a place for each person, eight on a row.
_WIDE, _HIGH, _ON_ROW = 49, 86, 8
_FIGURE = 50
_POSES = ("koffie", "staat", "staat", "koffie", "staat", "staat", "koffie", "staat")
_CHAIR = "M0 0v34M0 18h20v16"
# With more people than this they would be too small to count; then words alone tell.
MOST_DRAWN = 48


def seats(coming: int, perhaps: int, limit: int) -> str:
    """An SVG of `coming` figures, `perhaps` pale ones on a dashed line, and chairs up to `limit`;
    as an image for st.html, without words: these stand beside it. "" where it would be too
    much."""
    total = max(limit, coming + perhaps)
    if not 0 < total <= MOST_DRAWN:
        return ""
    rows = -(-total // _ON_ROW)
    floors = "".join(
        f'<path d="M0 {row * _HIGH + 70}h{_WIDE * _ON_ROW + 12}v12H0z"'
        f' fill="{drawing.token("floor")}"/>'
        for row in range(rows)
    )
    drawn = "".join(_seat(at, coming, perhaps) for at in range(total))
    wide, high = _WIDE * _ON_ROW + 12, rows * _HIGH + 4
    address = drawing.address(f"0 0 {wide} {high}", floors + drawn)
    return f'<img class="odv-seats" src="{address}" width="{wide}" height="{high}" alt="">'


def _seat(at: int, coming: int, perhaps: int) -> str:
    x, y = 10 + at % _ON_ROW * _WIDE, at // _ON_ROW * _HIGH
    if at < coming:
        return _person(x, y, at)
    if at < coming + perhaps:
        line = (f'<path d="M{x} {y + 78}h40" stroke="{drawing.token("warn")}" stroke-width="4"'
                ' stroke-dasharray="6 5"/>')  # fmt: skip
        return f'<g opacity=".5">{_person(x, y, at)}</g>{line}'
    return (
        f'<path transform="translate({x + 13} {y + 44})" d="{_CHAIR}" fill="none"'
        f' stroke="{drawing.token("edge")}" stroke-width="3.5" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
    )


def _person(x: float, y: float, at: int) -> str:
    return drawing.figure(x + _FIGURE / 2 - 4, y + 76, _FIGURE, None, _POSES[at % len(_POSES)])
