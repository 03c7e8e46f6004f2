"""What an exercise adds to a phone's first visit: scripts, styles, drawings, compressed.

What lies in `exercises/kit/` comes with every exercise and is not counted, but for the sheets in
`kit/sheet/`, which only some have. Drawings are those
that the scripts and styles name; of a list of drawings (cards.json) all, though a phone fetches
them only when somebody looks for one, and that sum stands apart as `later`.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from posixpath import normpath

from pages.web import assets

_NAMED = re.compile(r"""["'(]([\w./-]+\.(?:svg|png|json|woff2))["')]""")
_ALREADY_SMALL = (".png", ".woff2")


def of_kind(kind: str, script: str, styles: tuple[str, ...]) -> dict[str, float]:
    """`{"kb": n, "later_kb": n}` of the phone's script and styles of an exercise, in kB of 1000
    bytes. `styles`: as in a Scene."""
    folder = f"exercises/{kind}/browser"
    files = [name for name in assets.with_imports(f"{folder}/{script}") if not _is_shared(name)]
    files += [normpath(f"{folder}/{style}") for style in styles]
    named = _named_in(files)
    lists = [name for name in named if name.endswith(".json")]
    later = [*lists, *(one for one in _named_in(lists) if one not in named)]
    at_once = [*files, *(one for one in named if one not in lists)]
    return {"kb": kb(at_once), "later_kb": kb(later)}


def _is_shared(name: str) -> bool:
    """Whether a file comes with every exercise."""
    return name.startswith("exercises/kit/") and not name.startswith("exercises/kit/sheet/")


def _named_in(files: list[str]) -> list[str]:
    found: dict[str, None] = {}
    for name in files:
        path = assets.ROOT / name
        for one in _NAMED.findall(path.read_text(encoding="utf-8")):
            target = (path.parent / one).resolve()
            inside = target.is_file() and str(target.relative_to(assets.ROOT))
            if inside and not _is_shared(inside):
                found[inside] = None
    return list(found)


def kb(files: list[str]) -> float:
    """kB of these files of the repository as they travel."""
    return round(sum(_size(assets.ROOT / name) for name in files) / 1000, 1)


def _size(path: Path) -> int:
    content = path.read_bytes()
    return len(content if path.suffix in _ALREADY_SMALL else gzip.compress(content, 9, mtime=0))
