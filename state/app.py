"""The one store and hub of this process, shared by routes and pages."""

from __future__ import annotations

import streamlit as st

from state.database import Store, data_folder
from state.live import Hub


# A cached resource instead of a module variable: a hot reload would make a second module,
# and pages would then write to one hub while browsers listen to the other.
@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of ODV_DATA. Raises StateError when it can't be opened."""
    return Store(data_folder())


@st.cache_resource(show_spinner=False)
def hub() -> Hub:
    """The doorbell of this process."""
    return Hub(store())
