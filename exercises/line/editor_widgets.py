"""Widgets that the editor of De lijn uses more than once."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from exercises.kit.editor import editing
from exercises.line import content
from exercises.line.config import LineConfig
from state.language import _

Ends = tuple[str, str]
Keep = Callable[[LineConfig, Ends], LineConfig]
_NO_AREA = 0
_INHERIT, _OWN = "inherit", "own"


def area_choice(label: str, key: str, stored: int | None) -> int | None:
    """One of the four areas, or none."""
    names = {
        **{area: f"{area} {name}" for area, name in editing.area_names().items()},
        _NO_AREA: _("geen"),
    }
    picked = st.pills(
        label, list(names), format_func=names.__getitem__, required=True,
        key=editing.remembered(key, stored or _NO_AREA),
    )  # fmt: skip
    return picked or None


def ends_choice(label: str, name: str, stored: Ends, keep: Keep) -> Ends:
    """One of the fixed pairs of end labels, or free ones, as typed.

    `keep` puts free ones in a configuration, as soon as their field is left.
    """
    return _ends(label, name, stored, stored, keep, inherit=False) or stored


def own_ends_choice(
    label: str, name: str, stored: Ends | None, usual: Ends, keep: Keep
) -> Ends | None:
    """As `ends_choice`, or None for the ends that the other statements have."""
    return _ends(label, name, stored, usual, keep, inherit=True)


def _ends(
    label: str, name: str, stored: Ends | None, usual: Ends, keep: Keep, *, inherit: bool
) -> Ends | None:
    pairs = {f"pair{at}": pair for at, pair in enumerate(content.END_PAIRS)}
    names = {key: f"{pair[0]} – {pair[1]}" for key, pair in pairs.items()}
    if inherit:
        names = {_INHERIT: _("zoals de andere stellingen"), **names}
    names[_OWN] = _("eigen woorden")
    now = _INHERIT if stored is None else _OWN
    now = next((key for key, pair in pairs.items() if pair == stored), now)
    picked = st.radio(
        label, list(names), format_func=names.__getitem__,
        key=editing.remembered(editing.key(f"{name}-choice"), now), persist_state="session",
    )  # fmt: skip
    if picked == _INHERIT:
        return None
    if picked in pairs:
        return pairs[picked]
    sides = (editing.key(f"{name}-left"), editing.key(f"{name}-right"))

    def typed() -> Ends:
        return str(st.session_state[sides[0]] or ""), str(st.session_state[sides[1]] or "")

    def left_field() -> None:
        ends = typed()
        editing.later(lambda config: keep(config, ends))

    for column, side, text, shown in zip(
        st.columns(2), sides, (_("Links"), _("Rechts")), stored or usual, strict=True
    ):
        with column:
            st.text_input(
                text, key=editing.remembered(side, shown), persist_state="session",
                on_change=left_field,
            )  # fmt: skip
    return typed()
