"""What people chose about their name, counted in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from state.language import _, ngettext
from state.models import Person


def counted(people: Iterable[Person]) -> str:
    """'11 mogen met hun naam in het verslag, 2 liever niet, 3 wachten nog'; who is zero is left
    out."""
    numbers = Counter(one.consent for one in people)
    named, nameless, waiting = numbers["named"], numbers["nameless"], numbers[""]
    parts = (
        ngettext("{count} mag met zijn naam in het verslag",
                 "{count} mogen met hun naam in het verslag", named).format(count=named)
        if named else "",
        _("{count} liever zonder naam").format(count=nameless) if nameless else "",
        ngettext("{count} koos nog niet", "{count} kozen nog niet", waiting).format(count=waiting)
        if waiting else "",
    )  # fmt: skip
    return ", ".join(part for part in parts if part) or _("Er zijn nog geen mensen.")
