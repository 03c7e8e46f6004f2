"""The chapters that Slotmoment begins with, and what each is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from state.language import _

ChapterKind = Literal[
    "web", "line", "map", "dominos", "gifts", "quotes", "actions", "year", "ask",
]  # fmt: skip

TITLES: Mapping[ChapterKind, str] = {
    "web": _("Wie kwam bij wie over de vloer"),
    "line": _("De lijn schoof op"),
    "map": _("De kaart, toen en nu"),
    "dominos": _("Wat anderen herkenden"),
    "gifts": _("Cadeaus, en wat ermee gebeurde"),
    "quotes": _("In eigen woorden"),
    "actions": _("Wat we doen"),
    "year": _("Het jaar in beeld"),
    "ask": _("Eén actie die ik meeneem"),
}
# What a chapter shows, for who picks them.
MEANING: Mapping[ChapterKind, str] = {
    "web": _("Alle bezoeken: wie ging bij wie langs."),
    "line": _("Eén stelling: waar iedereen eerst stond, en waar nu."),
    "map": _("De pionnen van de eerste en de laatste kaart."),
    "dominos": _("De toppen en flops die het meest gedeeld werden."),
    "gifts": _("Elk cadeau met wat ermee gebeurde."),
    "quotes": _("Citaten, een voor een, zoals ieder het goed vond."),
    "actions": _("De acties van de organisaties, en hoever ze staan."),
    "year": _("Bijeenkomsten, bezoeken, cadeaus en acties op één lijn."),
    "ask": _("Een vraag aan gasten en deelnemers, op hun gsm."),
}
ORDER: tuple[ChapterKind, ...] = (
    "web", "line", "map", "dominos", "gifts", "quotes", "actions", "year", "ask",
)  # fmt: skip
