"""The drawn cards."""

from __future__ import annotations

from exercises.kit.sheet import deck


def test_every_card_has_a_drawing_and_words() -> None:
    assert len(deck.cards()) == 30
    for card in deck.cards().values():
        assert card.alt and deck.drawing(card.id).startswith("<svg")
        assert "<script" not in deck.drawing(card.id)
