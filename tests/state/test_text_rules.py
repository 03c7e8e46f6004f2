"""Whatever people type becomes a text that is safe to store and to show, or a Dutch sentence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from state.problems import Refused
from state.text_rules import as_typed, day_or_none, name_key, one_line, paragraph

# Every character there is, lone surrogates and controls too.
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)
NASTY = "\u202eevil\u202c \ud800 \x00\x1b[31m a\u0301\u0301 👩‍👩‍👧 محمد \u2028\r\n\t <b>"


def fits_in_storage(text: str) -> bool:
    return not any(unicodedata.category(character) in ("Cc", "Cs") for character in text)


def turns_no_page_around(text: str) -> bool:
    return not any(0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c in text)


@given(ANYTHING, st.integers(1, 80))
@example(NASTY, 80)
def test_a_line_is_one_clean_line_within_its_limit(typed: str, limit: int) -> None:
    try:
        clean = one_line(typed, limit, "De naam")
    except Refused as refusal:
        assert str(refusal).startswith("De naam is ")
        return
    assert 0 < len(clean) <= limit
    assert clean == " ".join(clean.split()) and len(clean.splitlines()) == 1
    assert fits_in_storage(clean) and turns_no_page_around(clean)
    assert clean.encode()


@given(ANYTHING)
@example(NASTY)
def test_a_clean_line_stays_as_it_is(typed: str) -> None:
    clean = one_line(typed, 10_000, "De naam", required=False)
    assert one_line(clean, 10_000, "De naam", required=False) == clean


@given(ANYTHING)
@example(NASTY)
def test_a_paragraph_keeps_its_lines_and_is_clean(typed: str) -> None:
    clean = paragraph(typed, 10_000, "De notitie")
    assert fits_in_storage(clean.replace("\n", ""))
    assert turns_no_page_around(clean)
    assert paragraph(clean, 10_000, "De notitie") == clean
    assert clean.encode() or clean == ""


def test_a_paragraph_keeps_the_lines_that_people_made() -> None:
    assert paragraph(" een \r\n\r\n twee\tdrie ", 100, "x") == "een\n\ntwee drie"


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=60))
@example("<script>alert('x')</script>")
@example("' OR 1=1; --")
@example('=HYPERLINK("http://x")')
@example("محمد")
@example("👋🏽")
def test_letters_signs_and_markup_are_kept(typed: str) -> None:
    normal = unicodedata.normalize("NFC", typed)
    if len(normal) <= 60 and not set(normal) <= set("\u115f\u1160\u2800\u3164\uffa0"):
        assert one_line(typed, 60, "De naam") == normal


def test_emoji_of_several_people_and_right_to_left_names_stay_whole() -> None:
    assert one_line("👩‍👩‍👧 Fam. محمد", 60, "De naam") == "👩‍👩‍👧 Fam. محمد"


@pytest.mark.parametrize(
    "typed",
    ["", " \t\n ", "\x00\x1f", "\u200b", "\u200d\ufe0f", "\u202e", "\u0301", "\u3164", "\u2800 ",
     "\ud83d", "\u00ad", "\ufeff"],
)  # fmt: skip
def test_a_line_of_nothing_to_see_is_empty(typed: str) -> None:
    with pytest.raises(Refused, match=r"^De naam is nog leeg\.$"):
        one_line(typed, 60, "De naam")


def test_an_empty_line_is_fine_where_none_is_needed() -> None:
    assert one_line(" \n", 60, "De functie", required=False) == ""


@pytest.mark.parametrize("count", [61, 1_000, 10_000, 1_000_000])
@pytest.mark.parametrize("letter", ["x", "é", "👋", "م", "a\u0301\u0302\u0303"])
def test_a_text_that_is_too_long_is_refused_with_its_limit(letter: str, count: int) -> None:
    with pytest.raises(Refused, match=r"De naam is te lang: .* hoogstens 60 passen er"):
        one_line(letter * count, 60, "De naam")


def test_ten_thousand_characters_of_note_are_refused() -> None:
    with pytest.raises(Refused, match="De notitie is te lang: 10000 tekens, hoogstens 2000"):
        paragraph("x" * 10_000, 2000, "De notitie")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ayşe ", "AYŞE"), ("Zoë", "zoe"), ("Jan  Peeters", "jan peeters"), ("Straße", "STRASSE"),
     ("An", "A\u200bn"), ("e\u0301", "é"), ("ﬁen", "Fien"), ("M'hamed", "M’hamed"),
     ("Mhamed", "M´hamed"), ("Anne-Marie", "Anne Marie"), ("Anne‑Marie", "anne–marie"),
     ("Işıl", "IŞIL"), ("Işıl", "Isil"), ("İpek", "ipek"), ("Łukasz", "Lukasz"),
     ("Søren", "SOREN"), ("Đorđe", "Dorde")],
)  # fmt: skip
def test_spellings_of_one_name_have_the_same_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("An", "Anne"), ("محمد", "أحمد"), ("👋", "👍"), ("Jan P", "JanP"), ("-", "'")],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(ANYTHING)
def test_any_name_has_a_key(typed: str) -> None:
    key = name_key(typed)
    assert key == " ".join(key.split())


def test_a_day_is_stored_as_iso() -> None:
    assert (day_or_none("20270301"), day_or_none("")) == ("2027-03-01", "")
    for wrong in ("ooit", "2027-02-30", "1 maart"):
        with pytest.raises(Refused, match="Kies een dag in de kalender"):
            day_or_none(wrong)


def test_a_text_in_the_making_keeps_its_spaces_and_lines() -> None:
    assert as_typed("a  b \r\n\tc\u202e\x00\n") == "a  b \n c \n"
    assert as_typed("e\u0301 👩‍👩‍👧 مرحبا ") == "é 👩‍👩‍👧 مرحبا "


@given(ANYTHING)
def test_a_text_in_the_making_reads_as_it_will_be_stored(typed: str) -> None:
    kept = as_typed(typed)
    assert as_typed(kept) == kept
    kept.encode()
