"""Everything of a track without names: the names that stand in texts, and the downloads. Opened
with ?t=id."""

from __future__ import annotations

import streamlit as st

from pages.desk import found_names, parts
from pages.web.files import NAMELESS
from state import tracks
from state.app import store
from state.language import _

with parts.page() as way_back:
    track = tracks.track(store(), st.query_params.get("t", ""))
    way_back(
        [
            parts.Crumb(_("Alle trajecten"), parts.HOME),
            parts.Crumb(track.name, parts.TRACK, (("t", track.id),)),
        ]
    )
    st.title(_("Zonder namen"), anchor=False)
    left, right = st.columns([8, 4], gap="medium")
    with left:
        found_names.show(track)
    with right, st.container(key="odv-card-nameless"):
        st.header(_("Downloaden zonder namen"), anchor=False)
        st.text(_("Wie meedeed, heet daarin ‘iemand van’ zijn organisatie. Wat je hiernaast koos,"
                  " wordt gevolgd."))  # fmt: skip
        parts.file_link(_("Verslag als PDF"), f"./verslag/{track.id}.pdf?{NAMELESS}", main=True)
        parts.file_link(_("Verslag als Word"), f"./verslag/{track.id}.docx?{NAMELESS}")
        base = f"./uitvoer/traject/{track.id}"
        parts.file_link(_("Alles in één ZIP"), f"{base}.zip?{NAMELESS}")
        parts.file_link(_("Alleen de tabellen (Excel)"), f"{base}.xlsx?{NAMELESS}")
        parts.file_link(_("De gegevens (JSON)"), f"{base}.json?{NAMELESS}")
        with st.container(key="odv-muted-nameless", gap="small"):
            st.text(_("Kijk foto’s, tekeningen en je eigen teksten in het verslag zelf na. Een"
                      " gezicht, een naam die iemand tekende, of de naam van wie niet in dit"
                      " traject zit, vinden we niet."))  # fmt: skip
            st.text(_("Ook zonder naam herkent wie erbij was misschien wie iets zei."))
