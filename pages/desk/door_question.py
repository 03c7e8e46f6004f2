"""An organisation that somebody typed at the door: whether it belongs to the track."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from exercises.contract import alias
from exercises.kit.rules.labels import label_of, plain
from pages.desk.fields import attempt
from state import door_organisations, meetings
from state.app import store
from state.language import _
from state.models import Meeting, Organisation


def show(organisation: Organisation, present: Sequence[Organisation]) -> None:
    """The question, with its three answers; nothing for any other organisation. Each answer can be
    undone on top of the page."""
    if not organisation.door:
        return
    identity, name = organisation.id, organisation.name

    def belongs() -> None:
        door_organisations.belongs(store(), organisation.track_id, identity)

    with st.container(key=f"odv-door-{identity}"):
        if organisation.only_today:
            st.text(_("Is er alleen vandaag: gaat uit dit traject als de bijeenkomst eindigt."))
            _button(_("Hoort toch bij het traject"), f"belongs-{identity}", name, belongs)
            return
        st.warning(_("Kwam er aan de deur bij. Hoort deze organisatie bij dit traject?"))
        with st.container(horizontal=True, vertical_alignment="center"):
            _button(_("Ja, hoort erbij"), f"belongs-{identity}", name, belongs)
            meeting = _meeting(organisation)
            if meeting is not None and meeting.state == "running":
                _button(
                    _("Alleen vandaag"), f"today-{identity}", name,
                    lambda: door_organisations.only_today(
                        store(), organisation.track_id, identity
                    ),
                )  # fmt: skip
        _another(organisation, [one for one in present if not one.door])


def _button(label: str, key: str, subject: str, act: Callable[[], None]) -> None:
    def press() -> None:
        attempt(act)

    st.button(label_of(label, subject), key=f"odv-door-{key}", on_click=press)


def _meeting(organisation: Organisation) -> Meeting | None:
    """That at whose door it was typed, as long as it is there."""
    found = meetings.of_track(store(), organisation.track_id)
    return next((one for one in found if one.id == organisation.door), None)


def _another(organisation: Organisation, others: Sequence[Organisation]) -> None:
    if not others:
        return
    names = {one.id: one.name for one in others}
    into = st.selectbox(
        label_of(_("Of is het een andere?"), organisation.name), list(names), index=None,
        format_func=lambda one: plain(names[one]), placeholder=_("Kies een organisatie"),
        key=f"odv-door-into-{organisation.id}",
    )  # fmt: skip
    if into is None:
        return
    meeting = _meeting(organisation)
    secret = meeting.secret if meeting else ""
    _button(
        _("Dat is deze"), f"another-{organisation.id}", organisation.name,
        lambda: door_organisations.is_another(
            store(), organisation.track_id, organisation.id, str(into),
            lambda activity, one: alias(activity, secret, one),
        ),
    )  # fmt: skip
