from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.privacy.names import KnownName, spotted, without
from state.text_rules import name_key

NAMES = (
    KnownName("Katrien De Smet", "iemand van De Regenton"),
    KnownName("Ayşe", "iemand van Kattenstaart"),
    KnownName("An", "iemand van Zevenhoek"),
    KnownName("Ben", "iemand van Zevenhoek"),
    KnownName("Lieve Bos", "iemand van Knikkerzak"),
    KnownName("محمد", "iemand van Het Achterom"),
    KnownName("王芳", "iemand van Het Achterom"),
    KnownName("Jan-Willem", "iemand van Het Achterom"),
)


def cleaned(text: str, *leave: str) -> str:
    return without(text, spotted(text, NAMES, leave))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Katrien vroeg het.", "iemand van De Regenton vroeg het."),
        ("Dat zei Katrien De Smet ook.", "Dat zei iemand van De Regenton ook."),
        ("katriens idee", "iemand van De Regenton idee"),
        ("KATRIEN’S idee", "iemand van De Regenton idee"),
        ("Ayse en Ayşe", "iemand van Kattenstaart en iemand van Kattenstaart"),
        ("An kookt, an de tafel", "iemand van Zevenhoek kookt, an de tafel"),
        ("an kookt", "iemand van Zevenhoek kookt"),
        ("Ik ben blij met Ben.", "Ik ben blij met iemand van Zevenhoek."),
        ("In het bos, lieve mensen", "In het bos, lieve mensen"),
        ("Lieve Bos kwam.", "iemand van Knikkerzak kwam."),
        ("قال محمد نعم", "قال iemand van Het Achterom نعم"),
        ("我见到王芳了", "我见到iemand van Het Achterom了"),
        ("Jan Willem belt", "iemand van Het Achterom belt"),
        ("Vraag het aan katrien.desmet@regenton.be", "Vraag het aan …"),
        ("Kat, trien, kwartier, anders, Benin", "Kat, trien, kwartier, anders, Benin"),
        ("", ""),
    ],
)
def test_names_go_and_other_words_stay(text: str, expected: str) -> None:
    assert cleaned(text) == expected


def test_the_name_of_an_organisation_stays() -> None:
    text = "Bij Huis Katrien sprak Katrien."
    assert cleaned(text, "Huis Katrien") == "Bij Huis Katrien sprak iemand van De Regenton."


WORDS = st.text(
    alphabet=st.characters(categories=("Ll", "Lu", "Zs", "Po")), min_size=0, max_size=30
)


@given(before=WORDS, after=WORDS, at=st.integers(0, len(NAMES) - 1))
def test_a_name_between_other_words_is_always_found(before: str, after: str, at: int) -> None:
    text = f"{before} {NAMES[at].name} {after}"
    assert NAMES[at].name not in cleaned(text)


@given(before=WORDS, at=st.integers(0, len(NAMES) - 1))
def test_nothing_is_found_in_what_is_left(before: str, at: int) -> None:
    left = cleaned(f"{before} {NAMES[at].name}")
    own = [one.instead for one in NAMES]
    assert spotted(left, NAMES, own) == []


@given(st.text(max_size=60))
def test_places_are_in_order_and_within_the_text(text: str) -> None:
    found = spotted(f"{text} Katrien {text}", NAMES)
    ends = [0, *(one.end for one in found)]
    assert all(end <= one.start < one.end for end, one in zip(ends, found, strict=False))
    if all(unicodedata.category(one)[0] != "L" for one in text):
        assert [name_key(one.instead) for one in found] == [name_key(NAMES[0].instead)]
