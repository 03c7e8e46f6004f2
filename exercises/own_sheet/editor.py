"""The facilitator's editor of the Eigen fiche: the fields, whose it is, and beside it the sheet as
it will be on a phone, drawn anew at each run."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.fields import day_field
from exercises.own_sheet import config as rules
from exercises.own_sheet import content
from exercises.own_sheet.config import OwnSheetConfig
from exercises.own_sheet.editor_fields import fields
from exercises.own_sheet.editor_preview import preview
from state.language import _


def edit(config: OwnSheetConfig, organisations: tuple[Party, ...]) -> OwnSheetConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Wat staat er op de fiche?"), anchor=False)
        config = fields(config)
        if said := rules.nothing_to_choose(config):
            st.warning(said)
        with st.container(key="odv-card-own-who"):
            config = _who(config)
        with st.container(key="odv-card-own-until"):
            config = _until(config)
    with right:
        st.header(_("Zo komt ze op de gsm"), anchor=False)
        preview(config, organisations)
    return config


def _who(config: OwnSheetConfig) -> OwnSheetConfig:
    holder = st.radio(
        _("Wie vult ze in?"), tuple(content.HOLDERS), format_func=content.HOLDERS.__getitem__,
        key=editing.remembered(editing.key("holder"), config.holder),
    )  # fmt: skip
    opened = st.radio(
        _("Wie leest wat er op een fiche staat?"), tuple(content.OPENED),
        format_func=content.OPENED.__getitem__,
        key=editing.remembered(editing.key("opened"), config.opened),
    )  # fmt: skip
    return replace(config, holder=holder or config.holder, opened=opened or config.opened)


def _until(config: OwnSheetConfig) -> OwnSheetConfig:
    st.subheader(_("Thuis verder invullen"), anchor=False)
    day = day_field(_("In te vullen tegen"), "until", config.until)
    return rules.with_date(config, day)
