"""The people who prepare: who they are, an own passcode, and for administrators who comes in."""

from __future__ import annotations

import streamlit as st

from pages.desk import guard, organiser_first, organiser_list, organiser_own, parts
from state import organisers
from state.app import store
from state.language import _

with parts.page() as way_back:
    way_back([parts.Crumb(_("Alle trajecten"), parts.HOME)])
    st.title(_("Organisatoren"), anchor=False)
    everybody = organisers.everybody(store())
    me = next((one for one in everybody if one.id == guard.facilitator().organiser_id), None)
    if me is None:
        organiser_first.show()
    else:
        left, right = st.columns([5, 4], gap="large")
        with left:
            organiser_list.show(everybody, me)
        with right:
            organiser_own.show(me)
            if me.administrator:
                organiser_list.adding()
                organiser_first.back_to_one()
