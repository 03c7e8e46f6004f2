"""The facilitator's editor of Cadeautjestijd: who visited whom, and questions for the talk."""

from __future__ import annotations

import streamlit as st

from exercises.contract import Party
from exercises.gifts import config_visits as visits
from exercises.gifts.config import MOST_VISITORS, USUAL_VISITORS, GiftsConfig, GiftVisit
from exercises.gifts.config_visits import nothing_to_fill
from exercises.kit.editor import editing
from exercises.kit.editor.entries import undo_button
from exercises.kit.editor.questions import questions_field, read_questions
from state.language import _, ngettext

QUESTIONS_LIMIT = 8
_QUESTION_LIMIT = 200


def edit(config: GiftsConfig, organisations: tuple[Party, ...]) -> GiftsConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Wie ging bij wie op bezoek?"), anchor=False)
        _rows(config, organisations)
        _way_back()
        _one(organisations)
        _paste(organisations)
    with right:
        with st.container(key="odv-card-gifts-without"):
            _without(config, organisations)
        with st.container(key="odv-card-gifts-talk"):
            config = _questions(config)
    return config


def _rows(config: GiftsConfig, organisations: tuple[Party, ...]) -> None:
    if not config.visits:
        st.warning(nothing_to_fill())
        return
    names = {one.id: one.name for one in organisations}
    with st.container(key="odv-card-gifts-visits"):
        for visit in config.visits:
            _row(visit, names)


def _row(visit: GiftVisit, names: dict[str, str]) -> None:
    left = _("een organisatie die vertrok")
    visitor, host = names.get(visit.visitor, left), names.get(visit.host, left)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"odv-row-{visit.key}"
    ):
        with st.container(key=f"odv-text-{visit.key}", gap=None):
            st.text(f"{visitor} → {host}")
            with st.container(key=f"odv-muted-{visit.key}"):
                st.text(ngettext("{n} mens", "{n} mensen", visit.count).format(n=visit.count))
        label = _("Bezoek van {visitor} aan {host} verwijderen").format(visitor=visitor, host=host)
        st.button(
            label, key=f"odv-icon-{editing.key(f'remove-{visit.key}')}", help=label,
            icon=":material/delete:", on_click=_remove, args=(visit,),
        )  # fmt: skip


def _remove(visit: GiftVisit) -> None:
    st.session_state[editing.key("undo")] = visit
    editing.later(lambda config: visits.without(config, visit.key, editing.answered()))


def _way_back() -> None:
    """Offer to restore the visit that was removed last, since the notes of its gift belong to
    it."""
    taken: GiftVisit | None = st.session_state.get(editing.key("undo"))
    if taken is not None:
        undo_button(_("Een bezoek is verwijderd."), lambda config: visits.restored(config, taken))


def _one(organisations: tuple[Party, ...]) -> None:
    """Choose a visit from the lists."""
    names = {one.id: one.name for one in organisations}
    with st.container(key="odv-card-gifts-one"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            for label, key in ((_("Wie ging"), "visitor"), (_("bij wie"), "host")):
                st.selectbox(
                    label, list(names), index=None, format_func=names.__getitem__,
                    placeholder=_("Kies een organisatie"), key=editing.key(key),
                )  # fmt: skip
            st.number_input(
                _("Mensen"), min_value=1, max_value=MOST_VISITORS, value=USUAL_VISITORS, width=110,
                key=editing.key("count"),
            )  # fmt: skip
        st.button(_("Voeg toe"), key=editing.key("add"), on_click=_add_one)
        editing.trouble("one")


def _add_one() -> None:
    state = st.session_state
    visitor, host, count = (state.get(editing.key(name)) for name in ("visitor", "host", "count"))
    editing.attempt(
        "one", lambda now: visits.add(now, (visits.visit(visitor, host, int(count or 0)),))
    )


def _paste(organisations: tuple[Party, ...]) -> None:
    """A place to paste a list; it stays there until all of it is understood."""
    with st.container(key="odv-card-gifts-paste"):
        st.text_area(
            _("Of typ of plak een lijst"), key=editing.key("paste"), height=140,
            placeholder=_(
                "De Regenton -> Kattenstaart (2)\nElk bezoek op een eigen lijn."
                " Cellen uit een rekenblad mogen ook."
            ),
            persist_state="session",
        )  # fmt: skip
        st.button(
            _("Voeg de lijst toe"), key=editing.key("paste-add"), on_click=_add_pasted,
            args=(organisations,),
        )  # fmt: skip
        editing.trouble("paste")


def _add_pasted(organisations: tuple[Party, ...]) -> None:
    text = str(st.session_state.get(editing.key("paste")) or "")
    editing.attempt(
        "paste", lambda config: visits.add_pasted(config, text, organisations), ("paste",)
    )


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


def _questions(config: GiftsConfig) -> GiftsConfig:
    return questions_field(config, _("Vragen voor het gesprek"), _read_questions)


def _read_questions(typed: str) -> tuple[str, ...]:
    return read_questions(typed, _QUESTION_LIMIT, QUESTIONS_LIMIT)
