"""A participant's phone: /gsm?d=CODE."""

import streamlit as st

from pages.desk import guard
from pages.live import phone, stage
from pages.web.access import device_cookie
from state.app import store
from state.ids import clean_code

code = clean_code(st.query_params.get("d", ""))
cookies = guard.cookies()
door = f"/d/{code}" if code else "/d"
known = guard.tried(lambda: phone.whose(store(), cookies, code), door)
if known is None:
    guard.leave(guard.tried(lambda: phone.door_for(store(), cookies, code), door))
else:
    meeting, person = known
    token = cookies[device_cookie(meeting)]
    stage.mount(
        "phone",
        lambda: phone.data(store(), meeting, person, token),
        ("pages/browser/phone/phone.css",),
        lambda message: phone.receive(store(), meeting, token, message),
        door,
    )
