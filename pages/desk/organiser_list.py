"""The list of organisers, and what an administrator does with it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exercises.kit.rules.labels import label_of, plain
from pages.desk import parts
from pages.desk.fields import add_form, attempt, close_fold, folded
from pages.desk.texts import joined
from pages.web import account
from state import access, organisers
from state.app import store
from state.language import _
from state.organisers import Organiser


def show(everybody: tuple[Organiser, ...], me: Organiser) -> None:
    """One sheet for each organiser; those who wait to be let in first."""
    administrators = sum(bool(one.administrator) for one in everybody)
    for one in sorted(everybody, key=lambda one: bool(one.approved)):
        if one.approved or me.administrator:
            # Somebody has to stay the administrator.
            last = bool(one.administrator) and administrators == 1
            with st.container(key=f"odv-card-{one.id}"):
                _card(one, me, last=last)


def adding() -> None:
    """Forms to add somebody: with a passcode, or by the address of an account."""
    with st.container(key="odv-card-new-organiser"):
        st.header(_("Iemand toevoegen"), anchor=False)
        st.markdown(_(
            "Geef de naam en een eerste toegangscode door. Wie zich daarmee aanmeldt, kiest"
            " meteen een eigen code."
        ))  # fmt: skip
        add_form(
            "organiser", {"name": _("Naam"), "passcode": _("Eerste toegangscode")},
            _("Voeg toe"),
            lambda typed: organisers.add(store(), typed["name"], typed["passcode"]),
            hints={"passcode": _("minstens {n} tekens").format(n=access.PASSCODE_MINIMUM)},
            secret={"passcode"},
        )  # fmt: skip
        if account.is_on():
            st.markdown(_("Of nodig iemand uit met de account van de organisatie:"))
            add_form(
                "invited", {"name": _("Naam"), "email": _("E-mailadres van die account")},
                _("Nodig uit"),
                lambda typed: organisers.invite(store(), typed["name"], typed["email"]),
            )  # fmt: skip


def _card(one: Organiser, me: Organiser, *, last: bool) -> None:
    name = _("{name} (jij)").format(name=one.name) if one.id == me.id else one.name
    st.header(plain(name), anchor=False)
    with st.container(key=f"odv-muted-organiser-{one.id}", gap=None):
        st.text(_told(one))
    if not me.administrator:
        return
    if not one.approved:
        with st.container(horizontal=True, key=f"odv-row-{one.id}"):
            st.button(label_of(_("Laat binnen"), one.name), key=f"odv-approve-{one.id}",
                      type="primary", on_click=_approve, args=(one,))  # fmt: skip
            _remove(one, me, _("De aanvraag van {name} weghalen?"))
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-{one.id}"):
        changing = one.id != me.id and bool(one.passcode_hash) and folded(
            f"reset-{one.id}", _("Geef een nieuwe toegangscode"), _("Sluit"), subject=one.name
        )  # fmt: skip
        if not last:
            label = _("Niet langer beheerder") if one.administrator else _("Maak beheerder")
            st.button(label_of(label, one.name), key=f"odv-appoint-{one.id}", on_click=_appoint,
                      args=(one,))  # fmt: skip
        if one.id != me.id:
            _remove(one, me, _(
                "{name} weghalen? Die wordt meteen overal afgemeld. Trajecten die alleen van"
                " {name} zijn, worden van jou."
            ))  # fmt: skip
    if changing:
        add_form(
            f"reset-{one.id}", {"passcode": _("Nieuwe toegangscode van {name}").format(
                name=one.name)},
            _("Bewaar de toegangscode"),
            lambda typed: organisers.set_passcode(store(), one.id, typed["passcode"], given=True),
            then=lambda _done: close_fold(f"reset-{one.id}"), secret={"passcode"},
        )  # fmt: skip


def _told(one: Organiser) -> str:
    account_told = ""
    if not one.passcode_hash:
        account_told = (
            _("account van de organisatie") if one.subject else _("uitgenodigd, nog niet aangemeld")
        )
    return joined(
        _("wacht om binnen te mogen") if not one.approved else "",
        _("beheerder") if one.administrator else _("organisator"),
        account_told, one.email,
    )  # fmt: skip


def _remove(one: Organiser, me: Organiser, question: str) -> None:
    parts.remove_button(
        one.id, question.format(name=one.name),
        partial(organisers.remove, store(), one.id, me.id), subject=one.name,
    )  # fmt: skip


def _appoint(one: Organiser) -> None:
    attempt(lambda: organisers.appoint(store(), one.id, not one.administrator))


def _approve(one: Organiser) -> None:
    attempt(lambda: organisers.approve(store(), one.id))
