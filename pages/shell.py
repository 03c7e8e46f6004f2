"""The Streamlit script: one list of pages; each page checks itself who may see it."""

import streamlit as st

from state.language import _

st.set_page_config(page_title="Over de vloer", layout="wide", initial_sidebar_state="collapsed")

st.navigation(
    [
        st.Page("home.py", title=_("Over de vloer"), default=True),
        st.Page("track.py", title=_("Traject"), url_path="traject"),
        st.Page("meeting.py", title=_("Bijeenkomst"), url_path="bijeenkomst"),
        st.Page("console.py", title=_("Regie"), url_path="regie"),
        st.Page("remote.py", title=_("Afstandsbediening"), url_path="afstand"),
        st.Page("screen.py", title=_("Het scherm"), url_path="scherm"),
        st.Page("phone.py", title=_("Over de vloer"), url_path="gsm"),
    ],
    position="hidden",
).run()
