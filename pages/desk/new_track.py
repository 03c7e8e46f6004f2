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
_KEEP = "odv-template-keep-"


def _chosen() -> TrackTemplate:
    found = st.radio(
        _("Welk soort traject?"), [one.key for one in TEMPLATES], key="odv-template",
        format_func=_title_of, captions=[one.help for one in TEMPLATES],
    )  # fmt: skip
    return template_of(found or "") or TEMPLATES[0]


def _title_of(key: str) -> str:
    found = template_of(key)
    return found.title if found else key


def _choice(template: TrackTemplate) -> TemplateChoice:
    """The fields that say what the template is filled in with."""
    first: date | None = st.date_input(
        _("Dag van de eerste bijeenkomst (mag leeg blijven)"), value=None, format="DD/MM/YYYY",
        min_value=date(2000, 1, 1), max_value=date(2098, 12, 31), key="odv-template-first",
    )  # fmt: skip
    place = st.text_input(_("Plaats (mag leeg blijven)"), key="odv-template-place")
    organisations = USUAL_ORGANISATIONS
    if template.counts:
        organisations = st.number_input(
            _("Hoeveel organisaties verwacht je?"), 2, MOST_ORGANISATIONS, USUAL_ORGANISATIONS,
            key="odv-template-organisations",
            help=_("Wat elke organisatie of elk bezoek om beurten doet, krijgt zo genoeg minuten."),
        )  # fmt: skip
    left_out = {
        one.key
        for one in template.meetings
        if not st.session_state.get(f"{_KEEP}{template.key}-{one.key}", True)
    }
    return TemplateChoice(int(organisations), first, place, left_out)


def _make(template: TrackTemplate, choice: TemplateChoice) -> None:
    name = str(st.session_state.get("odv-template-name", ""))
    theme = str(st.session_state.get("odv-template-theme", ""))
    made: list[str] = []
    if attempt(
        lambda: made.append(plans.add_track(store(), name, theme, planned(template, choice))),
        _PLACE,
    ):
        parts.go_to(parts.TRACK, {"t": made[0]})


def _overview(template: TrackTemplate, choice: TemplateChoice) -> None:
    """Each meeting with its times; those that are left out only by their name."""
    made = {
        one.key: found
        for one, found in zip(
            [one for one in template.meetings if one.key not in choice.left_out],
            planned(template, choice),
            strict=True,
        )
    }
    for one in template.meetings:
        with st.container(key=f"odv-card-template-{one.key}"):
            if len(template.meetings) > 1:
                st.toggle(_("{title} hoort erbij").format(title=plain(one.title)), value=True,
                          key=f"{_KEEP}{template.key}-{one.key}")  # fmt: skip
            found = made.get(one.key)
            if found is not None:
                planned_list.show(found, one.about)


with parts.page() as way_back:
    way_back([parts.Crumb(_("Alle trajecten"), parts.HOME)])
    st.title(_("Een jaar uit een sjabloon"), anchor=False)
    st.text(_("Dit is een begin: daarna pas je alles aan, tot de minuten toe."))
    left, right = st.columns([5, 7], gap="large")
    with left, st.container(key="odv-card-template"):
        template = _chosen()
        st.text_input(
            _("Naam van het traject"), key="odv-template-name",
            placeholder=_("Bijvoorbeeld: Samen sterk rond gezinnen"),
        )  # fmt: skip
        st.text_input(_("Thema (mag leeg blijven)"), key="odv-template-theme")
        choice = _choice(template)
        show_trouble(_PLACE)
        st.button(_("Maak dit traject"), key="odv-template-make", type="primary",
                  on_click=_make, args=(template, choice))  # fmt: skip
    with right:
        st.header(_("Dit krijg je"), anchor=False)
        _overview(template, choice)
