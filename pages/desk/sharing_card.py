"""Who owns a track and who helps with it, on the page of the track."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exercises.kit.rules.labels import label_of
from pages.desk import parts
from pages.desk.fields import attempt
from state import access, organisers, screens, sharing, track_access
from state.app import store
from state.language import _
from state.models import Track
from state.sharing import TrackMember


def show(track: Track) -> None:
    """Nothing with one passcode for all; else the members, for owners with ways to share, and the
    way to what was changed."""
    with store().read() as db:
        if not access.has_organisers(db):
            return
        members = sharing.members(db, track.id)
        running = screens.running(db, track.id)
        owner = track_access.is_owner(db, track_access.current(), track.id)
    with st.container(key="odv-plain-sharing"):
        st.header(_("Wie werkt eraan mee?"), anchor=False)
        st.markdown(_(
            "Wie helpt, kan alles in dit traject, behalve het weghalen of met anderen delen."
        ))  # fmt: skip
        owners = sum(one.role == "owner" for one in members)
        for one in members:
            # Somebody has to stay the owner.
            last = one.role == "owner" and owners == 1
            _row(track, one, owner=owner and not last, mine=_is_me(one) and not last,
                 running=running)  # fmt: skip
        if not members:
            st.text(_("Dit traject heeft nog geen eigenaar."))
        if owner:
            _add(track, members)
            _screens(track)
        parts.link(_("Wie wijzigde wat"), parts.CHANGES, {"t": track.id}, f"changes-{track.id}")


def _screens(track: Track) -> None:
    """One button that ends every link to a screen, for links in wrong hands."""
    with store().read() as db:
        running = screens.running(db, track.id)
    question = _(
        "Wie een link naar een scherm van dit traject kreeg of kopieerde, ziet daarna niets meer."
        " In de regie staat dan een nieuwe link."
    )
    if running:
        question += " " + _("Er loopt nu een bijeenkomst: open het scherm in de zaal daarna opnieuw"
                            " vanuit de regie.")  # fmt: skip
    parts.remove_button(
        f"screens-{track.id}", question, partial(screens.renew, store(), track.id),
        label=_("Vernieuw de schermlinks"), yes=_("Ja, vernieuw ze"),
    )  # fmt: skip


def _is_me(one: TrackMember) -> bool:
    who = track_access.current()
    return who is not None and who.organiser_id == one.organiser.id


def _row(
    track: Track, one: TrackMember, *, owner: bool, mine: bool, running: bool
) -> None:  # fmt: skip
    name, key = one.organiser.name, f"{track.id}-{one.organiser.id}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-member-{key}"):
        st.text(
            _("{name}, eigenaar").format(name=name) if one.role == "owner"
            else _("{name}, helpt mee").format(name=name), width="stretch",
        )  # fmt: skip
        if owner:
            label = _("Maak helper") if one.role == "owner" else _("Maak eigenaar")
            st.button(label_of(label, name), key=f"odv-role-{key}", on_click=_flip,
                      args=(track, one))  # fmt: skip
        if owner or mine:
            question = _("{name} ziet dit traject daarna niet meer. Doorgaan?").format(name=name)
            if running:
                question += " " + _(
                    "Een gekopieerde link naar het scherm van de bijeenkomst die nu"
                    " loopt, blijft werken tot de schermlinks vernieuwd worden."
                )
            stop = partial(sharing.unshare, store(), track.id, one.organiser.id)
            parts.remove_button(
                f"member-{key}", question, stop, label=label_of(_("Deel niet meer"), name),
                yes=_("Ja, deel niet meer"),
            )  # fmt: skip


def _add(track: Track, members: tuple[TrackMember, ...]) -> None:
    there = {one.organiser.id for one in members}
    others = {one.id: one for one in organisers.everybody(store())
              if one.approved and one.id not in there}  # fmt: skip
    if not others:
        st.text(_("Er is niemand anders om mee te delen."))
        return
    key = f"odv-share-{track.id}"
    with st.container(
        horizontal=True, vertical_alignment="bottom", key=f"odv-row-share-{track.id}"
    ):
        st.selectbox(
            _("Deel met"), list(others), key=key, format_func=lambda one: others[one].name,
            index=None, placeholder=_("Kies een naam"),
        )  # fmt: skip
        st.button(_("Deel dit traject"), key=f"{key}-go", on_click=_share, args=(track, key))


def _share(track: Track, key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen and attempt(lambda: sharing.share(store(), track.id, str(chosen), "helper")):
        st.session_state[key] = None


def _flip(track: Track, one: TrackMember) -> None:
    attempt(lambda: sharing.share(
        store(), track.id, one.organiser.id, "helper" if one.role == "owner" else "owner"
    ))  # fmt: skip
