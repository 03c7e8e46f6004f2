"""The web of who saw whom on kijkstages, over the years and over all tracks of the installation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from exercises.kit.drawing.visit_web import (
    COLUMNS_WIDE,
    ROUND_MOST,
    ROUND_WIDE,
    WebParty,
    WebVisit,
    visit_web,
)
from exercises.kit.rules.prose import isolated
from pages.desk import page_picture
from pages.desk.kijkstage_known import KnownOffers
from report import raster
from state import offers, tracks
from state.app import store
from state.language import _, ngettext
from state.offers import SeenVisit

_ALL = ""


def show(here: KnownOffers) -> None:
    """The web of one year or of all; nothing as long as nobody went anywhere."""
    ids = [one.id for one in tracks.all_tracks(store())]
    with store().read() as db:
        found = offers.seen(db, ids, here.today)
    if not found:
        return
    with st.container(key="odv-card-offer-web"):
        st.header(_("Wie zag wie"), anchor=False)
        years = sorted({one.year for one in found}, reverse=True)
        year = _ALL
        if len(years) > 1:
            year = st.segmented_control(
                _("Jaar"), [_ALL, *years], default=_ALL, key="odv-offer-web-year",
                format_func=lambda one: one or _("alle jaren"),
            ) or _ALL  # fmt: skip
        _draw([one for one in found if year in (_ALL, one.year)])


def told(found: Sequence[SeenVisit]) -> list[str]:
    """Each couple in a sentence, with how often where it was more than once."""
    pairs = Counter((one.visitor, one.host) for one in found)
    lines = []
    for (visitor, host), count in pairs.items():
        line = _("{visitor} ging kijken bij {host}").format(
            visitor=isolated(visitor), host=isolated(host)
        )
        times = ngettext("{n} keer", "{n} keer", count).format(n=count)
        lines.append(f"{line}, {times}." if count > 1 else f"{line}.")
    return lines


def _draw(found: Sequence[SeenVisit]) -> None:
    parties: dict[str, WebParty] = {}
    for one in found:
        for key, name, tile in ((one.visitor_key, one.visitor, one.visitor_tile),
                                (one.host_key, one.host, one.host_tile)):  # fmt: skip
            parties.setdefault(key, WebParty(key, name, tile))
    arrows = [WebVisit(*pair) for pair in dict.fromkeys(
        (one.visitor_key, one.host_key) for one in found
    )]  # fmt: skip
    lines = told(found)
    (png,) = raster.render([visit_web(list(parties.values()), arrows, " ".join(lines))])
    if png is None:
        st.text(_("Dit beeld kon niet getekend worden."))
    else:
        wide = ROUND_WIDE if len(parties) <= ROUND_MOST else COLUMNS_WIDE
        page_picture.show(png, " ".join(lines), width=wide)
    for line in lines:
        st.text(line)
