"""A new track from a template: what it gives, and what can be chosen before it is made."""

from __future__ import annotations

from datetime import date

import streamlit as st

from exercises.kit.rules.labels import plain
from exercises.templates.list import TEMPLATES, template_of
from exercises.templates.planning import (
    MOST_ORGANISATIONS,
    USUAL_ORGANISATIONS,
    TemplateChoice,
    planned,
)
from exercises.templates.shapes import TrackTemplate
from pages.desk import parts, planned_list
from pages.desk.fields import attempt, show_trouble
from state import plans
from state.app import store
from state.language import _

_PLACE = "new-track"
_KIND = "odv-template"
_NAME, _THEME, _WHERE, _FIRST, _COUNT, _KEEP = (
    f"{_KIND}-{name}" for name in ("name", "theme", "place", "first", "count", "keep")
)


def _template() -> TrackTemplate:
    return template_of(st.session_state.get(_KIND) or "") or TEMPLATES[0]


def _title_of(key: str) -> str:
    found = template_of(key)
    return found.title if found else key


def _choice() -> TemplateChoice:
    """What the fields hold now: in a callback more than when the page was drawn."""
    state, template = st.session_state, _template()
    return TemplateChoice(
        int(state.get(_COUNT) or USUAL_ORGANISATIONS), state.get(_FIRST),
        str(state.get(_WHERE) or ""),
        {one.key for one in template.meetings if not state.get(_keep(template, one.key), True)},
    )  # fmt: skip


def _keep(template: TrackTemplate, meeting: str) -> str:
    return f"{_KEEP}-{template.key}-{meeting}"


def _fields() -> None:
    """What the template is filled in with."""
    st.radio(
        _("Welk soort traject?"), [one.key for one in TEMPLATES], key=_KIND,
        format_func=_title_of, captions=[one.help for one in TEMPLATES],
    )  # fmt: skip
    st.text_input(_("Naam van het traject"), key=_NAME,
                  placeholder=_("Bijvoorbeeld: Samen sterk rond gezinnen"))  # fmt: skip
    st.text_input(_("Thema (mag leeg blijven)"), key=_THEME)
    st.date_input(
        _("Dag van de eerste bijeenkomst (mag leeg blijven)"), value=None, format="DD/MM/YYYY",
        min_value=date(2000, 1, 1), max_value=date(2098, 12, 31), key=_FIRST,
    )  # fmt: skip
    st.text_input(_("Plaats (mag leeg blijven)"), key=_WHERE)
    if _template().counts:
        st.number_input(
            _("Hoeveel organisaties verwacht je?"), 2, MOST_ORGANISATIONS, USUAL_ORGANISATIONS,
            key=_COUNT,
            help=_("Wat elke organisatie of elk bezoek om beurten doet, krijgt zo genoeg minuten."),
        )  # fmt: skip


def _make() -> None:
    name, theme = (str(st.session_state.get(key) or "") for key in (_NAME, _THEME))
    made: list[str] = []
    if attempt(
        lambda: made.append(plans.add_track(store(), name, theme, planned(_template(), _choice()))),
        _PLACE,
    ):
        parts.go_to(parts.TRACK, {"t": made[0]})


def _overview() -> None:
    """Each meeting with its times, and a switch to leave it out."""
    template, choice = _template(), _choice()
    kept = [one.key for one in template.meetings if one.key not in choice.left_out]
    made = dict(zip(kept, planned(template, choice), strict=True))
    several = len(template.meetings) > 1
    if several:
        st.text(_("Zet af wat je niet nodig hebt."))
    for one in template.meetings:
        with st.container(key=f"odv-card-template-{one.key}"):
            if several:
                st.toggle(plain(one.title), value=True, key=_keep(template, one.key))
            if one.key in made:
                planned_list.show(made[one.key], one.about, titled=not several)


with parts.page() as way_back:
    way_back([parts.Crumb(_("Alle trajecten"), parts.HOME)])
    st.title(_("Een jaar uit een sjabloon"), anchor=False)
    st.text(_("Dit is een begin: daarna pas je alles aan, tot de minuten toe."))
    left, right = st.columns([5, 7], gap="large")
    with left, st.container(key="odv-card-template"):
        _fields()
        show_trouble(_PLACE)
        st.button(_("Maak dit traject"), key=f"{_KIND}-make", type="primary", on_click=_make)
    with right:
        st.header(_("Dit krijg je"), anchor=False)
        _overview()
