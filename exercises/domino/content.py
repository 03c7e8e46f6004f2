"""The words that Top en flop domino starts with."""

from __future__ import annotations

from state.language import _

INTRO = _(
    "Denk aan een moment waarop ouders elkaar ontmoetten."
    " Een paar woorden volstaan: je vertelt het straks zelf."
)

QUESTIONS: tuple[str, ...] = (
    _("Wat maakt dit voor jou een top, of een flop?"),
    _(
        "Wat helpt om ontmoeting te doen lukken, in de ruimte,"
        " in de houding van de begeleider, en verder?"
    ),
    _(
        "Wat helpt om bruggen te slaan tussen mensen met een andere achtergrond,"
        " cultuur of overtuiging?"
    ),
)
