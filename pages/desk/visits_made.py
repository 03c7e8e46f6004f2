"""Asks of agreed visits without a day whether they were made: for all of them together, or one by
one. What nobody said is told nowhere as something that happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from exercises.kit.rules.labels import label_of
from pages.desk.fields import attempt, folded
from state import visits
from state.app import store
from state.language import _, ngettext
from state.models import TrackVisit

# So many visits are named without unfolding.
_MOST_SHOWN = 8


def ask(unsaid: Sequence[TrackVisit], names: Mapping[str, str], track_id: str) -> None:
    """The question, with a button for all and, unfolded, one for each; nothing where there is
    nothing to ask. `names`: those of the organisations of these visits, by id."""
    if not unsaid:
        return
    one = len(unsaid) == 1
    with st.container(key="odv-card-visits-made"):
        question = ngettext(
            "Is dit bezoek al geweest?", "Zijn deze bezoeken al geweest?", len(unsaid)
        )
        st.subheader(question, anchor=False)
        st.text(
            _("Er is geen dag ingevuld. Zolang je het niet zegt, telt een bezoek nergens als"
              " geweest: niet in de oefeningen, niet in het verslag.")
        )  # fmt: skip
        if one:
            st.text(_couple(unsaid[0], names))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                ngettext(
                    "Ja, dit bezoek is geweest", "Ja, alle {n} zijn geweest", len(unsaid)
                ).format(n=len(unsaid)),
                key="odv-visits-made-all", on_click=_say, args=(track_id, tuple(unsaid)),
            )  # fmt: skip
            many = len(unsaid) > _MOST_SHOWN
            shown = folded("visits-made", _("Eén voor één")) if many else not one
        if shown:
            for visit in unsaid:
                _row(visit, names, track_id)


def _row(visit: TrackVisit, names: Mapping[str, str], track_id: str) -> None:
    couple = _couple(visit, names)
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-made-{visit.id}"):
        with st.container(key=f"odv-text-made-{visit.id}"):
            st.text(couple)
        st.button(
            label_of(_("Geweest"), couple), key=f"odv-made-{visit.id}", on_click=_say,
            args=(track_id, (visit,)),
        )  # fmt: skip


def _couple(visit: TrackVisit, names: Mapping[str, str]) -> str:
    return f"{names[visit.visitor]} → {names[visit.host]}"


def _say(track_id: str, made: Sequence[TrackVisit]) -> None:
    attempt(lambda: visits.say_made(store(), track_id, [one.id for one in made]))
