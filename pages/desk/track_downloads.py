"""All of a track as a download: one ZIP, with a bar while it is made, and its tables alone."""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st

from pages.desk import parts
from pages.web.files import FOLLOWED
from report.data.progress import downloads
from state.ids import new_id
from state.language import _
from state.models import Track

# A link that the page follows by itself, once for each token; the page stays where it is.
_fetch = st.components.v2.component(
    "odv_fetch",
    js="""
const fetched = (globalThis.odvFetched ??= new Set())
export default ({ data }) => {
  if (fetched.has(data)) return
  fetched.add(data)
  const link = document.createElement("a")
  link.href = data
  link.download = ""
  link.click()
}
""",
)
_EVERY = 0.5


def show(track: Track) -> None:
    """The button for everything, how far that is, and the link for the tables."""
    with st.container(key="odv-plain-downloads"):
        st.header(_("Meenemen"), anchor=False)
        st.markdown(_(
            "Alles downloaden geeft één ZIP: tabellen, beelden, foto’s, en het traject zelf om het"
            " op een andere laptop in te lezen."
        ))  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="center", key="odv-downloads"):
            st.button(_("Alles downloaden"), key="odv-download", on_click=_begin, args=(track.id,))
            parts.file_link(
                _("Alleen de tabellen (Excel)"), f"./uitvoer/traject/{quote(track.id)}.xlsx"
            )
        token = st.session_state.get(_token(track.id))
        if token:
            address = f"./uitvoer/traject/{quote(track.id)}.zip?{FOLLOWED}={quote(token)}"
            _fetch(key="odv-fetch", data=address)
            _bar(token)


def _begin(track_id: str) -> None:
    st.session_state[_token(track_id)] = new_id()


def _token(track_id: str) -> str:
    return f"odv-download-{track_id}"


def _bar(token: str) -> None:
    """How far the download is; asks again as long as it goes on."""
    found = downloads.of(token)
    going_on = found is None or not found.over

    @st.fragment(run_every=_EVERY if going_on else None)
    def look() -> None:
        now = downloads.of(token)
        if now is None:
            _draw(0.0, _("We beginnen eraan."))
        elif now.whole:
            st.text(_("De download is klaar. Je vindt hem bij de downloads van je browser."))
        elif now.over:
            st.error(_("De download is afgebroken. Druk opnieuw op Alles downloaden."))
        else:
            _draw(now.share, _("De download loopt. Laat deze pagina gerust staan."))
        if going_on and now is not None and now.over:
            # The page stops asking.
            st.rerun()

    look()


def _draw(share: float, words: str) -> None:
    """A bar with its words: Streamlit's own speaks English to who can't see it."""
    st.html(
        f'<label class="odv-progress">{words}<progress max="100" value="{share * 100:.0f}">'
        "</progress></label>"
    )
