"""Names and keeping, on the page of a track: who may be named, until when all is kept, and the ways
to what comes out without names and to the page for a register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.labels import label_of, plain
from exercises.kit.rules.prose import in_words, sentence
from pages.desk import parts
from pages.desk.fields import field_trouble, folded, saved
from pages.desk.texts import parsed_date
from pages.web import consent_words
from state import consent, restrictions, tracks
from state.app import store
from state.language import _, ngettext
from state.models import Organisation, Person, Track

_CHOICES = {"named": _("ja"), "nameless": _("nee"), "": _("nog niet gevraagd")}
# More people than this are chosen from by organisation first.
_MOST = 30


def show(track: Track, present: Sequence[Organisation]) -> None:
    """The card."""
    people = tracks.people(store(), track.id)
    with st.container(key="odv-card-names-kept"):
        st.header(_("Namen en bewaren"), anchor=False)
        st.text(consent_words.told(people))
        if people and folded(f"consent-{track.id}", _("Wie mag met naam in het verslag?")):
            st.text(_("Iedereen kiest op de eigen gsm. Vul in voor wie er geen heeft."))
            _list(track, present, people)
        _printed(track)
        _until(track)
        with st.container(horizontal=True, vertical_alignment="center", key="odv-names-links"):
            parts.link(_("Zonder namen"), parts.NAMELESS, {"t": track.id}, f"nameless-{track.id}")
            parts.page_link(_("Blad voor het register"), f"./register/{track.id}")


def _list(track: Track, present: Sequence[Organisation], people: Sequence[Person]) -> None:
    shown = list(present)
    if len(people) > _MOST and len(present) > 1:
        names = {one.id: one.name for one in present}
        chosen = st.selectbox(
            _("Organisatie"), list(names), format_func=lambda one: names.get(one, ""),
            key=f"odv-consent-of-{track.id}", filter_mode=None,
        )  # fmt: skip
        shown = [one for one in present if one.id == chosen]
    for organisation in shown:
        own = [one for one in people if one.organisation_id == organisation.id]
        if own:
            st.markdown(f"**{plain(organisation.name)}**")
        for person in own:
            _person(person)


def _person(person: Person) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"odv-consent-row-{person.id}"
    ):
        st.text(person.name, width="stretch")
        widget = f"odv-consent-{person.id}"
        st.segmented_control(
            label_of(_("Met naam"), person.name), list(_CHOICES), required=True,
            format_func=lambda one: _CHOICES[one], label_visibility="collapsed",
            key=remembered(widget, person.consent),
            on_change=saved(widget, person.consent, partial(consent.give, store(), person.id)),
        )  # fmt: skip
    field_trouble(widget)


def _printed(track: Track) -> None:
    """When the report is printed, and how much people restricted: how many things, not which."""
    _day(
        _("Het verslag gaat naar de drukker op"), f"odv-print-{track.id}", track.print_day,
        partial(restrictions.print_on, store(), track.id),
    )  # fmt: skip
    with store().read() as db:
        count = restrictions.count(db, track.id)
    told = [
        _("Tot en met die dag kiest ieder op de eigen plek wie iets mag zien.")
        if track.print_day
        else _("Nog geen dag gekozen: ieder kan altijd kiezen wie iets mag zien.")
    ]
    if count:
        told.append(
            ngettext(
                "{n} ding werd ingeperkt. Wat, blijft bij wie het gaf.",
                "{n} dingen werden ingeperkt. Wat, blijft bij wie het gaf.", count,
            ).format(n=sentence(in_words(count)))
        )  # fmt: skip
    with st.container(key=f"odv-muted-print-{track.id}"):
        st.text(" ".join(told))


def _until(track: Track) -> None:
    _day(
        _("Bewaar tot en met"), f"odv-keep-{track.id}", track.keep_until,
        partial(consent.keep_until, store(), track.id),
    )  # fmt: skip
    with st.container(key=f"odv-muted-keep-{track.id}"):
        st.text(
            _("Daarna vraagt de beginpagina of het traject voorgoed weg mag.")
            if track.keep_until
            else _("Nog geen dag gekozen: het traject blijft tot je het verwijdert.")
        )


def _day(label: str, key: str, stored: str, keep: Callable[[str], None]) -> None:
    """A day that may stay open; `stored` is ISO or "", and so is what `keep` gets."""
    day = parsed_date(stored)

    def changed(typed: date | None) -> None:
        keep(typed.isoformat() if typed else "")

    st.date_input(
        label, key=remembered(key, day), format="DD/MM/YYYY", min_value=date(2000, 1, 1),
        max_value=date(2100, 12, 31), on_change=saved(key, day, changed),
    )  # fmt: skip
    field_trouble(key)
