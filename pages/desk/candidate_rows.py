"""A row for each application; one of them opens, with what it says, notes and what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.mix.effect import effect
from exercises.kit.mix.told import effect_sentences
from exercises.kit.rules.labels import label_of, plain
from pages.desk import candidate_acts as acts
from pages.desk import candidate_html, paging, parts
from pages.desk.candidate_case import Candidates, filtered
from pages.desk.fields import close_fold, field_trouble, folded, saved
from state.application_answers import own_fields
from state.application_rows import Application, Decision
from state.applications import NoteKind
from state.language import _

DECISIONS: Mapping[Decision, str] = {
    "yes": _("ja"), "maybe": _("misschien"), "no": _("nee"), "waiting": _("wacht"),
}  # fmt: skip
_NOTES: Mapping[NoteKind, str] = {
    "phone_note": _("Uit het telefoongesprek"), "adds": _("Wat deze organisatie toevoegt"),
    "seeks": _("Wat ze zoekt"), "doubts": _("Twijfels"),
}  # fmt: skip
# As many as a page draws well within its time.
_ON_PAGE = 15


def show(found: Candidates) -> None:
    """The filters, and the rows of those that remain."""
    if not found.sent:
        with st.container(key="odv-card-no-candidates"):
            st.text(_("Nog niemand stuurde een aanmelding. Zodra er een is, staat ze hier."))
        return
    shown = _chosen(found)
    first, last = paging.window("odv-candidates", len(shown), _ON_PAGE)
    with st.container(key="odv-card-candidates", gap=None):
        if not shown:
            st.text(_("Geen enkele aanmelding past hierbij."))
        for one in shown[first:last]:
            _row(found, one)
        with st.container(horizontal=True, vertical_alignment="center", key="odv-candidates-more"):
            paging.buttons("odv-candidates", len(shown), _ON_PAGE)


def _chosen(found: Candidates) -> tuple[Application, ...]:
    """The filters, and what they leave."""
    names: dict[str, str] = {"open": _("nog te kiezen"), **dict(DECISIONS.items())}
    counts = {key: len(filtered(found.sent, key, None)) for key in names}
    labels = {key: f"{name} {counts[key]}" for key, name in names.items() if counts[key]}
    sectors = sorted({one.answers.sector for one in found.sent if one.answers.sector})
    with st.container(horizontal=True, vertical_alignment="center", key="odv-candidate-filters"):
        decision = st.segmented_control(
            _("Welke"), ["all", *labels], default="all", key="odv-candidate-decision",
            format_func={"all": _("alle {n}").format(n=len(found.sent)), **labels}.__getitem__,
            label_visibility="collapsed",
        )  # fmt: skip
        sector = None
        if len(sectors) > 1:
            sector = st.selectbox(
                _("Soort"), ["", *sectors], key="odv-candidate-sector",
                format_func=lambda one: plain(one) if one else _("alle soorten"),
                label_visibility="collapsed",
            )  # fmt: skip
    return filtered(found.sent, None if decision in (None, "all") else decision, sector or None)


def _row(found: Candidates, one: Application) -> None:
    sentences = _effects(found, one)
    with st.container(key=f"odv-candidate-row-{one.id}", gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small",
                          key=f"odv-candidate-line-{one.id}"):  # fmt: skip
            second = found.twice(one) or one.adds or (sentences[0] if sentences else "")
            candidate = found.case.by_id[one.id]
            st.html(candidate_html.head(candidate, second.splitlines()[0] if second else ""),
                    width="stretch")  # fmt: skip
            _decision(found, one)
            is_open = folded(f"candidate-{one.id}", _("Lees"), _("Sluit"),
                             subject=one.answers.name)  # fmt: skip
        if is_open:
            _detail(found, one, sentences)


def _effects(found: Candidates, one: Application) -> tuple[str, ...]:
    ids = [member.id for member in found.mix.members]
    return effect_sentences(
        effect(found.case, ids, one.id), found.case, found.area_names, is_in=one.decision == "yes"
    )


def _decision(found: Candidates, one: Application) -> None:
    if found.is_in(one):
        parts.link(label_of(_("in het traject"), one.answers.name), parts.TRACK,
                   {"t": found.track.id}, f"in-{one.id}")  # fmt: skip
        return
    key = f"odv-decision-{one.id}"
    if st.session_state.get(f"{key}:stored") != one.decision:
        st.session_state[key] = one.decision or None
        st.session_state[f"{key}:stored"] = one.decision

    def changed() -> None:
        acts.decide(one.id, st.session_state[key] or "")
        # What was refused must not stay chosen.
        st.session_state.pop(f"{key}:stored", None)

    st.segmented_control(
        _("Doet {name} mee?").format(name=plain(one.answers.name)), list(DECISIONS), key=key,
        format_func=DECISIONS.__getitem__, on_change=changed, label_visibility="collapsed",
    )  # fmt: skip


def _detail(found: Candidates, one: Application, sentences: Sequence[str]) -> None:
    with st.container(key=f"odv-candidate-detail-{one.id}"):
        for sentence in sentences:
            st.text(sentence)
        _hints(found, one)
        left, right = st.columns(2, gap="medium")
        labels = {field.key: field.label for field in own_fields(found.call.form)}
        others = [(labels[key], text) for key, text in one.answers.other.items() if key in labels]
        with left:
            st.html(candidate_html.told(one.answers, found.area_names, others, found.call.form))
        with right:
            for kind, label in _NOTES.items():
                _note(one, kind, label)
        _ends(found, one)


def _hints(found: Candidates, one: Application) -> None:
    """What to look at again: another application of the same one, or an organisation by its
    name."""
    if twice := found.twice(one):
        st.warning(plain(twice))
    there = found.same_name(one)
    if there is not None and not found.is_in(one):
        with st.container(horizontal=True, vertical_alignment="center",
                          key=f"odv-candidate-same-{one.id}"):  # fmt: skip
            st.text(_("In het traject staat al een organisatie met deze naam."))
            if st.button(_("Voeg de mensen daarbij"), key=f"odv-into-{one.id}"):
                parts.confirm(
                    _("Horen deze mensen bij {name}, die al in het traject staat?").format(
                        name=there.name),
                    _("Ja, voeg toe"), f"into-{one.id}",
                    partial(acts.accept, one.id, there.id),
                )  # fmt: skip


def _note(one: Application, kind: NoteKind, label: str) -> None:
    key = f"odv-note-{kind}-{one.id}"
    stored = str(getattr(one, kind))
    st.text_area(
        label_of(label, one.answers.name), key=remembered(key, stored), persist_state="session",
        on_change=saved(key, stored, partial(acts.note, one.id, kind)), height=90,
    )  # fmt: skip
    field_trouble(key)


def _ends(found: Candidates, one: Application) -> None:
    """Into the track by itself, or away for good."""
    name = one.answers.name
    with st.container(horizontal=True, key=f"odv-row-candidate-{one.id}"):
        if not found.is_in(one) and found.same_name(one) is None:
            st.button(
                label_of(_("Zet in het traject"), name), key=f"odv-accept-{one.id}",
                on_click=acts.accept_now, args=(one.id,),
            )  # fmt: skip
        parts.remove_button(
            f"candidate-{one.id}",
            _("De aanmelding van {name} gaat helemaal weg, ook uit de veilige kopieën. Dat kan niet"
              " terug. Een organisatie die al in het traject staat, blijft.").format(name=name),
            partial(_remove, one.id), subject=name, label=_("Verwijder de aanmelding"),
        )  # fmt: skip


def _remove(application_id: str) -> None:
    acts.remove([application_id])
    close_fold(f"candidate-{application_id}")
