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
    assert found == ShorterName(
        ("Marie-Christine V.", "Marie-Christine"), ("M.-C. V.", "Marie-Ch.")
    )


def test_people_with_one_first_name_get_as_many_letters_as_tell_them_apart() -> None:
    found = shorter(("An Vermeulen", "An Van Damme", "An Van den Broeck", "An"))
    assert [one.called for one in found] == [("An Ve.",), ("An Van Da.",), ("An Van de.",), ()]


def test_one_short_word_has_no_shorter_form() -> None:
    assert shorter(("Katrien",)) == (ShorterName(),)


@given(names)
def test_nobody_is_called_as_somebody_with_another_name(names: list[str]) -> None:
    found = shorter(tuple(names))
    for name, forms in zip(names, found, strict=True):
        for form in (*forms.called, *forms.initials):
            assert len(form) < len(name)
            for other, others in zip(names, found, strict=True):
                if same(other) != same(name):
                    taken = {same(one) for one in (other, *others.called, *others.initials)}
                    assert same(form) not in taken
