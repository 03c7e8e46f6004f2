"""The body of the look back: what came of each exercise, or the screen step by step; filters."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

import exercises
from exercises.contract import LookBack, Party
from exercises.engine import lookback
from exercises.engine.lookback import Begun
from exercises.engine.stored import parties
from exercises.kit.rules.labels import plain
from pages.desk import answers_seen, parts, pictures_seen, steps_seen, year_seen
from pages.desk.texts import distinct
from pages.web import assets
from state.app import store
from state.language import _
from state.models import Meeting, Track
from state.problems import Refused, StateError

_RESULTS, _STEPS = "results", "steps"
_STYLE = parts.PAGES.parent / "browser" / "desk" / "lookback.css"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Filters:
    """What is looked at: an exercise by its kind, meetings by their ids, and an organisation by its
    id, "" for all."""

    kind: str
    meetings: tuple[str, ...]
    organisation: str

    def chosen(self, found: Sequence[Begun]) -> list[Begun]:
        """The exercises that are looked at."""
        return [
            one for one in found
            if one.activity.kind == self.kind and one.meeting.id in self.meetings
        ]  # fmt: skip


def show(track: Track, meeting: Meeting | None) -> None:
    """What came of a track, or of one meeting; as long as that is nothing, what to do."""
    whole = lookback.begun(store(), track.id)
    found = [one for one in whole if meeting is None or one.meeting.id == meeting.id]
    st.html(_STYLE)
    view = _head(track, meeting, begun=bool(found))
    if not found:
        _nothing_yet(track, meeting)
        return
    if any(one.meeting.state == "running" for one in found):
        st.text(
            _("Er is een bijeenkomst bezig. Je ziet wat er nu staat.") if meeting is None
            else _("Deze bijeenkomst is nog bezig. Je ziet wat er nu staat.")
        )  # fmt: skip
    if view == _STEPS:
        steps_seen.show(found)
        return
    if meeting is None:
        year_seen.show(found[-1].moment)
    filters = _filters(track, found)
    chosen = filters.chosen(found)
    _explore(chosen, filters.organisation)
    names = {
        one.name for one in _organisations(found) if one.id == filters.organisation
    }  # fmt: skip
    answers_seen.show(chosen, names)
    pictures_seen.show(chosen)


def _head(track: Track, meeting: Meeting | None, *, begun: bool) -> str:
    """The title, the choice between the results and the steps, and the way to the report; gives
    what is chosen."""
    labels = {_RESULTS: _("Wat eruit kwam"), _STEPS: _("Stap voor stap")}
    with st.container(key="odv-head", horizontal=True, vertical_alignment="center"):
        with st.container(key="odv-titles"):
            st.title(_("Terugblik"), anchor=False)
            if meeting is not None:
                st.text(meeting.title)
        if not begun:
            return _RESULTS
        chosen = st.segmented_control(
            _("Wat wil je zien?"), list(labels), default=_RESULTS, required=True,
            format_func=lambda key: labels[key], key="odv-lookback-view",
            label_visibility="collapsed",
        )  # fmt: skip
        parts.link(_("Naar het verslag"), parts.REPORT, {"t": track.id}, "to-report")
    return str(chosen or _RESULTS)


def _nothing_yet(track: Track, meeting: Meeting | None) -> None:
    told = _(
        "Nog niets om op terug te kijken. Dat komt er zodra in een bijeenkomst een oefening begint."
    )
    with st.container(key="odv-card-nothing"):
        st.text(told)
        if meeting is not None:
            parts.link(_("Naar de bijeenkomst"), parts.MEETING, {"m": meeting.id}, "meeting",
                       main=True)  # fmt: skip
        else:
            parts.link(_("Naar het traject"), parts.TRACK, {"t": track.id}, "track", main=True)


def _filters(track: Track, found: Sequence[Begun]) -> Filters:
    with st.container(key="odv-filters", horizontal=True, vertical_alignment="bottom"):
        kind = _kind(track, found)
        organisation = _organisation(track, found)
        held = _meetings(track, [one for one in found if one.activity.kind == kind])
        return Filters(kind, held, organisation)


def _kind(track: Track, found: Sequence[Begun]) -> str:
    """The exercise that is looked at; at first one that can be explored, where there is one."""
    order = [one.kind for one in exercises.EXERCISES]
    kinds = {one.activity.kind: one for one in found}
    listed = sorted(kinds, key=lambda kind: order.index(kind) if kind in order else len(order))
    names = distinct(
        {kind: one.exercise.title if one.exercise else kind for kind, one in kinds.items()}
    )
    first = next(
        (at for at, kind in enumerate(listed) if (one := kinds[kind].exercise) and one.explore), 0
    )
    chosen = st.selectbox(
        _("Oefening"), listed, index=first, format_func=lambda kind: names.get(kind, kind),
        key=f"odv-lookback-kind-{track.id}", width=260, filter_mode=None,
        placeholder=_("Kies een oefening"),
    )  # fmt: skip
    return str(chosen or listed[first])


def _meetings(track: Track, found: Sequence[Begun]) -> tuple[str, ...]:
    """The chosen meetings; all of them as long as none is chosen."""
    titles = distinct({one.meeting.id: one.meeting.title for one in found})
    if len(titles) == 1:
        return tuple(titles)
    chosen = st.segmented_control(
        _("Bijeenkomsten"), list(titles), selection_mode="multi", default=list(titles),
        format_func=lambda meeting: plain(titles.get(meeting, "")),
        key=f"odv-lookback-meetings-{track.id}-{found[0].activity.kind}", wrap=True,
    )  # fmt: skip
    return tuple(chosen) or tuple(titles)


def _organisations(found: Sequence[Begun]) -> tuple[Party, ...]:
    """The organisations of the track, also those that left."""
    return parties(found[-1].moment.room)


def _organisation(track: Track, found: Sequence[Begun]) -> str:
    """The only organisation that is looked at, "" for all."""
    names = distinct({party.id: party.name for party in _organisations(found)})
    everyone = _("alle organisaties")
    chosen = st.selectbox(
        _("Organisatie"), ["", *names], key=f"odv-lookback-party-{track.id}", width=300,
        format_func=lambda party: names.get(party, everyone), placeholder=everyone,
        # What Streamlit says to a word that it doesn't find is English.
        filter_mode=None,
    )  # fmt: skip
    return str(chosen or "")


def _explore(found: Sequence[Begun], organisation: str) -> None:
    """The exercise's own look back, where it has one."""
    exercise = found[0].exercise if found else None
    if exercise is None or exercise.explore is None:
        return
    try:
        held = tuple(lookback.in_meetings(found))
        exercise.explore(LookBack(held, organisation, lambda path: assets.base() + path))
    except StateError:
        raise
    except Refused as refusal:
        st.warning(plain(str(refusal)))
    except Exception:
        # A fault in one exercise must not take the rest of the page away.
        _log.exception("the look back of %s failed", exercise.kind)
        st.warning(_("Dit beeld lukt niet. De antwoorden staan hieronder."))
