"""What people typed is shown letter by letter, and nothing is made of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.rules.labels import label_of, plain

# As in the libraries of Streamlit's page, which look in the text after the Markdown was read:
# mdast-util-gfm-autolink-literal, remark-emoji, and its own pictures of words between colons.
MADE = (
    re.compile(r"https?://|www\.", re.IGNORECASE),
    re.compile(r"[-.\w+]+@[-\w]+", re.ASCII),
    re.compile(r":[\w+-]+:|:material/\w+:", re.IGNORECASE),
)
JOINER = "\u2060"


def read(label: str) -> str:
    """A label after the Markdown was read."""
    return re.sub(r"\\(.)", r"\1", label)


TYPED = st.lists(
    st.sampled_from(
        ["http://", "https:", "//", "www", "WWW.", "a@b.be", "@", ".", ":", ":smile:", "material/",
         "x", " ", "é", "mailto:", "+1", "_", "*", "\\", JOINER]
    ) | st.text(max_size=3)
).map("".join)  # fmt: skip


@given(TYPED)
def test_nothing_is_made_of_what_people_typed(text: str) -> None:
    shown = read(plain(text))
    for made in MADE:
        assert made.search(shown) is None, shown
    assert shown.replace(JOINER, "") == " ".join(text.split()).replace(JOINER, "")


@pytest.mark.parametrize("text", ["Om 12:30 in zaal 3", "De Brug & co.", "1 < 2", "a/b: c"])
def test_ordinary_words_get_nothing_invisible(text: str) -> None:
    assert read(plain(text)) == text


def test_a_button_in_a_list_hides_what_it_is_about() -> None:
    assert label_of("Toon", "De Brug") == "Toon *De Brug*"
    assert label_of("Toon", " ") == "Toon"
