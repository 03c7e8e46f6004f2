"""What Citaten gives to other exercises and documents: the sentences, as far as consent goes."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.quotes.config import QuotesConfig
from exercises.quotes.model import STEP, QuotesView
from exercises.results import Origin, Quote


def results(config: QuotesConfig, view: QuotesView) -> Iterator[Quote]:
    """The quotes of a view: with consent for everybody, named as far as it goes; a sentence without
    it (only the view of its own phone has that) for its person alone."""
    for one in view.sentences:
        if one.text:
            yield Quote(
                text=one.text, person=one.person,
                readers="everybody" if one.naming else "person",
                naming=one.naming or "nobody", origin=Origin(STEP),
            )  # fmt: skip
