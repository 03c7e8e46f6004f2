"""What deck.gl draws behind the screen's own component. Only the screen has it: it weighs 3 MB."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import streamlit as st

from exercises.contract import Json
from exercises.kit.drawing.deck import HIGH, WIDE

# The page's styles lay the element with this key behind the stage, and scale it along.
_KEY = "odv-deck"


@dataclass(frozen=True)
class _Made:
    """A specification in the clothes of a pydeck.Deck, which Streamlit asks for its JSON."""

    spec: Json

    def to_json(self) -> str:
        return json.dumps(self.spec, ensure_ascii=False)


def draw(spec: Json | None) -> None:
    """Draw a specification (see exercises.kit.drawing.deck); nothing when there is none."""
    if spec is None:
        return
    with st.container(key=_KEY):
        chart: Any = _Made(spec)
        st.pydeck_chart(chart, width=WIDE, height=HIGH)
