"""The Streamlit script: one list of pages; each page checks itself who may see it."""

import streamlit as st

from pages.desk.site import pages

st.navigation(pages(), position="hidden").run()
