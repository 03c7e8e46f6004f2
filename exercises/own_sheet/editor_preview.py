"""Beside the editor: the sheet as it will be on a phone, the overview and each field."""

from __future__ import annotations

from base64 import b64encode
from html import escape

import streamlit as st

from exercises.contract import Party
from exercises.kit.drawing.svg import png
from exercises.kit.sheet.preview import svg
from exercises.own_sheet.config import OwnSheetConfig
from exercises.own_sheet.model import form
from state.language import _

# px on the page; drawn twice as fine.
_WIDE = 340


def preview(config: OwnSheetConfig, organisations: tuple[Party, ...]) -> None:
    """Draw all pages of the phone below each other, at the width of a phone."""
    if not config.fields:
        st.text(_("Zodra er een veld is, zie je hier de fiche."))
        return
    names = [party.name for party in organisations] or [_("Een organisatie"), _("Een andere")]
    whose = {
        "organisation": names[0], "person": _("Een deelnemer"),
        "visit": _("{visitor} bij {host}").format(visitor=names[0], host=names[-1]),
    }[config.holder]  # fmt: skip
    tiles = [party.tile for party in organisations] or [1, 2]
    shown = (tiles[0], tiles[-1]) if config.holder == "visit" else (tiles[0],)
    drawn = png(svg(form(config), whose, shown), 2 * _WIDE)
    source = f"data:image/png;base64,{b64encode(drawn).decode()}"
    alt = _("De fiche zoals ze op een gsm staat, met {n} velden.").format(n=len(config.fields))
    with st.container(height=720, key="odv-own-preview"):
        st.html(f'<img src="{source}" width="{_WIDE}" alt="{escape(alt)}">')
