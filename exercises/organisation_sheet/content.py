"""The parts that a sheet starts with, and the drawn cards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from state.language import _

FIELDS: tuple[tuple[str, str, str], ...] = (
    ("target", _("Doelgroep"), _("Voor wie zijn jullie er?")),
    ("core", _("Kerntaak"), _("Wat doen jullie, in een paar zinnen?")),
    ("expect", _("Verwachtingen"), _("Wat hoop je uit dit traject mee te nemen?")),
)
PICTURE_QUESTION = _("Welk beeld toont wat sociale steun en samenhang voor jullie zijn?")
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
