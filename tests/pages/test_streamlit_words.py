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


def script(stem: str) -> Path:
    """Of several with the same name, the one that holds its words."""
    word = next(iter(WORDS.get(stem, {"": ""})))
    (found,) = (
        one for one in SCRIPTS.glob(f"{stem}.*.js")
        if one.name.count(".") == 2 and word in one.read_text("utf-8")
    )  # fmt: skip
    return found


@pytest.mark.parametrize("stem", WORDS)
def test_each_word_is_there_and_is_replaced(stem: str) -> None:
    path = script(stem)
    text = path.read_text("utf-8")
    assert [one for one in WORDS[stem] if f"`{one}`" not in text] == []
    made = streamlit_words.translated(path.name, path.read_bytes()).decode()
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
    path = script(stem)
    made = streamlit_words.translated(path.name, path.read_bytes()).decode()
    ours = set(WORDS[stem].values())
    spoken = {word for found in _SPOKEN.findall(made) for word in found if word}
    assert spoken - ours == set()


def test_they_are_served_and_asked_for_again() -> None:
    path = script("TextInput")
    client = TestClient(assets.StreamlitAssets(Starlette()))
    answer = client.get(f"/static/js/{path.name}")
    assert "Toon wat je typt" in answer.text and "Show password" not in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    again = client.get(f"/static/js/{path.name}",
                       headers={"If-None-Match": answer.headers["etag"]})  # fmt: skip
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"/static/js/{script('Checkbox').name}")
    assert "immutable" in other.headers["cache-control"]


def test_dates_are_in_our_language_before_any_script_runs() -> None:
    page = index._page()
    assert page.index(streamlit_words.locale_script()) < page.index("static/js/index")
