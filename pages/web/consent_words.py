"""What people chose about their name, counted in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from exercises.kit.rules.prose import in_words, sentence
from state.language import _, ngettext
from state.models import Person


def told(people: Iterable[Person]) -> str:
    """Who may be named in the report: 'Elf met naam, drie liever zonder. Twee kozen nog niet en
    staan er dus zonder naam in, tenzij bij een citaat met naam.'"""
    numbers = Counter(one.consent for one in people)
    if not numbers:
        return _("Er zijn nog geen mensen in dit traject.")
    counts = [(numbers["named"], _("{n} met naam")), (numbers["nameless"], _("{n} liever zonder"))]
    chosen = ", ".join(text.format(n=in_words(n)) for n, text in counts if n)
    open_yet = (
        ngettext(
            "{n} koos nog niet en staat er dus zonder naam in, tenzij bij een citaat met naam",
            "{n} kozen nog niet en staan er dus zonder naam in, tenzij bij een citaat met naam",
            numbers[""],
        ).format(n=in_words(numbers[""]))
        if numbers[""]
        else ""
    )
    return " ".join(f"{sentence(one)}." for one in (chosen, open_yet) if one)
