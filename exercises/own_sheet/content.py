"""The fields that a sheet of one's own starts with, and what the kinds of fields are called."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.kit.sheet.form import FieldKind, HolderKind, Opened
from state.language import _

# Key, text, kind and the sentence that stands with it.
FIELDS: tuple[tuple[str, str, FieldKind, str], ...] = (
    ("take", _("Wat nemen jullie mee?"), "text", _("Eén ding volstaat.")),
    ("far", _("Hoe ver staan jullie daarmee?"), "scale", ""),
    ("first", _("Wat is de eerste stap?"), "line", _("Iets wat binnen twee weken kan.")),
)
ENDS = (_("nog aan het begin"), _("het leeft bij iedereen"))

KINDS: Mapping[FieldKind, str] = {
    "line": _("Korte tekst"),
    "text": _("Lange tekst"),
    "choice": _("Keuze"),
    "scale": _("Schaal"),
    "date": _("Datum"),
    "picture": _("Foto"),
    "rows": _("Regels"),
}
HOLDERS: Mapping[HolderKind, str] = {
    "organisation": _("De organisatie, samen"),
    "person": _("Elke deelnemer apart"),
    "visit": _("De mensen van een bezoek, gasten en gastorganisatie samen"),
}
OPENED: Mapping[Opened, str] = {
    "stage": _("Jij altijd, de zaal zodra je alles aan de muur hangt"),
    "holder": _("Niemand, tot wie ze invult ze zelf deelt"),
}
