"""How the report looks: its pages as pictures, some at a time."""

from __future__ import annotations

import streamlit as st

from pages.desk import parts
from report.order import Made, Order
from report.worker import worker
from state.app import store
from state.language import _, ngettext
from state.models import Track

_AT_ONCE, _ACROSS, _WIDE = 6, 3, 420


def show(track: Track) -> None:
    """The pages; made anew whenever something of the track changed."""
    told = empty_parts(track.id)
    with st.spinner(_("Even geduld, de bladzijden worden getekend.")):
        pages = _pages(track.id, store().data_version())
    if empty_parts(track.id) != told:
        # The list of parts, which is drawn before the pages, tells which are empty.
        st.rerun()
    first = _first(track, len(pages))
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head-preview"):
        st.header(_("Zo ziet het eruit"), anchor=False, width="stretch")
        total = ngettext("{n} bladzijde, A4", "{n} bladzijden, A4", len(pages))
        st.text(total.format(n=len(pages)), width="content")
        if len(pages) > _AT_ONCE:
            _turn(track, first, len(pages))
    shown = pages[first : first + _AT_ONCE]
    for row in range(0, len(shown), _ACROSS):
        for at, column in enumerate(st.columns(_ACROSS, gap="medium")):
            if row + at < len(shown):
                with column, st.container(key=f"odv-sheet-{track.id}-{first + row + at}"):
                    st.image(shown[row + at], width="stretch")
                    st.text(_name(first + row + at))


def _name(at: int) -> str:
    return _("kaft") if at == 0 else _("blz. {n}").format(n=at + 1)


def _pages(track_id: str, version: int) -> tuple[bytes, ...]:
    """The pages of the report as they are now; kept for as long as nothing changes."""
    kept = st.session_state.get(_kept_as(track_id))
    if kept is None or kept[0] != version:
        made = worker.make(store(), Order("report", track_id, "pages", width=_WIDE))
        kept = st.session_state[_kept_as(track_id)] = (version, made)
    found: Made = kept[1]
    return found.pages


def empty_parts(track_id: str) -> tuple[str, ...]:
    """The keys of the parts that held nothing when the pages were made last."""
    kept = st.session_state.get(_kept_as(track_id))
    found: tuple[str, ...] = () if kept is None else kept[1].empty
    return found


def _kept_as(track_id: str) -> str:
    return f"odv-report-{track_id}"


def _first(track: Track, total: int) -> int:
    """The first page that is shown, in steps of as many as are shown at once."""
    last = max(0, (total - 1) // _AT_ONCE * _AT_ONCE)
    return min(int(st.session_state.get(_key(track), 0)), last)


def _turn(track: Track, first: int, total: int) -> None:
    parts.icon_button(_("Vorige bladzijden"), "arrow_back", f"before-{track.id}",
                      lambda: _go(track, first - _AT_ONCE), disabled=first == 0)  # fmt: skip
    parts.icon_button(_("Volgende bladzijden"), "arrow_forward", f"after-{track.id}",
                      lambda: _go(track, first + _AT_ONCE),
                      disabled=first + _AT_ONCE >= total)  # fmt: skip


def _go(track: Track, first: int) -> None:
    st.session_state[_key(track)] = max(0, first)


def _key(track: Track) -> str:
    return f"odv-report-first-{track.id}"
