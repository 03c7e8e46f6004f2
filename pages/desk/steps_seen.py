"""A meeting step by step on the look back: the screen as it was, in a frame that changes nothing.

Where one is, is kept as an activity and a stop; the widgets are set by it before they are drawn, so
that buttons and lists go together.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import streamlit as st

from exercises.engine import past_screen, stored
from exercises.engine.lookback import Begun
from exercises.engine.past_screen import Stop
from exercises.kit.rules.days import full_day
from exercises.kit.rules.labels import plain
from pages.desk.texts import distinct, joined
from pages.web import views
from report.data.attempts import attempt
from state.language import _

_KEY = "odv-steps"
_AT, _TURN = f"{_KEY}-at", f"{_KEY}-turn"


@dataclass(frozen=True)
class Place:
    """A stop of an exercise in a meeting."""

    one: Begun
    stop: Stop

    @property
    def key(self) -> str:
        """What names it among all places: the activity and the position."""
        return f"{self.one.activity.id}/{self.stop.position}"


def show(found: Sequence[Begun]) -> None:
    """Choices of meeting, exercise, step and stage, and the screen as it was there."""
    troubles: list[str] = []
    places = [place for one in found for place in _places(one, troubles)]
    for trouble in dict.fromkeys(troubles):
        st.warning(plain(trouble))
    if not places:
        st.text(_("Hier is geen stap om te tonen."))
        return
    at = next((one for one in places if one.key == st.session_state.get(_AT)), places[0])
    with st.container(key=f"{_KEY}-lists", horizontal=True, vertical_alignment="bottom"):
        in_step = _lists(places, at)
    with st.container(key=f"{_KEY}-bar", horizontal=True, vertical_alignment="center"):
        _stages(in_step, at)
        _buttons(places, at)
    _screen(at)
    st.text(_("Zo stond het op het scherm, met de antwoorden zoals ze nu bewaard zijn."))


def _screen(at: Place) -> None:
    """The screen at a place."""
    last, turn = st.session_state.get(_TURN, ("", 0))
    if last != at.key:
        last, turn = st.session_state[_TURN] = at.key, 1 - turn
    with st.container(key=f"{_KEY}-screen", gap=None):
        # A frame that goes elsewhere adds to what the browser's Back goes through; another one in
        # another spot does not.
        if turn:
            st.empty()
        st.iframe(
            views.past_address(at.one.meeting.id, at.one.activity.id, at.stop.position),
            alt=_("Het scherm bij: {what}").format(what=joined(at.one.title, at.stop.label)),
        )


def _places(one: Begun, troubles: list[str]) -> list[Place]:
    def made() -> list[Place]:
        exercise = stored.exercise_of(one.activity)
        slots = {answer.slot for answer in one.moment.answers(one.activity).all()}
        found = past_screen.stops(
            exercise, stored.config_of(one.activity), stored.phase_of(one.activity), slots
        )
        return [Place(one, stop) for stop in found]

    return list(attempt(f"{one.meeting.title}, {one.title}", made, troubles))


def _lists(places: Sequence[Place], at: Place) -> list[Place]:
    """Lists of the meetings, of the exercises of this meeting, and of the steps of this exercise;
    those with a single choice are left out. Gives the places of the present step."""
    in_meeting = _list("meeting", _("Bijeenkomst"), places, at,
                       lambda one: one.one.meeting.id, _meeting)  # fmt: skip
    in_exercise = _list("exercise", _("Oefening"), in_meeting, at,
                        lambda one: one.one.activity.id, lambda one: one.one.title)  # fmt: skip
    return _list("step", _("Stap"), in_exercise, at, lambda one: one.stop.step, _step)


def _list(
    name: str, label: str, places: Sequence[Place], at: Place,
    group: Callable[[Place], Hashable], word: Callable[[Place], str],
) -> list[Place]:  # fmt: skip
    """A list with the first place of each group; choosing one goes there. Gives the places of the
    present group."""
    firsts: dict[Hashable, Place] = {}
    for one in places:
        firsts.setdefault(group(one), one)
    if len(firsts) > 1:
        key, words = f"{_KEY}-{name}", distinct({one.key: word(one) for one in firsts.values()})
        st.session_state[key] = firsts[group(at)].key
        st.selectbox(
            label, list(words), format_func=lambda one: words.get(one, one), key=key,
            on_change=_follow, args=(key,), filter_mode=None, placeholder=label,
        )  # fmt: skip
    return [one for one in places if group(one) == group(at)]


def _stages(in_step: Sequence[Place], at: Place) -> None:
    """The stages of the present step; nothing where it has only one."""
    if len(in_step) < 2:
        return
    key, words = f"{_KEY}-stage", distinct({one.key: one.stop.label for one in in_step})
    st.session_state[key] = at.key
    st.segmented_control(
        _("Fase"), list(words), format_func=lambda one: plain(str(words.get(one, one))), key=key,
        on_change=_follow, args=(key,), required=True, label_visibility="collapsed", wrap=True,
    )  # fmt: skip


def _buttons(places: Sequence[Place], at: Place) -> None:
    """To the place before and after, also of another exercise or meeting."""
    number = places.index(at)
    st.button(_("Vorige"), key=f"{_KEY}-back", on_click=_go, args=(places[max(0, number - 1)].key,),
              disabled=number == 0)  # fmt: skip
    after = places[min(len(places) - 1, number + 1)].key
    st.button(_("Volgende"), key=f"{_KEY}-on", on_click=_go, args=(after,),
              disabled=number == len(places) - 1)  # fmt: skip


def _follow(key: str) -> None:
    """Go where a widget says."""
    _go(str(st.session_state[key]))


def _go(place: str) -> None:
    st.session_state[_AT] = place


def _meeting(place: Place) -> str:
    return joined(place.one.meeting.title, full_day(place.one.meeting.date))


def _step(place: Place) -> str:
    exercise = stored.exercise_of(place.one.activity)
    name = f"{exercise.step_label[:1].upper()}{exercise.step_label[1:]} {place.stop.step + 1}"
    return f"{name}: {place.stop.title}" if place.stop.title else name
