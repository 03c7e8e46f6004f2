"""Offering a kijkstage for an organisation, on the desk."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from exercises.kit.rules.labels import plain
from pages.desk.fields import attempt, show_trouble
from pages.desk.kijkstage_known import KnownOffers
from pages.desk.visit_days import clock
from state import offering, offers
from state.app import store
from state.language import _
from state.offers import OfferDay, OfferWords
from state.problems import Refused

_PLACE = "kijkstage-new"
_TEXTS = ("shown", "audience", "contact", "directions", "bring")


def show(here: KnownOffers) -> None:
    """The form of a new offer with its first day; more days come once it is there."""
    names = {one.id: one.name for one in here.present}
    with st.container(key="odv-card-offer-new"):
        st.header(_("Nog een aanbod"), anchor=False)
        st.selectbox(
            _("Wie ontvangt"), list(names), index=None, key=_key("host"),
            format_func=lambda one: plain(names[one]), placeholder=_("Kies een organisatie"),
        )  # fmt: skip
        for name, label in zip(_TEXTS, labels(), strict=True):
            st.text_area(label, key=_key(name), height=68, persist_state="session")
        day_fields(_key("day"), here.today)
        st.button(_("Bied dit aan"), key=_key("add"), on_click=_add, args=(here,))
        show_trouble(_PLACE)


def labels() -> tuple[str, ...]:
    """What the five texts of an offer are called, in their order."""
    return (
        _("Wat krijgt iemand te zien?"), _("Voor wie is het interessant?"),
        _("Bij wie kloppen ze aan?"), _("Hoe raken ze er?"),
        _("Wat weten of brengen ze best mee?"),
    )  # fmt: skip


def day_fields(key: str, today: str) -> None:
    """Fields for one day with its hours and places."""
    tomorrow = date.fromisoformat(today) + timedelta(days=1)
    st.date_input(
        _("Dag"), value=None, key=f"{key}-date", format="DD/MM/YYYY", min_value=tomorrow,
        max_value=date.fromisoformat(offers.LAST_DAY),
    )  # fmt: skip
    start, end, places = st.columns(3, gap="small")
    start.text_input(_("Van"), key=f"{key}-start", placeholder="9.00")
    end.text_input(_("Tot"), key=f"{key}-end", placeholder="16.00")
    places.number_input(
        _("Plaatsen"), min_value=1, max_value=offers.MOST_PLACES, value=2, key=f"{key}-places"
    )


def typed_day(key: str) -> OfferDay:
    """The day that stands in these fields; Refused without one."""
    state = st.session_state
    chosen = state.get(f"{key}-date")
    if chosen is None:
        raise Refused(_("Kies een dag."))
    return OfferDay(
        "", "", chosen.isoformat(), clock(str(state.get(f"{key}-start") or "")),
        clock(str(state.get(f"{key}-end") or "")), int(state.get(f"{key}-places") or 0),
    )  # fmt: skip


def empty_day(key: str) -> None:
    """Make the fields of a day ready for the next."""
    st.session_state[f"{key}-date"] = None
    st.session_state[f"{key}-start"] = st.session_state[f"{key}-end"] = ""


def _key(name: str) -> str:
    return f"odv-offer-new-{name}"


def _add(here: KnownOffers) -> None:
    state = st.session_state
    host = str(state.get(_key("host")) or "")
    shown, audience, contact, directions, bring = (
        str(state.get(_key(name)) or "") for name in _TEXTS
    )
    words = OfferWords(shown, audience, contact, directions, bring)

    def act() -> None:
        if not host:
            raise Refused(_("Kies wie ontvangt."))
        offering.offer(store(), host, words, [typed_day(_key("day"))], today=here.today)

    if attempt(act, _PLACE):
        state[_key("host")] = None
        for name in _TEXTS:
            state[_key(name)] = ""
        empty_day(_key("day"))
