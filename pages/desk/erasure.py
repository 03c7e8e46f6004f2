"""Erasing a person for good: the button, and the question that says what goes and what stays."""

from __future__ import annotations

import streamlit as st

from pages.desk import parts
from state import erasing, tracks
from state.app import store
from state.language import _, ngettext
from state.models import Organisation, Person


def button(person: Person, organisation: Organisation) -> None:
    """The button beside a person."""
    if parts.icon_button(
        _("Wis deze persoon"), "ink_eraser", f"erase-{person.id}", None, subject=person.name
    ):
        _ask(person, organisation)


def of_removed(organisation: Organisation) -> None:
    """Those who were removed and whose names are still stored, each with the button."""
    with store().read() as db:
        removed = erasing.removed_people(db, organisation.track_id)
    for person in removed:
        if person.organisation_id == organisation.id:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.text(_("{name}, verwijderd").format(name=person.name), width="stretch")
                if st.button(_("Wis deze persoon"), key=f"odv-erase-{person.id}"):
                    _ask(person, organisation)


def _ask(person: Person, organisation: Organisation) -> None:
    with store().read() as db:
        answers = erasing.count_answers(db, person.id)
    parts.confirm(
        f"{_goes(person)} {_stays(person, organisation, answers)} {_beyond()}",
        _("Ja, wis voorgoed"), f"erase-{person.id}",
        lambda: erasing.person(store(), person.id),
    )  # fmt: skip


def _goes(person: Person) -> str:
    return _(
        "{name} wissen? De naam, de functie, de gsm’s, de links voor thuis en vorige versies van"
        " antwoorden verdwijnen voorgoed, ook uit de veilige kopieën."
    ).format(name=person.name)


def _stays(person: Person, organisation: Organisation, answers: int) -> str:
    if not answers:
        return _("Er zijn geen antwoorden van {name}.").format(name=person.name)
    return ngettext(
        "Wat {name} zei ({count} antwoord), blijft, zonder naam: daar staat dan ‘{nameless}’.",
        "Wat {name} zei ({count} antwoorden), blijft, zonder naam: daar staat dan ‘{nameless}’.",
        answers,
    ).format(name=person.name, count=answers, nameless=tracks.nameless(organisation.name))


def _beyond() -> str:
    return _("Een naam die iemand in een tekst typte, of die al gedownload is, blijft staan.")
