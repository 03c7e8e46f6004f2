"""The list of visits, and the form of the one that is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.days import days_text
from exercises.kit.rules.labels import label_of, plain
from exercises.kit.rules.prose import listed
from pages.desk import drawings, parts, visit_days
from pages.desk.fields import field_trouble, folded, saved, text_field
from pages.desk.visit_doubts import KnownTrack, of_visit
from state import visits
from state.app import store
from state.language import _, ngettext
from state.models import TrackVisit, VisitKind, VisitState

STATES: dict[VisitState, str] = {
    "proposed": _("voorgesteld"), "agreed": _("afgesproken"), "done": _("gedaan"),
    "called_off": _("afgezegd"),
}  # fmt: skip
_KINDS: dict[VisitKind, str] = {"jobshadowing": _("jobshadowing"), "kijkstage": _("kijkstage")}


def counted(found: Sequence[TrackVisit], known: KnownTrack) -> str:
    """How many visits there are, and how far they are; apart those agreed with who left."""
    if not found:
        return _("Nog geen bezoeken.")
    lost = sum(bool(known.left_of(one)) for one in found)
    there = [one for one in found if not known.left_of(one)]
    parts_ = [
        f"{count} {name}" for state, name in STATES.items()
        if (count := sum(one.state == state for one in there))
    ]  # fmt: skip
    if lost:
        parts_.append(_("{n} met wie niet meer meedoet").format(n=lost))
    return ", ".join(parts_)


def tell_everybody(found: Sequence[TrackVisit], known: KnownTrack) -> None:
    """The button by which participants may know of all visits that stand, of who takes part."""
    silent = [
        one.id for one in found
        if one.stands and not one.is_known and not known.left_of(one)
    ]  # fmt: skip
    if not silent:
        return
    label = ngettext(
        "Maak {n} bezoek bekend", "Maak {n} bezoeken bekend", len(silent)
    ).format(n=len(silent))  # fmt: skip
    if st.button(label, key="odv-visits-announce"):
        parts.confirm(
            _("Deelnemers zien dan op hun eigen pagina wie bij wie op bezoek gaat."),
            _("Ja, maak bekend"), "visits-announce",
            lambda: visits.announce(store(), silent),
        )  # fmt: skip


def doubts(told: Sequence[str]) -> None:
    """What may be looked at again, in the visits together."""
    if not told:
        return
    with st.container(key="odv-card-visit-doubts"):
        st.header(_("Om eens naar te kijken"), anchor=False)
        for sentence in told:
            st.text(sentence)


def show(
    found: Sequence[TrackVisit], known: KnownTrack,
    below: Callable[[TrackVisit], None] = lambda visit: None,
) -> None:  # fmt: skip
    """All visits, in the order in which they were made; `below` draws what stands under the form of
    one."""
    if not found:
        with st.container(key="odv-card-no-visits"):
            st.text(
                _("Hier komt wie bij wie op bezoek gaat. Voeg hiernaast een bezoek toe, of plak"
                  " een lijst die je al hebt.")
            )  # fmt: skip
        return
    for visit in found:
        with st.container(key=f"odv-card-{visit.id}"):
            if _row(visit, known):
                _form(visit, known)
                below(visit)


def _row(visit: TrackVisit, known: KnownTrack) -> bool:
    """A visit in a few lines; gives whether its form is open."""
    subject = known.couple(visit)
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-{visit.id}"):
        st.html(drawings.tiles(_tiles(visit, known), 36), width="content")
        with st.container(key=f"odv-text-{visit.id}", gap=None):
            st.text(f"{known.name(visit.visitor)} → {known.name(visit.host)}")
            with st.container(key=f"odv-muted-{visit.id}", gap=None):
                st.text(_when(visit, known))
                st.text(_who(visit, known))
        is_open = folded(f"visit-{visit.id}", _("Wijzig"), subject=subject)
        parts.remove_button(
            visit.id, _("Verwijderen: {visit}?").format(visit=subject),
            lambda: visits.remove(
                store(), visit.id, _("Verwijderd: {visit}.").format(visit=subject)
            ),
            subject=subject,
        )  # fmt: skip
    for sentence in of_visit(visit, known):
        with st.container(key=f"odv-muted-{visit.id}-{abs(hash(sentence))}"):
            st.text(sentence)
    if known.left_of(visit):
        parts.link(
            label_of(_("Naar ‘Wie gaat bij wie?’"), subject), parts.MATCHING, {"t": known.track_id},
            f"left-{visit.id}",
        )  # fmt: skip
    return is_open


def _tiles(visit: TrackVisit, known: KnownTrack) -> list[int]:
    there = (
        known.organisations.get(one) or known.left.get(one) for one in (visit.visitor, visit.host)
    )
    return [one.tile for one in there if one is not None]


def _when(visit: TrackVisit, known: KnownTrack) -> str:
    none = _("zonder dagen") if visit.state == "done" else _("nog geen dagen")
    days = days_text(day.date for day in visit.days) or none
    state = _("gaat zo niet door") if known.left_of(visit) else STATES[visit.state]
    if visit.took_place(known.today.isoformat()):
        return ", ".join((state, days))
    told = _("bekendgemaakt") if visit.announced else _("nog niet bekendgemaakt")
    return ", ".join((state, days, told))


def _who(visit: TrackVisit, known: KnownTrack) -> str:
    names = [known.people[one].name for one in visit.people if one in known.people]
    count = ngettext("{n} mens", "{n} mensen", visit.count).format(n=visit.count)
    who = f"{count}: {listed(names)}" if names else count
    return f"{_KINDS[visit.kind]}, {who}"


def _form(visit: TrackVisit, known: KnownTrack) -> None:
    key = f"odv-{visit.id}"
    _choice(visit, key, "state", _("Hoe ver staat het?"), STATES)
    _choice(visit, key, "kind", _("Soort"), _KINDS)
    _people(visit, key, known)
    visit_days.show(visit)
    for name, label, hint in (
        ("mentor", _("Mentor bij de gastorganisatie"), _("Wie vangt de bezoekers op?")),
        ("place", _("Plaats"), _("Waar komen ze aan?")),
        ("lodging", _("Overnachting"), _("Nodig, en waar?")),
    ):
        text_field(label, f"{key}-{name}", getattr(visit, name), _saving(visit, name), hint=hint)
    # What took place is known to those who were there, so that this would change nothing.
    if visit.took_place(known.today.isoformat()):
        return
    st.checkbox(
        _("Deelnemers mogen dit weten"), key=remembered(f"{key}-announced", visit.announced),
        on_change=saved(
            f"{key}-announced", visit.announced,
            lambda on: visits.announce(store(), [visit.id], bool(on)),
        ),
    )  # fmt: skip


def _saving(visit: TrackVisit, name: str) -> Any:
    return lambda typed: change(visit, **{name: typed})


def _choice(visit: TrackVisit, key: str, name: str, label: str, options: dict[Any, str]) -> None:
    field, stored = f"{key}-{name}", getattr(visit, name)

    def save(picked: Any) -> None:
        # Pressing the chosen one again unchooses it, which means nothing here.
        if picked is not None:
            change(visit, **{name: picked})

    st.segmented_control(
        label, list(options), format_func=options.__getitem__, key=remembered(field, stored),
        on_change=saved(field, stored, save),
    )  # fmt: skip
    field_trouble(field)


def _people(visit: TrackVisit, key: str, known: KnownTrack) -> None:
    there = {
        one.id: one.name for one in known.people.values()
        if one.organisation_id == visit.visitor or one.id in visit.people
    }  # fmt: skip
    field, stored = f"{key}-people", list(visit.people)
    st.multiselect(
        _("Wie gaat er? Laat leeg als dat nog niet vaststaat."), list(there),
        format_func=lambda one: plain(there[one]), key=remembered(field, stored),
        placeholder=_("Kies mensen"),
        on_change=saved(field, stored, lambda ids: change(visit, people=tuple(ids))),
    )  # fmt: skip
    field_trouble(field)
    if not visit.people:
        count = f"{key}-count"
        st.number_input(
            _("Hoeveel mensen?"), min_value=1, max_value=visits.MOST_GUESTS, width=160,
            key=remembered(count, visit.count),
            on_change=saved(count, visit.count, lambda n: change(visit, count=int(n))),
        )  # fmt: skip
        field_trouble(count)


def change(visit: TrackVisit, **values: Any) -> None:
    """Change some fields of a visit; the others stay as they are stored by now."""
    visits.change(store(), replace(now(visit), **values))


def now(visit: TrackVisit) -> TrackVisit:
    """A visit as it is stored by now, which may be newer than this page; Refused when it is
    gone."""
    return visits.visit(store(), visit.id)
