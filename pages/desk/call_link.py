"""The cards of a call's page on when it is open, where it stands, and the mail that tells of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import streamlit as st

from exercises.kit.editor.editing import remembered
from pages.call import call_page
from pages.desk import drawings, parts
from pages.desk.copying import copy_button
from pages.desk.fields import field_trouble, saved
from pages.desk.texts import parsed_date
from pages.web import addresses
from pages.web.qr import qr
from state import call_texts, calls
from state.app import store
from state.calls import Call, CallState
from state.language import _
from state.models import Track

_STATES: dict[CallState, str] = {"off": _("uit"), "open": _("open"), "closed": _("dicht")}


def show(track: Track, call: Call) -> None:
    """Open or not, until when, for how many; the link and the mail."""
    with st.container(key="odv-card-standing"):
        st.header(_("Aanmelden"), anchor=False)
        key = f"odv-{track.id}-call-state"
        st.segmented_control(
            _("De oproep is"), list(_STATES), format_func=_STATES.__getitem__, required=True,
            key=remembered(key, call.state),
            on_change=saved(key, call.state, partial(calls.set_state, store(), track.id)),
        )  # fmt: skip
        field_trouble(key)
        with st.container(key="odv-muted-standing"):
            st.text(_told(call))
        _deadline(track, call)
        _most(track, call)
    _link(track, call)


def _told(call: Call) -> str:
    match call.standing():
        case "off":
            return _("De link werkt nog niet. Jij ziet de pagina al wel.")
        case "open":
            return _("Iedereen met de link kan zich aanmelden.")
        case "late":
            return _("De laatste dag is voorbij: er komt niets meer bij.")
        case _:
            return _("De pagina zegt dat de oproep afgesloten is.")


def _deadline(track: Track, call: Call) -> None:
    key, stored = f"odv-{track.id}-call-deadline", parsed_date(call.deadline)

    def change(typed: date | None) -> None:
        calls.set_deadline(store(), track.id, typed.isoformat() if typed else "")

    st.date_input(
        _("Laatste dag om je aan te melden"), key=remembered(key, stored), format="DD/MM/YYYY",
        min_value=date(2000, 1, 1), max_value=date(2100, 12, 31),
        on_change=saved(key, stored, change),
        help=_("Die hele dag telt nog mee, tot middernacht."),
    )  # fmt: skip
    field_trouble(key)
    end = call.closes_at
    if end is not None and datetime.now(UTC) >= end and call.state != "closed":
        st.warning(_("Deze dag is voorbij: aanmelden kan niet meer. Kies een dag die nog komt."))


def _most(track: Track, call: Call) -> None:
    key = f"odv-{track.id}-call-most"
    st.number_input(
        _("Hoeveel mensen kunnen meedoen?"), min_value=1, max_value=calls.HIGHEST, step=1,
        key=remembered(key, call.most_people),
        on_change=saved(
            key, call.most_people,
            lambda typed: calls.set_most_people(store(), track.id, int(typed)),
        ),
    )  # fmt: skip
    field_trouble(key)


def _link(track: Track, call: Call) -> None:
    """The link with its QR, the page as people see it, and the mail."""
    base = addresses.chosen(store())
    url = f"{base.url}{call_page.address(call)}"
    code = qr(url)
    with st.container(key="odv-card-call-link"):
        st.header(_("De link"), anchor=False)
        st.html(
            drawings.qr_picture(code["path"], code["count"], 168, _("QR van de oproep")),
            width="content",
        )
        st.code(url, language=None, wrap_lines=True)
        with st.container(horizontal=True, vertical_alignment="center"):
            copy_button("call-link", url, "", _("Kopieer de link van de oproep"))
            parts.page_link(_("Bekijk de pagina"), f".{call_page.address(call)}")
        if base.warning:
            st.warning(f"{base.warning} {base.fix}")
        parts.remove_button(
            f"call-code-{track.id}",
            _("De link van nu werkt dan niet meer, ook niet op affiches en in mails."),
            partial(_renew, track),
            label=_("Maak een nieuwe link"),
        )
        text = call_texts.mail(call.texts["mail"], track.name, url, _until(call))
        st.subheader(_("Om te mailen"), anchor=False)
        st.text(text)
        copy_button("call-mail", text, "", _("Kopieer de tekst om te mailen"))


def _until(call: Call) -> str:
    """Until when one can apply, for the mail; "" where one can't, or nobody chose when."""
    if call.state == "closed":
        return ""
    return call_page.until(call) or (_("nu") if call.state == "open" else "")


def _renew(track: Track) -> None:
    calls.new_code(store(), track.id)
