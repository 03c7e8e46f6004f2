"""The pictures and photos of an exercise on the look back; drawn only when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from exercises.contract import File, Picture
from exercises.engine.lookback import Begun
from exercises.kit.rules.labels import plain
from pages.desk import answers_html, page_picture, paging
from pages.desk.fields import folded
from report import raster
from report.data.attempts import attempt
from state.app import store
from state.language import _

Drawn = Sequence[tuple[Begun, Picture]]
Photos = Sequence[tuple[str, File]]
_KEY = "odv-pictures"
_MADE = f"{_KEY}-made"
# Photos beside each other on one page.
_PHOTOS = 12


def show(found: Sequence[Begun]) -> None:
    """Behind a button: the pictures of one kind of exercise one at a time, and the photos."""
    kind = found[0].activity.kind
    with st.container(key=f"{_KEY}-head", horizontal=True, vertical_alignment="center"):
        st.header(_("De beelden"), anchor=False, width="stretch")
        is_open = folded(f"pictures-{kind}", _("Toon de beelden"), _("Verberg de beelden"))
    if not is_open:
        st.session_state.pop(_MADE, None)
        return
    drawn, files, troubles = _made(found)
    for trouble in dict.fromkeys(troubles):
        st.warning(plain(trouble))
    if not drawn and not files and not troubles:
        st.text(_("Hier is nog geen beeld van."))
    _one_picture(kind, drawn)
    _photos(kind, files)


def _made(found: Sequence[Begun]) -> tuple[Drawn, Photos, Sequence[str]]:
    """All pictures and photos, and what failed; kept for as long as nothing changes, since to draw
    those of a year takes a moment."""
    version = store().data_version(), tuple(one.activity.id for one in found)
    kept = st.session_state.get(_MADE)
    if kept is not None and kept[0] == version:
        made: tuple[Drawn, Photos, Sequence[str]] = kept[1]
        return made
    troubles: list[str] = []
    drawn: list[tuple[Begun, Picture]] = []
    files: list[tuple[str, File]] = []
    for one in found:
        pictures = attempt(f"{one.title}, {_('de beelden')}", partial(_pictures, one), troubles)
        drawn += [(one, picture) for picture in pictures]
        files += attempt(f"{one.title}, {_('de foto’s')}", partial(_files, one), troubles)
    st.session_state[_MADE] = version, (drawn, files, troubles)
    return drawn, files, troubles


def _pictures(one: Begun) -> Iterable[Picture]:
    context = one.context()
    return context.exercise.pictures(context)


def _files(one: Begun) -> Iterable[tuple[str, File]]:
    """The photos that can still be read, each with the id of the activity."""
    context = one.context()
    found = context.exercise.files(context)
    return ((one.activity.id, file) for file in found if context.photo(file.picture) is not None)


def _one_picture(kind: str, drawn: Drawn) -> None:
    if not drawn:
        return
    key = f"{_KEY}-at-{kind}"
    at, _last = paging.window(key, len(drawn), 1)
    one, picture = drawn[at]
    title = f"{one.meeting.title}, {one.title}"
    with st.container(key=f"{_KEY}-bar", horizontal=True, vertical_alignment="center"):
        st.text(title, width="stretch")
        paging.buttons(key, len(drawn), 1)
    (png,) = raster.render([picture.svg])
    with st.container(key="odv-card-picture"):
        if png is None:
            st.text(_("Dit beeld kon niet getekend worden."))
        else:
            page_picture.show(png, title)


def _photos(kind: str, files: Photos) -> None:
    if not files:
        return
    key = f"{_KEY}-photos-{kind}"
    at, last = paging.window(key, len(files), _PHOTOS)
    with st.container(key=f"{_KEY}-photo-bar", horizontal=True, vertical_alignment="center"):
        st.subheader(_("Foto’s"), anchor=False, width="stretch")
        paging.buttons(key, len(files), _PHOTOS)
    st.html(answers_html.photos(files[at:last]))
