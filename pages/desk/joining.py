"""How people get into a meeting: new organisations, the address of the QR, the Wi-Fi."""

from __future__ import annotations

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.labels import plain
from pages.desk.fields import field_trouble, saved, text_field
from pages.web import addresses
from state import meetings, settings, tracks
from state.app import store
from state.language import _
from state.models import Meeting
from state.text_rules import one_line

_WIFI_LIMIT = 63


def show(meeting: Meeting) -> None:
    """The card on joining."""
    with st.container(key="odv-card-joining"):
        st.header(_("Binnenkomen"), anchor=False)
        key, allowed = f"odv-{meeting.id}-organisations", bool(meeting.may_add_organisation)
        st.toggle(
            _("Mensen mogen zelf een organisatie toevoegen"), key=remembered(key, allowed),
            on_change=saved(
                key, allowed,
                lambda typed: meetings.allow_organisations(store(), meeting.id, typed),
            ),
        )  # fmt: skip
        field_trouble(key)
        _expected(meeting)
        _address()
        _wifi()


def _expected(meeting: Meeting) -> None:
    """How many people are awaited: beside it on screen and console stands how many are in."""
    key = f"odv-{meeting.id}-expected"
    known = len(tracks.taking_part(store(), meeting.track_id))
    st.number_input(
        _("Hoeveel mensen verwacht je?"), min_value=1, max_value=meetings.MOST_EXPECTED, step=1,
        value=None, placeholder=str(known) if known else "", key=remembered(key, meeting.expected),
        on_change=saved(
            key, meeting.expected,
            lambda typed: meetings.expect(store(), meeting.id, typed),
        ),
    )  # fmt: skip
    with st.container(key="odv-muted-expected"):
        st.text(_("Laat je dit leeg, dan zijn het de mensen die al in het traject staan."))
    field_trouble(key)


def _address() -> None:
    """Where the QR leads; to choose from when this laptop is on several networks."""
    chosen = addresses.chosen(store())
    choices = addresses.candidates()
    if len(choices) > 1 and addresses.public_url() is None:
        key = "odv-address"
        st.radio(
            _("Adres voor de gsm’s. Kies het netwerk waar de gsm’s ook op zitten."), choices,
            key=remembered(key, chosen.shown), format_func=plain,
            on_change=saved(
                key, chosen.shown, lambda typed: addresses.choose(store(), str(typed))
            ),
        )  # fmt: skip
        field_trouble(key)
    else:
        st.markdown(_("**Adres voor de gsm’s**"))
        st.text(chosen.shown)
    if chosen.warning:
        st.warning(plain(f"{chosen.warning} {chosen.fix}"))


def _wifi() -> None:
    st.markdown(_("**Wifi van de zaal** (mag leeg blijven)"))
    with st.container(key="odv-muted-wifi"):
        st.text(
            _(
                "Vul je dit in, dan staat er op het scherm een tweede QR,"
                " die een gsm op de wifi zet. Het geldt voor alle bijeenkomsten."
            )
        )
    _setting(_("Naam van het netwerk"), "wifi_name")
    _setting(_("Wachtwoord van het netwerk"), "wifi_password")


def _setting(label: str, name: str) -> None:
    def keep(typed: str) -> None:
        one_line(typed, _WIFI_LIMIT, label, required=False)
        # Spaces within a password count, so it is not stored folded.
        settings.put(store(), name, typed.strip() or None)

    text_field(label, f"odv-{name}", settings.get(store(), name) or "", keep)
