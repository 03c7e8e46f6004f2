"""The body of the page of candidates: head, list, the mix, and what stands apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from exercises.kit.rules.labels import label_of
from pages.desk import candidate_acts as acts
from pages.desk import (
    candidate_case,
    candidate_leftover,
    candidate_letters,
    candidate_mix,
    candidate_rows,
    parts,
)
from pages.desk.candidate_case import Candidates
from pages.desk.fields import folded
from state import application_room
from state.app import store
from state.application_rows import Application
from state.language import _, ngettext
from state.models import Track

_STYLE = parts.PAGES.parent / "browser" / "desk" / "candidates.css"


def show(track: Track) -> None:
    """All of it."""
    st.html(_STYLE)
    found = candidate_case.of_track(store(), track)
    letters = _head(found)
    if letters:
        candidate_letters.show(found)
    left, right = st.columns([63, 37], gap="medium")
    with left:
        candidate_rows.show(found)
        _apart("drafts", _("Nog niet verstuurd"), found.drafts, found)
        _apart("withdrawn", _("Ingetrokken"), found.withdrawn, found)
        candidate_leftover.show(found)
    with right:
        candidate_mix.show(found)


def _head(found: Candidates) -> bool:
    """Title and the actions; gives whether the letters are open."""
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head"):
        st.title(_("Wie doet mee?"), anchor=False, width="stretch")
        letters = bool(found.sent) and folded("letters", _("Brieven klaarzetten"))
        waiting = found.to_begin
        if waiting and st.button(_("Met deze groep beginnen"), key="odv-begin", type="primary"):
            parts.confirm(
                acts.begin_question(found), _("Ja, begin"), "begin", partial(acts.begin, found)
            )
    return letters


def _apart(kind: str, title: str, applications: Sequence[Application], found: Candidates) -> None:
    """Applications that are no candidates: a name, and what can be done with each."""
    if not applications:
        return
    with st.container(key=f"odv-card-{kind}"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-{kind}"):
            st.header(f"{title}: {len(applications)}", anchor=False, width="stretch")
            is_open = folded(f"candidates-{kind}", _("Toon"), _("Sluit"), subject=title)
        if not is_open:
            return
        if kind == "drafts":
            _all_barely_begun(found)
        for one in applications:
            _other(one)


def _all_barely_begun(found: Candidates) -> None:
    """A button that removes those at once in which nobody went on, such as what robots leave."""
    bare = application_room.not_gone_on_with(found.call.form, found.drafts)
    if not bare:
        return
    parts.remove_button(
        f"bare-{found.track.id}", candidate_leftover.bare_question(bare),
        partial(acts.remove, [one.id for one in bare]),
        label=ngettext("Wis {n} die niet verder ging", "Wis {n} die niet verder gingen",
                       len(bare)).format(n=len(bare)), yes=_("Ja, wis ze helemaal"),
    )  # fmt: skip


def _other(one: Application) -> None:
    name = one.answers.name or _("zonder naam")
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-apart-{one.id}"):
        st.text(name, width="stretch")
        if one.late_at:
            st.text(_("wou na de laatste dag versturen"), width="content")
        if one.status == "draft" and one.answers.name:
            st.button(
                label_of(_("Neem toch mee"), name), key=f"odv-admit-{one.id}",
                on_click=acts.admit, args=(one.id,),
            )  # fmt: skip
        parts.remove_button(
            f"apart-{one.id}",
            _("De aanmelding van {name} gaat helemaal weg, ook uit de veilige kopieën. Dat kan niet"
              " terug.").format(name=name),
            partial(acts.remove, [one.id]), subject=name,
        )  # fmt: skip
