"""What an exercise adds to a phone's first visit: scripts, styles, drawings, compressed.

What lies in `exercises/kit/` comes with every exercise and is not counted. Drawings are those
that the scripts and styles name; of a list of drawings (cards.json) all, though a phone fetches
them only when somebody looks for one, and that sum stands apart as `later`.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from pages.web import assets

_NAMED = re.compile(r"""["'(]([\w./-]+\.(?:svg|png|json|woff2))["')]""")
_ALREADY_SMALL = (".png", ".woff2")


def of_kind(kind: str, script: str, styles: tuple[str, ...]) -> dict[str, float]:
    """`{"kb": n, "later_kb": n}` of the phone's script and styles of an exercise, in kB of 1000
    bytes."""
    folder = f"exercises/{kind}/browser"
    shared = "exercises/kit/"
    files = [
        name for name in assets.with_imports(f"{folder}/{script}") if not name.startswith(shared)
    ]
    files += [f"{folder}/{style}" for style in styles]
    named = _named_in(files)
    lists = [name for name in named if name.endswith(".json")]
    later = [*lists, *(one for one in _named_in(lists) if one not in named)]
    at_once = [*files, *(one for one in named if one not in lists)]
    return {"kb": kb(at_once), "later_kb": kb(later)}


def _named_in(files: list[str]) -> list[str]:
    found: dict[str, None] = {}
    for name in files:
        path = assets.ROOT / name
        for one in _NAMED.findall(path.read_text(encoding="utf-8")):
            target = (path.parent / one).resolve()
            if target.is_file() and not target.is_relative_to(assets.ROOT / "exercises/kit"):
                found[str(target.relative_to(assets.ROOT))] = None
    return list(found)


def kb(files: list[str]) -> float:
    """kB of these files of the repository as they travel."""
    return round(sum(_size(assets.ROOT / name) for name in files) / 1000, 1)


def _size(path: Path) -> int:
    content = path.read_bytes()
    return len(content if path.suffix in _ALREADY_SMALL else gzip.compress(content, 9, mtime=0))
