"""Names that may be of one person: the first name alone, or with the initial of the last name, and
names that look the same on the screen though other letters or spaces were typed."""

from __future__ import annotations

from sqlite_utils import Database

from state.models import Person
from state.text_rules import name_key

# Somebody of a large organisation looks for the own name in the list instead.
_MOST = 3
# Letters of the Cyrillic and the Greek script that look like a Latin one, as a capital or a small
# one. The table of Unicode (confusables.txt) takes all scripts together, more than anybody types by
# mistake or in jest, and the library that compares by it is an alpha.
_LOOKS = str.maketrans(
    "авеѕіјкмнорстухһԁԛԝӏ" + "αβεζηικμνορτυχ" + "ɑɡ",
    "abesijkmhopctyxhdqwl" + "abezhikmnoptyx" + "ag",
)


def may_be_same(one: str, other: str) -> bool:
    """Whether one of two names is the other with the last name left out or shortened, or looks like
    the other. Two spellings of one name (`name_key`) are not meant: they are the same."""
    if look(one) == look(other) != "" and name_key(one) != name_key(other):
        return True
    first, second = _words(one), _words(other)
    if not first or not second or first == second or first[0] != second[0]:
        return False
    return all(_fits(a, b) for a, b in zip(first[1:], second[1:], strict=False))


def look(name: str) -> str:
    """What is seen of a name: its letters and digits, those of other scripts as the Latin ones that
    they look like, without what stands between them."""
    return "".join(one for one in name_key(name).translate(_LOOKS) if one.isalnum())


def people(db: Database, organisation_id: str, name: str) -> tuple[Person, ...]:
    """The people of an organisation who may have typed this name, at most a few, by name."""
    found = db.query(
        "SELECT * FROM person WHERE organisation_id = ? AND removed_at IS NULL"
        " AND erased_at IS NULL ORDER BY name_key",
        [organisation_id],
    )
    return tuple(Person.of(row) for row in found if may_be_same(row["name"], name))[:_MOST]


def _words(name: str) -> list[str]:
    return name_key(name.replace(".", " ")).split()


def _fits(one: str, other: str) -> bool:
    """Whether two words are the same, or one is the initial of the other; a number is none."""
    short = min(one, other, key=len)
    return one == other or (len(short) == 1 and short.isalpha() and one[0] == other[0])
