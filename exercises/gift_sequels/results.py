"""What the sequels of gifts give to others: what became of each gift."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.gift_sequels.config import SequelsConfig
from exercises.gift_sequels.content import NOTHING
from exercises.gift_sequels.model import STEP, SequelsView
from exercises.results import GiftSequel, Origin


def results(config: SequelsConfig, view: SequelsView) -> Iterator[GiftSequel]:
    """Each sequel: once it was on the screen for everybody, before that for its organisation, and
    for the facilitator too where it never came to that."""
    for organisation, own in view.sequels.items():
        for one in own.values():
            if one.said:
                yield GiftSequel(
                    organisation=organisation, giver=one.giver, text=one.text or NOTHING,
                    gift_key=one.key, note=one.note, words=one.words, photo=one.photo,
                    action=one.action,
                    origin=Origin(STEP),
                    readers="everybody" if one.shown else
                    "facilitator" if one.late else "organisation",
                )  # fmt: skip
