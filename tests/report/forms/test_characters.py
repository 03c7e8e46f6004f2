"""What has no glyph in a shipped font is replaced by its name in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.forms import coverage
from report.forms.characters import shown

ANY = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    "text",
    ["Ayşe", "محمد بن علي", "王小明", "हिन्दी", "👩‍👩‍👧 ❤️ 🇧🇪 👍🏽", "✓ → ★",
     "‘één’ – €", "een\ntwee"],
)  # fmt: skip
def test_what_a_font_draws_stays(text: str) -> None:
    assert shown(text) == text


def test_what_no_font_draws_is_named() -> None:
    assert shown("een 𓀀!") == "een [teken: egyptian hieroglyph a001]!"
    assert shown("\ue000") == "[teken: onbekend]"
    assert shown("𓀀" * 200).count("egyptian hieroglyph a001") == 3
    assert shown("𓀀" * 200).endswith("en nog 197]")


def test_an_accent_that_fits_no_font_leaves_its_letter() -> None:
    assert shown("a\u0e47b") == "a[teken: thai character maitaikhu]b"


def test_what_controls_is_left_out() -> None:
    assert shown("a\x00b\x07c\ud800") == "abc[teken: onbekend]"
    assert shown("a\u202eb\u2066c") == "abc"
    assert shown("a\r\nb\rc\td") == "a\nb\nc d"


def test_letters_are_composed() -> None:
    assert shown("e\u0301") == "é"


@given(ANY)
def test_what_is_shown_is_drawn(text: str) -> None:
    families = coverage.families()
    lacking = {
        char for char in shown(text) if not any(family.has(ord(char)) for family in families)
    }
    # The rest has no shape.
    assert lacking <= set("\n\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\u034f\u00ad")


@given(ANY)
def test_showing_twice_changes_nothing(text: str) -> None:
    assert shown(shown(text)) == shown(text)


def test_the_stored_coverage_is_that_of_the_fonts() -> None:
    stored = json.loads((coverage.FONTS / "coverage.json").read_text("utf-8"))
    assert stored == coverage.measured(), "run: python -m report.forms.coverage"
    assert list(stored) == [family.name for family in coverage.families()]
    assert next(iter(stored)) == "Atkinson Hyperlegible Next"


def test_every_font_has_a_licence() -> None:
    told = (coverage.FONTS / "README.md").read_text("utf-8")
    for path in coverage.FONTS.glob("*.ttf"):
        assert path.name in told or path.name.startswith("NotoSans"), path.name
    assert len(list(coverage.FONTS.glob("LICENSE-*.txt"))) == 3
