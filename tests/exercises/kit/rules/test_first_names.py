"""Shorter names of people: the first name stays, and nobody can be taken for somebody else."""

import re

from hypothesis import given
from hypothesis import strategies as st

from exercises.kit.rules.first_names import ShorterName, shorter

names = st.lists(
    st.one_of(
        st.sampled_from([
            "An", "An Vermeulen", "An Verhoeven", "an vermeulen", "Marie-Christine Van den Broeck",
            "An Van Damme", "An Vandamme", "Marie Claes", "Bartholomeusalexander",
        ]),
        st.text(max_size=30),
    ),
    max_size=12,
)  # fmt: skip


def same(name: str) -> str:
    return re.sub(r"[\s'’-]", "", name).casefold()


def test_a_name_becomes_the_first_name_with_a_letter() -> None:
    (found, _other) = shorter(("Marie-Christine Vandenbroucke-Van Overstraeten", "An Claes"))
    assert found.called == ("Marie-Christine V.", "Marie-Christine")
    assert found.initials == ("M.-C. V.", "Marie-Ch.")
    assert not found.numbered


def test_people_with_one_first_name_get_as_many_letters_as_tell_them_apart() -> None:
    found = shorter(("An Vermeulen", "An Van Damme", "An Van den Broeck", "An"))
    assert [one.called for one in found] == [("An Ve.",), ("An Van Da.",), ("An Van de.",), ()]


def test_one_short_word_has_no_shorter_form() -> None:
    assert shorter(("Katrien",)) == (ShorterName(),)


def test_a_further_name_tells_people_apart() -> None:
    family = "Vandenbroucke-Van Overstraeten"
    found = shorter(tuple(f"An {family} {last}" for last in ("Peeters", "Pieters", "Claes")))
    assert [one.apart[0] for one in found] == ["An V.V.O. Pe.", "An V.V.O. Pi.", "An V.V.O. C."]


def test_people_who_differ_at_the_end_only_get_that_end() -> None:
    found = shorter(("An Vandenbroucke", "An Vandenbrouckx", "An Vandenbrouckz"))
    assert [one.apart for one in found] == [("An V.…e", "A. V.…e"), ("An V.…x", "A. V.…x"),
                                            ("An V.…z", "A. V.…z")]  # fmt: skip


def test_who_nothing_else_tells_apart_gets_a_number() -> None:
    names = tuple(f"Annelies-Marie Vanden{middle}brouckelaere" for middle in "abcdefgh")
    found = shorter((*names, "A. 3"))
    last = [one.numbered[-1] for one in found[:-1]]
    assert last == ["A. 2", *(f"A. {number}" for number in range(4, 11))]


@given(names)
def test_nobody_is_called_as_somebody_with_another_name(names: list[str]) -> None:
    found = shorter(tuple(names))
    for name, forms in zip(names, found, strict=True):
        for form in forms.after(name)[1:]:
            assert len(form) < len(name)
            for other, others in zip(names, found, strict=True):
                if same(other) != same(name):
                    taken = {same(one) for one in others.after(other)}
                    assert same(form) not in taken
