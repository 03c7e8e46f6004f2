"""Erasing a person for good: the button, and the question that says what goes and what stays."""

from __future__ import annotations

import streamlit as st

from exercises.kit.rules.labels import plain
from pages.desk import parts
from report.privacy import one_person
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
        texts = one_person.count_texts(db, person.id)
        alike = one_person.others_alike(db, person.id)
    box = f"odv-erase-texts-{person.id}"

    def in_texts() -> None:
        if texts:
            st.checkbox(_in_texts(person, texts), value=True, key=box)
        if alike:
            st.text(_("Let op: nog iemand heet zo. Ook die naam verdwijnt dan uit die teksten."))

    parts.confirm(
        f"{_goes(person)} {_stays(person, organisation, answers)} {_beyond()}",
        _("Ja, wis voorgoed"), f"erase-{person.id}",
        lambda: _erase(person, everywhere=bool(st.session_state.get(box, False))), in_texts,
    )  # fmt: skip


def _erase(person: Person, *, everywhere: bool) -> None:
    if not everywhere:
        erasing.person(store(), person.id)
        return
    with store().read() as db:
        take_out = one_person.eraser(db, person.id)
    erasing.person(store(), person.id, take_out)


def _in_texts(person: Person, texts: int) -> str:
    return ngettext(
        "De naam {name} staat ook in {n} tekst. Vervang de naam ook daar.",
        "De naam {name} staat ook in {n} teksten. Vervang de naam ook in die teksten.",
        texts,
    ).format(name=plain(person.name), n=texts)


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
    return _("Wat al gedownload is, blijft.")
