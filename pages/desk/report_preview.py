"""How the report looks: its pages as pictures, some at a time."""

from __future__ import annotations

import streamlit as st

from pages.desk import page_picture, paging
from report.order import Made, Order
from report.worker import worker
from state.app import store
from state.language import _, ngettext
from state.models import Track

_AT_ONCE, _ACROSS, _WIDE = 6, 3, 420


def show(track: Track) -> tuple[str, ...]:
    """The pages; made anew whenever something changed. Gives the keys of the parts that hold
    nothing."""
    with st.spinner(_("Even geduld, de bladzijden worden getekend.")):
        made = _made(track.id, store().data_version())
    total, key = len(made.pages), f"odv-report-pages-{track.id}"
    with st.container(horizontal=True, vertical_alignment="center", key="odv-head-preview"):
        st.header(_("Zo ziet het eruit"), anchor=False, width="stretch")
        told = ngettext("{n} bladzijde, A4", "{n} bladzijden, A4", total)
        st.text(told.format(n=total), width="content")
        paging.buttons(key, total, _AT_ONCE)
    first, last = paging.window(key, total, _AT_ONCE)
    for row in range(first, last, _ACROSS):
        for at, column in enumerate(st.columns(_ACROSS, gap="medium"), start=row):
            if at < last:
                with column, st.container(key=f"odv-sheet-{track.id}-{at}"):
                    page_picture.show(made.pages[at])
                    st.text(_("kaft") if at == 0 else _("blz. {n}").format(n=at + 1))
    return made.empty


def _made(track_id: str, version: int) -> Made:
    """The report as it is now; kept for as long as nothing changes."""
    key = f"odv-report-{track_id}"
    kept = st.session_state.get(key)
    if kept is None or kept[0] != version:
        made = worker.make(store(), Order("report", track_id, "pages", width=_WIDE))
        kept = st.session_state[key] = (version, made)
    found: Made = kept[1]
    return found
