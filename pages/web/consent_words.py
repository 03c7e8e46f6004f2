"""What people chose about their name, counted in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from exercises.kit.rules.prose import in_words, sentence
from state.language import _
from state.models import Person


def told(people: Iterable[Person]) -> str:
    """Who may be named in the report: 'Elf met naam, drie liever zonder, twee nog niet gevraagd,
    dus zonder.'"""
    numbers = Counter(one.consent for one in people)
    if not numbers:
        return _("Er zijn nog geen mensen in dit traject.")
    counts = [(numbers["named"], _("{n} met naam")), (numbers["nameless"], _("{n} liever zonder")),
              (numbers[""], _("{n} nog niet gevraagd, dus zonder"))]  # fmt: skip
    return f"{sentence(', '.join(text.format(n=in_words(n)) for n, text in counts if n))}."
