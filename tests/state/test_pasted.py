"""Pasted lists: numbering, bullets, blank lines and wrapped lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from state import pasted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("  \n\t\n", ()),
        ("Eén stelling", ("Eén stelling",)),
        ("a b\n\n\nc d\n", ("a b", "c d")),
        ("1. Eerste\n2. Tweede", ("Eerste", "Tweede")),
        ("1) Eerste\r\n2) Tweede\r\n", ("Eerste", "Tweede")),
        ("(1) Eerste\n(2) Tweede", ("Eerste", "Tweede")),
        ("1/ Eerste\n2/ Tweede", ("Eerste", "Tweede")),
        ("1.Eerste\n2.Tweede", ("Eerste", "Tweede")),
        ("1 - Eerste\n2 – Tweede", ("Eerste", "Tweede")),
        ("1\tEerste\n2\tTweede", ("Eerste", "Tweede")),
        ("1.2. Eerste\n1.3. Tweede", ("Eerste", "Tweede")),
        ("a) Eerste\nb) Tweede", ("Eerste", "Tweede")),
        ("Stelling 1: Eerste\nStelling 2: Tweede", ("Eerste", "Tweede")),
        ("• Eerste\n•Tweede\n- Derde\n* Vierde", ("Eerste", "Tweede", "Derde", "Vierde")),
        ("o\tEerste\n+ Tweede", ("Eerste", "Tweede")),
        ("[ ] Eerste\n[x] Tweede", ("Eerste", "Tweede")),
        ("1. - Eerste\n2. - Tweede", ("Eerste", "Tweede")),
        ("1.\nEerste\n2.\nTweede", ("Eerste", "Tweede")),
        ("\ufeff1. Eerste\n2.\u00a0Tweede", ("Eerste", "Tweede")),
    ],
)  # fmt: skip
def test_numbering_goes(text: str, expected: tuple[str, ...]) -> None:
    assert pasted.items(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "3 dagen per week komen ouders langs.",
        "6 - 12 jaar is te breed.",
        "12.30 uur is te vroeg voor ouders.",
        "2.5 keer per week is genoeg.",
        "24/7 bereikbaar zijn is te veel.",
        "9:30 is een goed uur.",
        "A. Janssens heeft gelijk.",
        "Ik zeg: 'welkom'.",
        "-5 graden is te koud.",
        "مرحبا بكم",
        "<script>alert(1)</script>",
    ],
)
def test_what_belongs_to_the_sentence_stays(text: str) -> None:
    assert pasted.items(text) == (text,)


def test_a_numbered_entry_over_several_lines_is_one() -> None:
    text = "Stellingen:\n1. Wij maken tijd om gezinnen\n   echt te leren kennen.\n2. Tweede"
    expected = ("Wij maken tijd om gezinnen echt te leren kennen.", "Tweede")
    assert pasted.items(text) == expected


def test_the_list_of_the_method_with_its_heading() -> None:
    text = "Stellingen:\n1. Eerste\n2. Tweede\n\nExtra:\n11. Elfde"
    assert pasted.items(text) == ("Eerste", "Tweede", "Elfde")


def test_lines_without_numbers_are_not_joined() -> None:
    assert pasted.items("Eerste\n  Tweede\nLet op: derde") == ("Eerste", "Tweede", "Let op: derde")


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.tuples(
            st.sampled_from(["1. ", "2) ", "- ", "• ", "(3) ", "4\t", "a) ", "stelling 5: ", " "]),
            st.text(max_size=20),
        ).map("".join),
    ),
    max_size=12,
).map("\n".join)


@given(LINES)
def test_items_are_tidy_single_lines(text: str) -> None:
    for item in pasted.items(text):
        assert item == item.strip() != ""
        assert len(item.splitlines()) == 1


@given(LINES)
def test_doing_it_twice_changes_nothing(text: str) -> None:
    once = pasted.items(text)
    assert pasted.items("\n".join(once)) == once


WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéëïüş", min_size=2, max_size=9)
SENTENCE = st.lists(WORD, min_size=2, max_size=8).map(lambda words: "Wij " + " ".join(words) + ".")


MARKERS = st.sampled_from(["{}. ", "{}) ", "({}) ", "{} - ", "- "])


@given(st.lists(SENTENCE, min_size=1, max_size=20), MARKERS)
def test_any_numbered_list_comes_back(sentences: list[str], marker: str) -> None:
    text = "\n\n".join(f"{marker.format(at)}{item}" for at, item in enumerate(sentences, start=1))
    assert pasted.items(text) == tuple(sentences)


@pytest.mark.parametrize(
    "mark", ["·", "o", "§", "Ø", "ü", "a.", "i.", "iv.", "b)", "•", "–", "", "1.", "v"]
)
@pytest.mark.parametrize("indent", ["", "\t", "    ", "\t\t"])
def test_a_short_mark_before_a_tab_is_a_marker_at_any_level(mark: str, indent: str) -> None:
    text = f"{indent}{mark}\tElk gezin telt\n{indent}{mark}\tNiemand hoeft iets"
    assert pasted.items(text) == ("Elk gezin telt", "Niemand hoeft iets")


def test_a_cell_with_a_line_break_is_one_entry() -> None:
    text = 'Eerste\n"Een cel met\neen ""nieuwe"" lijn"\nDerde\r\n'
    assert pasted.items(text) == ("Eerste", 'Een cel met een "nieuwe" lijn', "Derde")


def test_a_quoted_sentence_and_a_short_word_stay() -> None:
    text = '"Iedereen welkom"\nJa\tmaar niet altijd'
    assert pasted.items(text) == ('"Iedereen welkom"', "Ja maar niet altijd")
