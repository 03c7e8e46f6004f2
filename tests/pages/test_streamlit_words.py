"""The words of Streamlit's widgets: each is still in its script, and none is left in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.web import assets, index, streamlit_words
from pages.web.streamlit_words import WORDS

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
# What is read out of a widget, as its script writes it.
_SPOKEN = re.compile(r'"aria-label":(?:\w+\?)?`([A-Z][^`]*)`(?::`([A-Z][^`]*)`)?')


def scripts(stem: str) -> list[Path]:
    """The scripts of a name: some share it."""
    return [one for one in SCRIPTS.glob(f"{stem}.*.js") if streamlit_words.said_in(one.name)]


def plain(stem: str) -> str:
    return "".join(one.read_text("utf-8") for one in scripts(stem))


def served(stem: str) -> str:
    found = scripts(stem)
    return b"".join(
        streamlit_words.translated(one.name, one.read_bytes()) for one in found
    ).decode()


@pytest.mark.parametrize("stem", WORDS)
def test_each_word_is_there_and_is_replaced(stem: str) -> None:
    text, made = plain(stem), served(stem)
    assert [one for one in WORDS[stem] if f"`{one}`" not in text] == []
    assert [one for one in WORDS[stem] if f"`{one}`" in made] == []
    # What Streamlit fills in is filled in as before.
    assert made.count("${") == text.count("${") - _left_out(stem, text)


def _left_out(stem: str, text: str) -> int:
    """How many fillings our words do without."""
    return sum(
        text.count(f"`{theirs}`") * (theirs.count("${") - ours.count("${"))
        for theirs, ours in WORDS[stem].items()
    )


@pytest.mark.parametrize("stem", [one for one in WORDS if one != "index"])
def test_nothing_that_is_read_out_stays_english(stem: str) -> None:
    made = served(stem)
    ours = set(WORDS[stem].values())
    spoken = {word for found in _SPOKEN.findall(made) for word in found if word}
    assert spoken - ours == set()


def test_they_are_served_and_asked_for_again() -> None:
    (path,) = scripts("TextInput")
    client = TestClient(assets.StreamlitAssets(Starlette()))
    answer = client.get(f"/static/js/{path.name}")
    assert "Toon wat je typt" in answer.text and "Show password" not in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    again = client.get(f"/static/js/{path.name}",
                       headers={"If-None-Match": answer.headers["etag"]})  # fmt: skip
    assert (again.status_code, again.content) == (304, b"")
    (unchanged,) = SCRIPTS.glob("Checkbox.*.js")
    other = client.get(f"/static/js/{unchanged.name}")
    assert "immutable" in other.headers["cache-control"]


def test_dates_are_in_our_language_before_any_script_runs() -> None:
    page = index._page()
    assert page.index(streamlit_words.locale_script()) < page.index("static/js/index")
