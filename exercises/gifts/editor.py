"""The facilitator's editor of Cadeautjestijd: questions for the talk, and which gifts there are."""

from __future__ import annotations

import streamlit as st

from exercises.contract import Party
from exercises.gifts import config_visits as visits
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.gifts.config_visits import nothing_to_fill
from exercises.kit.editor import editing
from exercises.kit.editor.questions import questions_field, read_questions
from state.language import _, ngettext

QUESTIONS_LIMIT = 8
_QUESTION_LIMIT = 200


def edit(config: GiftsConfig, organisations: tuple[Party, ...]) -> GiftsConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Wie geeft een cadeautje aan wie?"), anchor=False)
        st.text(
            _("Elk bezoek heeft een cadeautje. Bezoeken wijzig je op de pagina Bezoeken.")
        )  # fmt: skip
        _gifts(config, organisations)
        _only_here(config, organisations)
    with right:
        with st.container(key="odv-card-gifts-without"):
            _without(config, organisations)
        with st.container(key="odv-card-gifts-talk"):
            config = questions_field(config, _("Vragen voor het gesprek"), _read_questions)
    return config


def _gifts(config: GiftsConfig, organisations: tuple[Party, ...]) -> None:
    lacking = nothing_to_fill(config)
    if lacking:
        st.warning(lacking)
    here = {one.key for one in config.only_here}
    with st.container(key="odv-card-gifts-visits"):
        for visit in config.giving:
            if visit.key not in here:
                _row(visit, organisations)


def _only_here(config: GiftsConfig, organisations: tuple[Party, ...]) -> None:
    """Visits that an earlier version stored in this exercise and nowhere else."""
    if not config.only_here:
        return
    with st.container(key="odv-card-gifts-only-here"):
        st.text(
            _("Deze bezoeken staan alleen in deze oefening. Op de pagina Bezoeken kun je ze"
              " overnemen.")
        )  # fmt: skip
        for visit in config.only_here:
            _row(visit, organisations, may_go=True)


def _row(visit: GiftVisit, organisations: tuple[Party, ...], *, may_go: bool = False) -> None:
    names = {one.id: one.name for one in organisations}
    left = _("een organisatie die vertrok")
    visitor, host = names.get(visit.visitor, left), names.get(visit.host, left)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"odv-row-{visit.key}"
    ):
        with st.container(key=f"odv-text-{visit.key}", gap=None):
            st.text(f"{visitor} → {host}")
            with st.container(key=f"odv-muted-{visit.key}"):
                st.text(ngettext("{n} mens", "{n} mensen", visit.count).format(n=visit.count))
        if may_go:
            label = _("Bezoek van {visitor} aan {host} verwijderen").format(
                visitor=visitor, host=host
            )
            st.button(
                label, key=f"odv-icon-{editing.key(f'remove-{visit.key}')}", help=label,
                icon=":material/delete:", on_click=_remove, args=(visit,),
            )  # fmt: skip


def _remove(visit: GiftVisit) -> None:
    editing.later(lambda config: visits.without(config, visit.key, editing.answered()))


def _without(config: GiftsConfig, organisations: tuple[Party, ...]) -> None:
    st.header(_("Wie krijgt niets?"), anchor=False)
    without = visits.hosts_without_visit(config, organisations)
    if not without:
        st.text(_("Elke organisatie kreeg bezoek en krijgt dus een cadeautje."))
        return
    st.text(
        _(
            "Kreeg geen bezoek: {names}. In de regie kun je de groep om een cadeautje vragen."
        ).format(names=", ".join(one.name for one in without))
    )


def _read_questions(typed: str) -> tuple[str, ...]:
    return read_questions(typed, _QUESTION_LIMIT, QUESTIONS_LIMIT)
