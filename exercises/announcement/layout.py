"""Where things stand on the screen for one couple: title, people and their names, in px of
1920 x 1080."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.kit.drawing.lettering import fit, set_block, width
from state.language import _

# The title: letters in px, and how many lines of that size fit above the reasons. A line is so
# many times its letters high.
_TITLE_TOP, _TITLE_ROOM = 134, 1200
_TITLES = ((112, 3), (92, 4), (74, 5), (60, 6), (50, 7))
_LINE = 1.06
_WHY_GAP, _WHY_BOTTOM, _LEAST_WHY = 30, 704, 152
# The row of guests: its right end, where it stands while the door is shut, and its left end.
_GUESTS_RIGHT, _WALK = 1070, 340
_GUESTS_LEFT = 420
MOST_GUESTS = 6
GUEST_FEET, HOST_FEET = 1047, 761
_GUEST_SIZE, _GUEST_GAP = 184, 210
# The doorway, and the names under its mat.
_DOOR_MIDDLE, _DOOR_WIDE = 1550, 268
_HOST_SIZE, _HOST_GAP = 172, 126
MOST_HOSTS = 4
_FLAGS_LEFT, _FLAGS_RIGHT = 1330, 1896
_FLAG_SIZES = (32, 30, 28)
_FLAG_PADDING, _FLAG_AIR = 32, 14
# How much higher a raised name hangs.
RAISED = 48
_HYPHEN, _HELD = "-", "\u2010"


@dataclass(frozen=True)
class Title:
    """The lines of a title in letters of `size` px, from `top`; the reasons stand in `why_high` px
    from `why_top`."""

    lines: tuple[str, ...]
    size: int
    top: int
    why_top: int
    why_high: int


@dataclass(frozen=True)
class Flag:
    """A name on a strip: its middle, how wide it is, its letters in px and what is on it. `raised`:
    it hangs above those beside it, which have no room in one row."""

    x: float
    wide: float
    size: int
    text: str
    raised: bool = False


@dataclass(frozen=True)
class PeopleRow:
    """People in a row: the middle of each, the width of their box, and their names."""

    xs: tuple[float, ...]
    size: float
    flags: tuple[Flag, ...]


def title(visitor: tuple[str, str], host: tuple[str, str], row: PeopleRow) -> Title:
    """Who, 'gaat over de vloer', at whom; each is a name and its short name. A host that is not
    known yet is ("", ""). `row`: the guests below it."""
    bottom = _WHY_BOTTOM - RAISED * any(one.raised for one in row.flags)
    middle = _("gaat over de vloer")
    for size, most in _TITLES:
        lines = (*_name(visitor, "", "", size), middle, *_host(host, size))
        made = _titled(lines, size, bottom)
        fits = all(width(one, size) <= _TITLE_ROOM for one in lines)
        if len(lines) <= most and fits and made.why_high >= _LEAST_WHY:
            return made
    size, most = _TITLES[-1]
    short = (*_name((visitor[1], ""), "", "", size), middle, *_host((host[1], ""), size))
    return _titled(tuple(fit(one, size, _TITLE_ROOM) for one in short[:most]), size, bottom)


def _titled(lines: tuple[str, ...], size: int, bottom: int) -> Title:
    why = round(_TITLE_TOP + len(lines) * size * _LINE + _WHY_GAP)
    return Title(lines, size, _TITLE_TOP, why, bottom - why)


def _host(host: tuple[str, str], size: int) -> tuple[str, ...]:
    return _name(host, _("bij "), ".", size) if host[0] else (_("bij …"),)


def _name(names: tuple[str, str], before: str, after: str, size: int) -> tuple[str, ...]:
    """A name in lines, whole words only: a part with hyphens is not broken."""
    held = f"{before}{names[0]}{after}".replace(_HYPHEN, _HELD)
    most = max(lines for _size, lines in _TITLES)
    block = set_block(held, _TITLE_ROOM, ((size, most),))
    return tuple(line.replace(_HELD, _HYPHEN) for line in block.lines)


def guests(names: Sequence[str]) -> PeopleRow:
    """The row of guests on the floor beside the open door, at most MOST_GUESTS; "" has no flag."""
    shown = names[:MOST_GUESTS]
    gap = min(_GUEST_GAP, (_GUESTS_RIGHT - _GUESTS_LEFT) / max(1, len(shown) - 1))
    xs = tuple(_GUESTS_RIGHT - gap * (len(shown) - 1 - at) for at in range(len(shown)))
    size = min(_GUEST_SIZE, gap * 1.1)
    one_row = all(_wide(name, _FLAG_SIZES[-1]) <= gap - _FLAG_AIR for name in shown if name)
    return PeopleRow(
        xs, size, _flags(xs, shown, (gap if one_row else 2 * gap) - _FLAG_AIR, one_row)
    )


def walk() -> int:
    """How far to the left the guests stand while the door is shut."""
    return _WALK


def hosts(names: Sequence[str]) -> PeopleRow:
    """The people in the open door, at most MOST_HOSTS, and their names under the mat: each its own
    where they fit, else together on one flag."""
    shown = names[:MOST_HOSTS]
    count = len(shown)
    gap = min(_HOST_GAP, _DOOR_WIDE / max(1, count))
    xs = tuple(_DOOR_MIDDLE + gap * (at - (count - 1) / 2) for at in range(count))
    size = min(_HOST_SIZE, gap * 1.35)
    named = [name for name in names if name]
    own = _beside(named)
    return PeopleRow(xs, size, own or _together(named))


def _flags(
    xs: Sequence[float], names: Sequence[str], room: float, one_row: bool
) -> tuple[Flag, ...]:
    found = []
    for at, (x, name) in enumerate(zip(xs, names, strict=True)):
        if name:
            size = next((one for one in _FLAG_SIZES if _wide(name, one) <= room), _FLAG_SIZES[-1])
            text = fit(name, size, room - _FLAG_PADDING)
            found.append(Flag(x, _wide(text, size), size, text, not one_row and at % 2 == 1))
    return tuple(found)


def _beside(names: Sequence[str]) -> tuple[Flag, ...]:
    """A flag for each, in a row under the door; none when they do not fit."""
    for size in _FLAG_SIZES:
        wides = [_wide(name, size) for name in names]
        whole = sum(wides) + _FLAG_AIR * (len(wides) - 1)
        if whole <= _FLAGS_RIGHT - _FLAGS_LEFT and names:
            left = min(max(_DOOR_MIDDLE - whole / 2, _FLAGS_LEFT), _FLAGS_RIGHT - whole)
            found = []
            for name, wide in zip(names, wides, strict=True):
                found.append(Flag(left + wide / 2, wide, size, name))
                left += wide + _FLAG_AIR
            return tuple(found)
    return ()


def _together(names: Sequence[str]) -> tuple[Flag, ...]:
    if not names:
        return ()
    size, room = _FLAG_SIZES[-1], _FLAGS_RIGHT - _FLAGS_LEFT
    text = fit(", ".join(names), size, room - _FLAG_PADDING)
    wide = _wide(text, size)
    middle = min(max(_DOOR_MIDDLE, _FLAGS_LEFT + wide / 2), _FLAGS_RIGHT - wide / 2)
    return (Flag(middle, wide, size, text),)


def _wide(name: str, size: int) -> float:
    return width(name, size) + _FLAG_PADDING
