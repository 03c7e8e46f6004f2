"""The questions that the recall begins with, and the feelings that can be picked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from exercises.kit.rules.choice import Choice
from state.language import _

OPENING = _("Sluit je ogen, als je wil.")

QUESTIONS: tuple[str, ...] = (
    _("Wat dacht je toen je het gebouw of de plek voor het eerst zag?"),
    _("Hoe werd je begroet?"),
    _("Hoe leerde je er de weg kennen?"),
    _("Welk gevoel gaf het onthaal je? Wat was je eerste indruk?"),
    _("Voelde je je welkom, en waardoor?"),
)

# Key, as stored -> the word that people pick; each has a drawing in feelings.json.
FEELINGS: Mapping[str, str] = {
    "surprised": _("verrast"),
    "welcome": _("welkom"),
    "shy": _("verlegen"),
    "curious": _("nieuwsgierig"),
    "at_ease": _("op mijn gemak"),
    "lost": _("een beetje verloren"),
    "warm": _("warm"),
    "touched": _("geraakt"),
}
FELT = Choice[str](
    FEELINGS, "feeling", "", _("geen"),
    _("Dit gevoel kennen we niet. Kies er een uit de lijst, of geen."),
)  # fmt: skip


@cache
def drawings() -> Mapping[str, str]:
    """The outline of each feeling, as the `d` of a path in a box of 40 by 40 units."""
    path = Path(__file__).with_name("feelings.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {key: str(found[key]) for key in FEELINGS}
