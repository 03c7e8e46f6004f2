"""A download that takes a while: a button that begins it, and a bar while it is made."""

from __future__ import annotations

import streamlit as st

from pages.web.files import FOLLOWED
from report.data.progress import downloads
from state.ids import new_id
from state.language import _

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


def button(label: str, name: str) -> None:
    """The button for the download `name`, which is an id; see `progress`."""
    st.button(label, key=f"odv-download-{name}", on_click=_begin, args=(name,))


def progress(name: str, address: str) -> None:
    """How far the download at `address` is, once its button was pressed; then it begins too."""
    token = st.session_state.get(_token(name))
    if token:
        _fetch(key=f"odv-fetch-{name}", data=f"{address}?{FOLLOWED}={token}")
        _bar(token)


def _begin(name: str) -> None:
    st.session_state[_token(name)] = new_id()


def _token(name: str) -> str:
    return f"odv-download-of-{name}"


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
            st.error(_("De download is afgebroken. Begin opnieuw."))
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
