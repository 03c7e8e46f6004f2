import pytest

from exercises.kit.rules.counts import of_all


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [
        (0, 1, "organisatie is klaar"), (1, 1, "organisatie is klaar"),
        (0, 2, "organisaties zijn klaar"), (1, 2, "organisaties is klaar"),
        (2, 2, "organisaties zijn klaar"), (0, 0, "organisaties zijn klaar"),
    ],
)  # fmt: skip
def test_the_noun_goes_with_the_whole_and_the_verb_with_the_part(
    count: int, total: int, words: str
) -> None:
    told = of_all(
        count, total, alone="organisatie is klaar", one="organisaties is klaar",
        more="organisaties zijn klaar",
    )  # fmt: skip
    assert told == words
