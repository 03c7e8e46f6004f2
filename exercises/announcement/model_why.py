"""Why two organisations were put together, as the matching stored it with the visit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

_VERSION = 1
# More does not fit on the screen beside a long name.
_LONGEST = 200


@dataclass(frozen=True)
class Why:
    """`rank`: the place of the host among the wishes of the visitor, from 1, None for none;
    `question`: what the visitor wants to learn; `strength`: what the host is good at. Texts may be
    ""."""

    rank: int | None = None
    question: str = ""
    strength: str = ""


def read(stored: str) -> Why | None:
    """From the JSON text of a visit; None for nothing, and for what can't be read."""
    try:
        found: Any = json.loads(stored) if stored else None
    except ValueError:
        return None
    if not isinstance(found, dict) or found.get("version") != _VERSION:
        return None
    rank = found.get("rank")
    is_rank = isinstance(rank, int) and not isinstance(rank, bool) and rank > 0
    why = Why(rank if is_rank else None, _text(found, "question"), _text(found, "strength"))
    return None if why == Why() else why


def _text(found: dict[str, Any], key: str) -> str:
    value = found.get(key)
    line = " ".join(value.split()) if isinstance(value, str) else ""
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
