from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.privacy.names import EVERYDAY, KnownName, NameFinder, without
from state.text_rules import name_key
from tests.report.privacy.corpus import NAMES as CORPUS

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
    return without(text, NameFinder(NAMES, leave).spotted(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Katrien vroeg het.", "Iemand van De Regenton vroeg het."),
        ("Dat zei Katrien De Smet ook.", "Dat zei iemand van De Regenton ook."),
        ("katriens idee", "Iemand van De Regenton idee"),
        ("KATRIEN’S idee", "Iemand van De Regenton idee"),
        ("Ayse en Ayşe", "Iemand van Kattenstaart en iemand van Kattenstaart"),
        ("An kookt, an de tafel", "Iemand van Zevenhoek kookt, an de tafel"),
        ("an kookt", "Iemand van Zevenhoek kookt"),
        ("Ik ben blij met Ben.", "Ik ben blij met iemand van Zevenhoek."),
        ("In het bos, lieve mensen", "In het bos, lieve mensen"),
        ("Lieve Bos kwam.", "Iemand van Knikkerzak kwam."),
        ("قال محمد نعم", "قال iemand van Het Achterom نعم"),
        ("我见到王芳了", "我见到iemand van Het Achterom了"),
        ("Jan Willem belt", "Iemand van Het Achterom belt"),
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
    assert NameFinder(NAMES, own).spotted(left) == []


@given(st.text(max_size=60))
def test_places_are_in_order_and_within_the_text(text: str) -> None:
    found = NameFinder(NAMES).spotted(f"{text} Katrien {text}")
    ends = [0, *(one.end for one in found)]
    assert all(end <= one.start < one.end for end, one in zip(ends, found, strict=False))
    if all(unicodedata.category(one)[0] != "L" for one in text):
        assert [name_key(one.instead) for one in found] == [name_key(NAMES[0].instead)]


def parts_of(name: str) -> set[str]:
    """What of a name gives somebody away in any text: all but particles, titles and initials."""
    return {part for part in name.split() if len(part) > 3 and part not in ("Zuster", "Fam.")}


ORGANISATION = "iemand van Zevenhoek"
# At the beginning of a sentence.
BEGINNING = "Iemand van Zevenhoek"
WHOLE_TOWN = NameFinder([KnownName(name, ORGANISATION) for name in CORPUS], ["Zevenhoek"])
SAID = (
    "{} vroeg het.", "Dat zei {}, gisteren.", "Bij {}’s tafel", "«{}»", "Met {}/{}", "regel\n{}\n",
    "aan_{}_gezegd", "-{}-", "“{}”: ja!", "Komt {}? Ja.", "zie\t{}\tdaar",
)  # fmt: skip


@pytest.mark.parametrize("name", CORPUS)
def test_no_name_of_a_town_full_of_people_is_left(name: str) -> None:
    assert len(CORPUS) == 200
    for said in SAID:
        text = said.format(name, name)
        left = without(text, WHOLE_TOWN.spotted(text))
        assert ORGANISATION in left or BEGINNING in left
        assert name not in left
        assert not {part for part in parts_of(name) if part in left}


@given(
    st.lists(st.sampled_from(CORPUS), min_size=1, max_size=6),
    st.sampled_from([" ", ", ", " en ", "\n", "/", " (", "; ", "… "]),
)
def test_names_in_a_row_all_go(names: list[str], between: str) -> None:
    text = between.join(names)
    left = without(text, WHOLE_TOWN.spotted(text))
    assert not {part for name in names for part in {name, *parts_of(name)} if part in left}


@given(st.sampled_from(CORPUS), st.sampled_from([str.upper, str.lower, str.title, str.casefold]))
def test_longer_names_go_in_capitals_too(name: str, written: Callable[[str], str]) -> None:
    known = NameFinder([KnownName(name, ORGANISATION)])
    for part in parts_of(name):
        if name_key(part) not in EVERYDAY:
            left = without(written(part), known.spotted(written(part)))
            assert name_key(part) not in name_key(left)


def test_a_name_of_people_of_two_organisations_tells_neither() -> None:
    two = NameFinder(
        [KnownName("Katrien Maes", "iemand van A"), KnownName("Katrien", "iemand van B")]
    )
    said = "Katrien kwam, met Katrien Maes."
    assert without(said, two.spotted(said)) == "Iemand kwam, met iemand van A."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ومحمد قال لمريم", f"{BEGINNING} قال {ORGANISATION}"),
        ("Annsophie en VANDENBOSSCHE", f"{BEGINNING} en {ORGANISATION}"),
        ("Ayşe'nin fikri", f"{BEGINNING} fikri"),
        ("Mevrouw De Clercq kookt", f"Mevrouw {ORGANISATION} kookt"),
        ("Els, Bo", f"{BEGINNING}, {ORGANISATION}"),
        (
            "Ja. Els kwam.\nBo ook: ‘Els!’",
            f"Ja. {BEGINNING} kwam.\n{BEGINNING} ook: ‘{ORGANISATION}!’",
        ),
        ("Al die mensen van de stad, op de bank", "Al die mensen van de stad, op de bank"),
        ("agent 007 en 👩‍👩‍👧", f"agent {ORGANISATION} en {ORGANISATION}"),
    ],
)
def test_forms_of_names(text: str, expected: str) -> None:
    assert without(text, WHOLE_TOWN.spotted(text)) == expected


def test_who_may_be_named_stays_where_nobody_else_can_be_meant() -> None:
    both = NameFinder([KnownName("Katrien Maes", ""), KnownName("Katrien Smit", "iemand van B")])
    said = "Maes, Katrien Maes, Katrien en Smit"
    assert without(said, both.spotted(said)) == "Maes, Katrien Maes, iemand en iemand van B"


def test_a_name_in_an_address_is_known_whose_it_is() -> None:
    (one,) = WHOLE_TOWN.spotted("mail naar lukasz.wojcik@huis.org")
    assert (one.instead, {known.name for known in one.names}) == ("…", {"Łukasz Wójcik"})
