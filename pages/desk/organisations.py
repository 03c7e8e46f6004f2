"""The organisations of a track, each with its tile and people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from pages.desk import door_question, drawings, erasure, parts, people_list
from pages.desk.fields import add_form, attempt, folded, text_field
from pages.desk.texts import joined
from state import short_names, tracks
from state.app import store
from state.language import _
from state.models import TILES, Organisation, Person, Track

_SECTOR = _("Soort werking")


def show(track: Track, present: tuple[Organisation, ...]) -> None:
    """All organisations of the track, and the form to add one."""
    everybody = tracks.people(store(), track.id)
    used = {item.tile for item in present}
    proposed = _proposed(present)
    st.html(drawings.tile_buttons_style())
    for at, organisation in enumerate(present):
        people = [person for person in everybody if person.organisation_id == organisation.id]
        with st.container(key=f"odv-card-{organisation.id}"):
            door_question.show(organisation, present)
            if _row(organisation, people, at, len(present)):
                _fields(organisation, proposed[organisation.id])
                _tiles(organisation, used - {organisation.tile})
                _people(organisation, people)
                _bundle(organisation)
                _remove(organisation)
    people_list.show(track, present, everybody)
    _add(track, first=not present)


def _row(organisation: Organisation, people: list[Person], at: int, total: int) -> bool:
    """The closed form of an organisation; gives whether it is open."""
    identity = organisation.id
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-{identity}"):
        st.html(drawings.tile(organisation.tile, 48), width="content")
        with st.container(key=f"odv-text-{identity}", gap=None):
            st.text(organisation.name)
            with st.container(key=f"odv-muted-{identity}", gap=None):
                st.text(joined(organisation.sector, organisation.place) or _("Nog geen plaats"))
                st.text(joined(*(person.name for person in people)) or _("Nog geen mensen"))
        is_open = folded(f"organisation-{identity}", _("Wijzig"), subject=organisation.name)
        parts.order_buttons(
            identity, at, total,
            lambda by: tracks.move_organisation(store(), organisation.track_id, identity, by),
            subject=organisation.name,
        )  # fmt: skip
    return is_open


def _bundle(organisation: Organisation) -> None:
    """What this organisation takes home, as far as it shared it."""
    address = f"./bundel/{organisation.track_id}/{organisation.id}"
    with st.container(horizontal=True, vertical_alignment="center"):
        parts.file_link(_("Bundel als PDF"), f"{address}.pdf")
        parts.file_link(_("Bundel als Word"), f"{address}.docx")


def _remove(organisation: Organisation) -> None:
    question = _(
        "{name} verwijderen, samen met de mensen? Wat ze schreven wordt niet gewist. Bezoeken met"
        " hen blijven staan tot je ze afzegt. Met ‘Zet terug’ komt alles terug."
    )
    parts.remove_button(
        organisation.id, question.format(name=organisation.name),
        lambda: tracks.remove_organisation(store(), organisation.id),
        label=_("Verwijder deze organisatie"),
    )  # fmt: skip


def _change(organisation: Organisation, **values: Any) -> None:
    """Change some values of an organisation; the others stay as they are stored by now."""
    present = tracks.organisations(store(), organisation.track_id)
    now = next((item for item in present if item.id == organisation.id), organisation)
    new = replace(now, **values)
    tracks.change_organisation(
        store(), new.id, new.name, new.sector, new.place, new.tile, new.short
    )


def _proposed(present: tuple[Organisation, ...]) -> dict[str, str]:
    """The short name that each has as long as none is given, by id."""
    found = {}
    for at, one in enumerate(present):
        without = [replace(other, short="") if other is one else other for other in present]
        found[one.id] = short_names.in_use(without)[at]
    return found


def _fields(organisation: Organisation, proposed: str) -> None:
    def change(**texts: str) -> None:
        _change(organisation, **texts)

    key = f"odv-{organisation.id}"
    text_field(_("Naam"), f"{key}-name", organisation.name, lambda typed: change(name=typed))
    text_field(
        _("Korte naam"), f"{key}-short", organisation.short, lambda typed: change(short=typed),
        hint=_("Nu: {name}").format(name=proposed),
        help=_("Voor waar de volle naam niet past, op het scherm en in tekeningen. "
               "Laat je dit leeg, dan kiezen wij een korte naam."),
    )  # fmt: skip
    left, right = st.columns(2)
    with left:
        text_field(
            _SECTOR, f"{key}-sector", organisation.sector, lambda typed: change(sector=typed),
            hint=_("Bijvoorbeeld: Inloophuis"),
        )  # fmt: skip
    with right:
        text_field(
            _("Plaats"), f"{key}-place", organisation.place, lambda typed: change(place=typed)
        )


def _tiles(organisation: Organisation, taken: set[int]) -> None:
    """The twelve tiles to pick from. One that another organisation has can't be picked."""
    with st.container(key=f"odv-field-{organisation.id}-tile", gap="xsmall"):
        st.markdown(_("**Tegel**, de kleur en het teken van de organisatie"))
        with st.container(horizontal=True, gap="xsmall"):
            for tile in range(1, TILES + 1):
                picked = tile == organisation.tile
                name = drawings.tile_name(tile)
                st.button(
                    _("{tile}, gekozen").format(tile=name) if picked else name,
                    key=f"odv-tile-{tile}-{'on' if picked else 'off'}-{organisation.id}",
                    on_click=_pick, args=(organisation, tile), help=name,
                    disabled=tile in taken and len(taken) < TILES - 1,
                )  # fmt: skip


def _pick(organisation: Organisation, tile: int) -> None:
    attempt(lambda: _change(organisation, tile=tile))


def _people(organisation: Organisation, people: list[Person]) -> None:
    st.markdown(_("**Mensen**"))
    for at, person in enumerate(people):
        _person(person, organisation, first=at == 0)
    add_form(
        f"person-{organisation.id}", {"name": _("Naam van nog iemand"), "function": _("Functie")},
        _("Voeg toe"),
        lambda typed: tracks.add_person(store(), organisation.id, typed["name"], typed["function"]),
        across=True,
    )  # fmt: skip
    erasure.of_removed(organisation)


def _person(person: Person, organisation: Organisation, *, first: bool) -> None:
    name, function, remove, erase = st.columns(
        [10, 10, 2, 2], vertical_alignment="bottom", gap="small"
    )
    with name:
        text_field(
            _("Naam"), f"odv-{person.id}-name", person.name,
            lambda typed: tracks.change_person(store(), person.id, typed), label_shown=first,
        )  # fmt: skip
    with function:
        text_field(
            _("Functie"), f"odv-{person.id}-function", person.function,
            lambda typed: _change_function(person, typed),
            label_shown=first,
        )  # fmt: skip
    with remove:
        parts.remove_button(
            person.id, _("{name} verwijderen uit dit traject?").format(name=person.name),
            lambda: tracks.remove_person(store(), person.id), subject=person.name,
        )  # fmt: skip
    with erase:
        erasure.button(person, organisation)


def _change_function(person: Person, function: str) -> None:
    present = tracks.people(store(), person.track_id)
    now = next((item for item in present if item.id == person.id), person)
    tracks.change_person(store(), person.id, now.name, function)


def _add(track: Track, *, first: bool) -> None:
    with st.container(key="odv-card-add-organisation"):
        add_form(
            f"organisation-{track.id}",
            {"name": _("Naam van de organisatie"), "sector": _SECTOR, "place": _("Plaats")},
            _("Organisatie toevoegen"),
            lambda typed: tracks.add_organisation(
                store(), track.id, typed["name"], typed["sector"], typed["place"]
            ),
            main=first, hints={"sector": _("Bijvoorbeeld: Inloophuis")},
        )  # fmt: skip
