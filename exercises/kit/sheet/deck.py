"""The thirty drawn cards that may be the picture on a sheet."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class PictureCard:
    """A drawn picture card: its file in this folder, and what it shows in words."""

    id: str
    file: str
    alt: str


@lru_cache(maxsize=1)
def cards() -> dict[str, PictureCard]:
    """The cards by id, in the order in which they lie on the table."""
    found = json.loads((_FOLDER / "cards.json").read_text(encoding="utf-8"))
    return {one["id"]: PictureCard(one["id"], one["file"], one["alt"]) for one in found}


@lru_cache(maxsize=32)
def drawing(card_id: str) -> str:
    """The SVG text of a card."""
    return (_FOLDER / cards()[card_id].file).read_text(encoding="utf-8")
