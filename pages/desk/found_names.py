"""The names that stand in texts of a track, each with what will come in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from time import monotonic

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.labels import plain
from pages.desk import parts
from pages.desk.fields import attempt, field_trouble, saved
from report.privacy import found as found_in
from report.privacy.found import FoundText
from report.privacy.nameless import NameInText
from state import name_choices
from state.app import store
from state.language import _, ngettext
from state.models import Track

_AT_ONCE = 15
# Finding them takes half a second: each choice would wait for it.
_SECONDS = 15


def show(track: Track) -> None:
    """The search fields, and the texts that fit them, some at a time."""
    every = _found(track)
    if not every:
        with st.container(key="odv-card-no-names"):
            st.text(_("We vinden in geen enkele tekst een naam van iemand uit dit traject."))
        return
    counts = found_in.words(every)
    names = sum(counts.values())
    st.text(
        _("{names} in {texts}. Kijk na wat er in de plaats komt.").format(
            names=ngettext("{n} naam", "{n} namen", names).format(n=names),
            texts=ngettext("{n} tekst", "{n} teksten", len(every)).format(n=len(every)),
        )
    )
    left = sum(one.left for text in every for one in text.names)
    if left:
        told = ngettext(
            "{n} naam laat je staan: die komt mee in wat je downloadt.",
            "{n} namen laat je staan: die komen mee in wat je downloadt.",
            left,
        )
        st.text(told.format(n=left))  # fmt: skip
    shown = _narrowed(track, every, counts)
    first = _first(track, len(shown))
    if len(shown) > _AT_ONCE:
        _turn(track, first, len(shown))
    if not shown:
        st.text(_("Geen enkele tekst past bij wat je zoekt."))
    for at, text in enumerate(shown[first : first + _AT_ONCE]):
        with st.container(key=f"odv-card-found-{at}"):
            _text(track, text)


def _found(track: Track) -> tuple[FoundText, ...]:
    """The texts, looked for anew when something changed since a while."""
    key = f"odv-found-{track.id}"
    kept = st.session_state.get(key)
    version = store().data_version()
    if kept is None or (kept[0] != version and monotonic() - kept[1] > _SECONDS):
        with st.spinner(_("Even geduld, we zoeken namen in alle teksten.")):
            kept = (version, monotonic(), found_in.in_track(store(), track.id))
        st.session_state[key] = kept
    with store().read() as db:
        choices = name_choices.of_track(db, track.id)
    texts: tuple[FoundText, ...] = kept[2]
    return found_in.with_choices(texts, choices)


def _narrowed(
    track: Track, every: Sequence[FoundText], counts: Mapping[str, int]
) -> list[FoundText]:
    """Those that fit what is searched for, with what may be done to all of one name at once."""
    if len(every) == 1:
        return list(every)
    occasions = sorted({one for text in every for one in text.occasions})
    left, middle, right = st.columns([4, 3, 4], vertical_alignment="bottom")
    with left:
        typed = st.text_input(_("Zoek in de teksten"), key=f"odv-found-search-{track.id}")
    with middle:
        word = st.selectbox(
            _("Naam"), ["", *counts], key=f"odv-found-word-{track.id}", filter_mode=None,
            format_func=lambda one: f"{one} ({counts.get(one, 0)})" if one else _("alle namen"),
            placeholder=_("alle namen"),
        )  # fmt: skip
    with right:
        where = st.selectbox(
            _("Bijeenkomst"), [_EVERYWHERE, *occasions], key=f"odv-found-where-{track.id}",
            format_func=_occasion, placeholder=_("overal"), filter_mode=None,
        )  # fmt: skip
    if word:
        _for_all(track, every, word)
    return [
        text for text in every
        if text.holds(typed or "")
        and (not word or any(one.word == word for one in text.names))
        and (where in (None, _EVERYWHERE) or where in text.occasions)
    ]  # fmt: skip


_EVERYWHERE = "*"


def _occasion(one: str) -> str:
    return {_EVERYWHERE: _("overal"), "": _("bij het traject zelf")}.get(one, one)


def _for_all(track: Track, every: Sequence[FoundText], word: str) -> None:
    places = [one for text in every for one in text.names if one.word == word]
    with st.container(horizontal=True, key="odv-found-all"):
        st.button(
            _("Laat {name} overal staan").format(name=plain(word)), key="odv-found-leave",
            on_click=_choose, args=(track, {one.place: one.word for one in places}),
            disabled=all(one.left for one in places),
        )  # fmt: skip
        st.button(
            _("Vervang {name} overal").format(name=plain(word)), key="odv-found-replace",
            on_click=_choose, args=(track, dict.fromkeys(one.place for one in places)),
            disabled=all(one.chosen is None for one in places),
        )  # fmt: skip


def _text(track: Track, text: FoundText) -> None:
    with st.container(key=f"odv-muted-found-{text.names[0].place}", gap=None):
        for where in text.where[:3]:
            st.text(where)
        if len(text.where) > 3:  # noqa: PLR2004
            more = len(text.where) - 3
            told = ngettext("En nog op {n} plaats.", "En nog op {n} plaatsen.", more)
            st.text(told.format(n=more))
    for one in text.names:
        _name(track, one)


def _name(track: Track, one: NameInText) -> None:
    place = one.place
    before, after = found_in.around(one)
    st.markdown(_marked(before, one.word, after))
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-found-{place}"):
        widget = f"odv-instead-{place}"
        st.text_input(
            _("Wat er in de plaats komt van {name}").format(name=plain(one.word)),
            key=remembered(widget, one.instead), label_visibility="collapsed", disabled=one.left,
            persist_state="session",
            on_change=saved(widget, one.instead, partial(_change, track, one)),
        )  # fmt: skip
        left = f"odv-left-{place}"
        st.toggle(
            _("Laat staan"), key=remembered(left, one.left),
            on_change=saved(left, one.left, partial(_leave, track, one)),
        )  # fmt: skip
    field_trouble(widget)


def _marked(before: str, word: str, after: str) -> str:
    """A sentence with the name in bold, which the style marks as with a pen."""
    space = " " if before[-1:].isspace() else ""
    rest = " " if after[:1].isspace() else ""
    return f"{plain(before)}{space}**{plain(word)}**{rest}{plain(after)}"


def _change(track: Track, one: NameInText, typed: str) -> None:
    """Store what was typed; an empty field takes the proposal back."""
    empty = not typed.strip()
    name_choices.choose(store(), track.id, one.place, None if empty else typed)
    if empty:
        st.session_state[f"odv-instead-{one.place}"] = one.found.instead


def _leave(track: Track, one: NameInText, on: bool) -> None:
    name_choices.choose(store(), track.id, one.place, one.word if on else None)


def _choose(track: Track, wanted: Mapping[str, str | None]) -> None:
    attempt(lambda: name_choices.choose_all(store(), track.id, wanted))


def _first(track: Track, total: int) -> int:
    """The first text that is shown, in steps of as many as are shown at once."""
    last = max(0, (total - 1) // _AT_ONCE * _AT_ONCE)
    return min(int(st.session_state.get(_key(track), 0)), last)


def _turn(track: Track, first: int, total: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="odv-found-turn"):
        st.text(
            _("{first} tot {last} van {total}").format(
                first=first + 1, last=min(first + _AT_ONCE, total), total=total
            ),
            width="content",
        )
        parts.icon_button(_("Vorige teksten"), "arrow_back", f"before-{track.id}",
                          lambda: _go(track, first - _AT_ONCE), disabled=first == 0)  # fmt: skip
        parts.icon_button(_("Volgende teksten"), "arrow_forward", f"after-{track.id}",
                          lambda: _go(track, first + _AT_ONCE),
                          disabled=first + _AT_ONCE >= total)  # fmt: skip


def _go(track: Track, first: int) -> None:
    st.session_state[_key(track)] = max(0, first)


def _key(track: Track) -> str:
    return f"odv-found-first-{track.id}"
