"""What is offered, with who comes and who waits; open, the words and days of one offer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.labels import label_of, plain
from pages.desk import drawings, kijkstage_adding, kijkstage_days, parts
from pages.desk.fields import field_trouble, folded, saved
from pages.desk.kijkstage_known import KnownOffers
from state import offering, offers
from state.app import store
from state.framework import framework_of
from state.language import _
from state.offers import VisitOffer

_FIELDS = ("shown", "audience", "contact", "directions", "bring")
_SHOWN = 140


def show(here: KnownOffers) -> None:
    """All offers, those with a day to come first."""
    standing = sorted(
        (one for one in here.offers if not one.is_off),
        key=lambda one: next((day.date for day in one.coming(here.today)), "9"),
    )
    if not standing:
        with st.container(key="odv-card-no-offers"):
            st.text(
                _("Hier komt wat organisaties tonen aan wie een dag komt kijken. Zij bieden het aan"
                  " op hun eigen plek, of jij hiernaast.")
            )  # fmt: skip
    for one in standing:
        with st.container(key=f"odv-card-{one.id}"):
            _offer(one, here)


def _offer(one: VisitOffer, here: KnownOffers) -> None:
    host = here.parties[one.host]
    subject = _("het aanbod van {host}").format(host=host.name)
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-{one.id}"):
        st.html(drawings.tiles([host.tile], 36), width="content")
        with st.container(key=f"odv-text-{one.id}", gap=None):
            st.text(host.name)
            with st.container(key=f"odv-muted-{one.id}", gap=None):
                st.text(_short(one.words.shown))
                if one.host not in {party.id for party in here.present}:
                    st.text(_("Doet niet meer mee. Niemand kan nog een plaats nemen."))
        is_open = folded(f"offer-{one.id}", _("Wijzig"), subject=subject)
        if one.coming(here.today):
            _call_off(one, subject, here)
    for day in one.days:
        if not day.is_off:
            kijkstage_days.show(one, day, here, is_open=is_open)
    if is_open:
        _form(one, here)


def _call_off(one: VisitOffer, subject: str, here: KnownOffers) -> None:
    if st.button(label_of(_("Zeg af"), subject), key=f"odv-off-{one.id}"):
        parts.confirm(
            _("Alle dagen die nog komen, gaan dan niet door. Wie een plaats heeft of wacht, leest"
              " dat op de eigen plek."), _("Ja, zeg alles af"), f"off-{one.id}",
            lambda: offering.call_off(store(), one.id, today=here.today),
        )  # fmt: skip


def _form(one: VisitOffer, here: KnownOffers) -> None:
    for name, label in zip(_FIELDS, kijkstage_adding.labels(), strict=True):
        key, stored = f"odv-{one.id}-{name}", getattr(one.words, name)
        st.text_area(
            label, key=remembered(key, stored), height=68, persist_state="session",
            on_change=saved(key, stored, _saving(one, name, here)),
        )  # fmt: skip
        field_trouble(key)
    areas = {0: _("geen"), **{
        area.number: f"{area.number} {area.name}"
        for area in framework_of(here.track.framework).areas
    }}  # fmt: skip
    key, stored = f"odv-{one.id}-area", one.words.area or 0
    st.selectbox(
        _("Aandachtsgebied"), list(areas), format_func=lambda n: plain(areas[n]),
        key=remembered(key, stored),
        on_change=saved(key, stored, lambda n: _change(one, here, area=int(n) or None)),
    )  # fmt: skip
    kijkstage_days.more(one, here)


def _saving(one: VisitOffer, name: str, here: KnownOffers) -> Any:
    return lambda typed: _change(one, here, **{name: typed})


def _change(one: VisitOffer, here: KnownOffers, **values: Any) -> None:
    with store().read() as db:
        stored = offers.find_offer(db, one.id)
    new = replace(stored.words, **values)
    offering.change(store(), one.id, new, [], today=here.today)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
