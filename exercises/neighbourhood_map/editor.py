"""The facilitator's editor of Kaart van de buurt: drawn anew at each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.neighbourhood_map import content
from exercises.neighbourhood_map.config import (
    AREA,
    INDICATOR_LIMIT,
    INDICATORS_LIMIT,
    QUESTION_LIMIT,
    QUESTIONS_LIMIT,
    TITLE_LIMIT,
    MapConfig,
)
from state import pasted
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

Put = Callable[[MapConfig, str], MapConfig]


def edit(config: MapConfig, organisations: tuple[Party, ...] = ()) -> MapConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        with st.container(key="odv-card-map-title"):
            config = _title(config)
        with st.container(key="odv-card-map-indicators"):
            config = _indicators(config)
    with right:
        with st.container(key="odv-card-map-talk"):
            st.header(_("Vragen voor het gesprek"), anchor=False)
            config = _list(config, "questions", _("Elke vraag op een eigen lijn"),
                           config.questions, with_questions, 120)  # fmt: skip
        with st.container(key="odv-card-map-show"):
            config = _showing(config)
    return config


def with_title(config: MapConfig, typed: str) -> MapConfig:
    """Change the question of the map; Refused when it doesn't fit."""
    return replace(config, title=one_line(typed, TITLE_LIMIT, _("De vraag bij de kaart")))


def with_indicators(config: MapConfig, typed: str) -> MapConfig:
    """Change what is read first, from a list; Refused when an entry doesn't fit. The list of the
    track stays the track's, so that what changes there changes here."""
    if pasted.items(typed) == _of_the_track():
        return replace(config, indicators=None)
    found = tuple(one_line(one, INDICATOR_LIMIT, _("De indicator")) for one in pasted.items(typed))
    if len(found) > INDICATORS_LIMIT:
        raise Refused(
            _("Er passen hoogstens {limit} indicatoren. Nu staan er {count}.").format(
                limit=INDICATORS_LIMIT, count=len(found)
            )
        )
    return replace(config, indicators=found)


def with_questions(config: MapConfig, typed: str) -> MapConfig:
    """Change the questions for the talk, from a list; Refused when one doesn't fit."""
    found = tuple(one_line(one, QUESTION_LIMIT, _("De vraag")) for one in pasted.items(typed))
    if len(found) > QUESTIONS_LIMIT:
        raise Refused(
            _("Er passen hoogstens {limit} vragen. Nu staan er {count}.").format(
                limit=QUESTIONS_LIMIT, count=len(found)
            )
        )
    return replace(config, questions=found)


def _title(config: MapConfig) -> MapConfig:
    st.header(_("De vraag bij de kaart"), anchor=False)
    widget = editing.remembered(editing.key("title"), config.title)
    typed = st.text_input(
        _("Staat groot op het scherm"), key=widget, persist_state="session",
        on_change=_keep, args=(widget, with_title),
    )  # fmt: skip
    return _tried(config, typed, with_title)


def _indicators(config: MapConfig) -> MapConfig:
    st.header(_("Eerst lezen"), anchor=False)
    shown = _toggle(
        "show-indicators",
        _("Indicatoren van gebied 4 tonen"),
        config.show_indicators,
        lambda now, on: replace(now, show_indicators=on),
    )
    config = replace(config, show_indicators=shown)
    config = _list(config, "indicators", _("Elke indicator op een eigen lijn"),
                   _of_the_track() if config.indicators is None else config.indicators,
                   with_indicators, 300)  # fmt: skip
    if config.indicators is not None:
        st.button(
            _("Terug naar de indicatoren van het traject"),
            key=editing.key("usual"),
            on_click=_restore,
        )
    return config


def _of_the_track() -> tuple[str, ...]:
    return editing.framework().indicators(AREA)


def _restore() -> None:
    _put_back(lambda now: replace(now, indicators=None), "indicators")


def _put_back(change: Callable[[MapConfig], MapConfig], *fields: str) -> None:
    """Change the configuration, and let go of what stands typed in these fields."""
    for name in fields:
        st.session_state.pop(editing.key(name), None)
    editing.later(change)


def _list(
    config: MapConfig, name: str, label: str, stored: tuple[str, ...], put: Put, height: int
) -> MapConfig:
    widget = editing.remembered(editing.key(name), "\n".join(stored))
    typed = st.text_area(
        label, key=widget, height=height, persist_state="session", on_change=_keep,
        args=(widget, put),
    )  # fmt: skip
    return _tried(config, typed, put)


def _tried(config: MapConfig, typed: str | None, put: Put) -> MapConfig:
    try:
        return put(config, typed or "")
    except Refused as refusal:
        st.error(str(refusal))
        return config


def _keep(widget: str, put: Put) -> None:
    typed = str(st.session_state[widget] or "")
    editing.later(lambda config: put(config, typed))


def _toggle(
    name: str, label: str, stored: bool, put: Callable[[MapConfig, bool], MapConfig]
) -> bool:
    widget = editing.remembered(editing.key(name), stored)

    def keep() -> None:
        on = bool(st.session_state[widget])
        editing.later(lambda config: put(config, on))

    return bool(st.toggle(label, key=widget, on_change=keep))


def _showing(config: MapConfig) -> MapConfig:
    st.header(_("Op het scherm"), anchor=False)
    hidden = _toggle(
        "hide-first",
        _("Pionnen pas tonen als ik het zeg"),
        config.hide_first,
        lambda now, on: replace(now, hide_first=on),
    )
    if config.title != content.TITLE or config.questions != content.QUESTIONS:
        st.button(_("Terug naar de gewone vragen"), key=editing.key("questions-back"),
                  on_click=_usual_questions)  # fmt: skip
    return replace(config, hide_first=hidden)


def _usual_questions() -> None:
    _put_back(
        lambda now: replace(now, title=content.TITLE, questions=content.QUESTIONS),
        "title", "questions",
    )  # fmt: skip
