"""A participant's phone: /gsm?d=CODE."""

import streamlit as st

from pages import guard
from pages.live import phone, stage
from state.app import store

code = st.query_params.get("d", "")
cookies = guard.cookies()
known = phone.whose(store(), cookies, code)
if known is None:
    guard.leave(f"/d/{code}?uit=1" if f"odv_{code}" in cookies else f"/d/{code}")
else:
    stage.mount(
        "phone",
        phone.data(store(), *known),
        ("pages/static/phone.css",),
        lambda message: phone.receive(store(), cookies, code, message),
    )
