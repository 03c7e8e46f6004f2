"""Draws docs/house.svg from the imports: `python docs/house.py`.

Rooms are layers, from what people open to what is stored; an arrow says how many files of one room
import another. An arrow that goes up is drawn in ox blood: there should be none.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "docs" / "house.svg"
# Name, what it holds in a few words, and the paths that lie in it; a file belongs to the first
# room that one of its paths begins with.
ROOMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("start", "routes, no UI", ("streamlit_app.py",)),
    ("pages/check", "rehearses the hall on this laptop", ("pages/check/",)),
    ("pages/desk", "Streamlit pages of the facilitator", ("pages/desk/", "pages/shell.py")),
    ("pages/live", "moments to pages, messages to state", ("pages/live/",)),
    ("pages/own", "the own page of a participant", ("pages/own/",)),
    ("pages/call", "the call, and applying", ("pages/call/",)),
    ("pages/web", "door, signing in, files", ("pages/web/", "pages/__init__.py")),
    ("report", "documents that come out", ("report/",)),
    ("templates", "a year in meetings, and the example track",
     ("exercises/templates/", "exercises/example.py")),
    ("engine", "runs exercises on what is stored", ("exercises/engine/",)),
    ("the list", "which exercises there are", ("exercises/__init__.py",)),
    ("exercises", "one folder for each kind", ()),
    ("kit", "what exercises are made of", ("exercises/kit/",)),
    ("contract", "what an exercise is",
     ("exercises/contract.py", "exercises/inputs.py", "exercises/context.py",
      "exercises/outputs.py", "exercises/document.py", "exercises/results.py")),
    ("state", "all that is stored or pushed", ("state/",)),
)  # fmt: skip
ROWS = (
    ("start", "pages/check"), ("pages/desk", "pages/live"), ("pages/own", "pages/call"),
    ("pages/web",),
    ("report", "templates"),
    ("engine",), ("the list",), ("exercises",), ("kit",), ("contract",), ("state",),
)  # fmt: skip
_WIDE, _ROW, _ROOM_WIDE, _ROOM_HIGH, _APART = 1000, 118, 460, 82, 30
_INK, _SHEET, _PAPER, _MUTED, _WRONG = "#1E2638", "#FFFDF8", "#FBF6EA", "#545968", "#8E2B1E"


def room_of(path: str) -> str | None:
    """The room that a file of the repository lies in; None for one that lies in none."""
    for name, _words, beginnings in ROOMS:
        if path.startswith(beginnings) and beginnings:
            return name
    return "exercises" if path.startswith("exercises/") else None


def imports() -> Counter[tuple[str, str]]:
    """How many files of one room import another, for each two rooms."""
    found: Counter[tuple[str, str]] = Counter()
    for path in sources():
        here = room_of(path)
        rooms = {room_of(target) for target in imported(ROOT / path)}
        found.update((here, room) for room in rooms if here and room and room != here)
    return found


def sources() -> Iterator[str]:
    """The Python files of the product, as paths in the repository."""
    folders = ("exercises", "pages", "report", "state")
    yield "streamlit_app.py"
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix()


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The files of ours that a file imports."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            found = _file_of(name)
            if found is not None:
                yield found


def _file_of(name: str) -> str | None:
    """The file of a dotted name: the module itself, or the one that a name in it comes from."""
    for dotted in (name, name.rpartition(".")[0]):
        base = dotted.replace(".", "/")
        for candidate in (f"{base}.py", f"{base}/__init__.py"):
            if dotted and (ROOT / candidate).is_file():
                return candidate
    return None


def needed(found: Counter[tuple[str, str]]) -> set[tuple[str, str]]:
    """The arrows worth drawing: those that no other way down already tells."""
    below: dict[str, set[str]] = {}
    for source, target in found:
        below.setdefault(source, set()).add(target)

    def reaches(source: str, target: str, seen: frozenset[str]) -> bool:
        return any(
            room == target or (room not in seen and reaches(room, target, seen | {room}))
            for room in below.get(source, ())
        )

    return {
        (source, target)
        for source, target in found
        if not any(
            reaches(room, target, frozenset({source, room})) for room in below[source] - {target}
        )
    }


def drawing() -> str:
    """The picture as SVG."""
    found = imports()
    places = {
        name: (
            (_WIDE - len(row) * _ROOM_WIDE - (len(row) - 1) * _APART) / 2
            + at * (_ROOM_WIDE + _APART),
            20 + level * _ROW,
        )
        for level, row in enumerate(ROWS)
        for at, name in enumerate(row)
    }
    high = 20 + len(ROWS) * _ROW
    arrows = "".join(_arrow(places[one], places[other]) for one, other in sorted(needed(found)))
    rooms = "".join(
        _room(*places[name], name, words, _imports_of(name, found)) for name, words, _paths in ROOMS
    )
    # Each part on a line of its own, so that two branches that change two parts can be merged.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {high}" role="img"'
        ' aria-label="Rooms of the code, and which imports which"'
        ' font-family="Verdana, sans-serif">'
        f'<rect width="{_WIDE}" height="{high}" fill="{_PAPER}"/>\n{arrows}{rooms}</svg>\n'
    )


def _imports_of(room: str, found: Counter[tuple[str, str]]) -> str:
    names = [name for name, _words, _paths in ROOMS]
    told = [f"{name} {found[room, name]}" for name in names if found[room, name]]
    return f"imports {', '.join(told)}" if told else "imports nothing of ours"


def _room(x: float, y: float, name: str, words: str, imported: str) -> str:
    return (
        f'<g transform="translate({x:g} {y:g})"><rect width="{_ROOM_WIDE}" height="{_ROOM_HIGH}"'
        f' rx="4" fill="{_SHEET}" stroke="{_INK}" stroke-width="2.5"/>'
        f'<text x="16" y="26" font-size="18" font-weight="700" fill="{_INK}">{escape(name)}</text>'
        f'<text x="16" y="47" font-size="14" fill="{_INK}">{escape(words)}</text>'
        f'<text x="16" y="67" font-size="12" fill="{_MUTED}">{escape(imported)}</text></g>\n'
    )


def _arrow(source: tuple[float, float], target: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = source, target
    down = y2 > y1
    x1, x2 = x1 + _ROOM_WIDE / 2, x2 + _ROOM_WIDE / 2
    y1, y2 = (y1 + _ROOM_HIGH, y2 - 4) if down else (y1, y2 + _ROOM_HIGH + 4)
    colour = _INK if down else _WRONG
    return (
        f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" stroke="{colour}" stroke-width="3"/>'
        f'<circle cx="{x2:g}" cy="{y2:g}" r="6" fill="{colour}"/>\n'
    )


if __name__ == "__main__":
    DRAWING.write_text(drawing(), encoding="utf-8")
