"""The list of pages, looked up once: Streamlit asks for it on every run."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from state.language import _


def pages() -> list[StreamlitPage]:
    """All pages, fresh for one run: navigation marks the one it lets through."""
    return [copy(page) for page in _looked_up()]


@lru_cache(maxsize=1)
def _looked_up() -> tuple[StreamlitPage, ...]:
    # Creating a page object resolves its path on disk; for seven pages that took a sixth of each
    # run.
    return (
        st.Page("desk/home.py", title=_("Over de vloer"), default=True),
        st.Page("desk/track.py", title=_("Traject"), url_path="traject"),
        st.Page("desk/matching.py", title=_("Wie gaat bij wie?"), url_path="wiebijwie"),
        st.Page("desk/call.py", title=_("Oproep"), url_path="oproep"),
        st.Page("desk/new_track.py", title=_("Nieuw traject"), url_path="nieuw"),
        st.Page("desk/candidates.py", title=_("Wie doet mee?"), url_path="kandidaten"),
        st.Page("desk/visits.py", title=_("Bezoeken"), url_path="bezoeken"),
        st.Page("desk/kijkstages.py", title=_("Kijkstages"), url_path="kijkstages"),
        st.Page("desk/lookback.py", title=_("Terugblik"), url_path="terugblik"),
        st.Page("desk/report.py", title=_("Verslag"), url_path="verslag"),
        st.Page("desk/mails.py", title=_("Teksten voor een e-mail"), url_path="mailtekst"),
        st.Page("desk/without_names.py", title=_("Zonder namen"), url_path="zondernamen"),
        st.Page("desk/organisers.py", title=_("Organisatoren"), url_path="organisatoren"),
        st.Page("desk/changes.py", title=_("Wie wijzigde wat"), url_path="wijzigingen"),
        st.Page("desk/meeting.py", title=_("Bijeenkomst"), url_path="bijeenkomst"),
    )
