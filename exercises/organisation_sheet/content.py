"""The parts that a sheet starts with."""

from __future__ import annotations

from state.language import _

FIELDS: tuple[tuple[str, str, str], ...] = (
    ("target", _("Doelgroep"), _("Voor wie zijn jullie er?")),
    ("core", _("Kerntaak"), _("Wat doen jullie, in een paar zinnen?")),
    ("expect", _("Verwachtingen"), _("Wat hoop je uit dit traject mee te nemen?")),
)
PICTURE_QUESTION = _("Welk beeld toont wat sociale steun en samenhang voor jullie zijn?")
