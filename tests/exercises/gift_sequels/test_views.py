"""What phones and screen are given of the sequels, and what a sequel survives."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Earlier
from exercises.gift_sequels import EXERCISE
from exercises.gift_sequels.model import fold
from exercises.gift_sequels.views import phone, screen
from tests.exercises.gift_sequels.rooms import (
    FILL,
    GIFT,
    LIKED,
    PLANNED,
    RECEIVED,
    SENTENCE,
    TIP,
    WAITS,
    chosen,
    room,
    sequel,
    turn,
    written,
)

SHOWN = sequel(heading=LIKED.heading, gift=LIKED.text, readers="everybody")
THEN = fold(EXERCISE.sample, [written("In maart nog niet", gift=GIFT), turn("o0", GIFT)])
BEFORE = (Earlier("old", "Tussendoor", "2027-03-04", EXERCISE.sample, THEN),)


def test_a_phone_reads_all_of_its_own_gifts_and_nothing_of_others() -> None:
    own = phone(room("phone", [written()], [*RECEIVED, LIKED, TIP, PLANNED], me="greet")).data
    assert [one["key"] for one in own["gifts"]] == [GIFT, "e:v2"]
    assert [one["text"] for one in own["gifts"][0]["notes"]] == [LIKED.text, TIP.text]
    assert own["gifts"][0]["by"] == "Samir" and own["actions"][0]["text"] == PLANNED.text
    other = phone(room("phone", [written()], [*RECEIVED, LIKED, TIP], me="lien")).data
    assert other["gifts"] == [] and SENTENCE not in str(other) and TIP.text not in str(other)


def test_who_gave_is_asked_what_giving_brought() -> None:
    gave = phone(room("phone", me="marleen")).data["gave"]
    assert gave["to"] == ["De Regenton"]
    assert phone(room("phone", me="lien")).data["gave"]["to"] == []


def test_nobody_s_phone_is_given_nothing() -> None:
    assert phone(room("phone")).data == {}


def test_while_people_write_the_screen_has_only_the_table() -> None:
    data = screen(room("screen", [written(), chosen()], phase=FILL)).data
    assert data["now"] is None and data["written"] == 1 and data["total"] == 2
    assert [one["state"] for one in data["gifts"]] == ["open", "open"]
    assert SENTENCE not in str(data)


def test_gift_and_sequel_come_together() -> None:
    told = [written(), chosen(), turn("o0", GIFT)]
    now = screen(room("screen", told, [*RECEIVED, SHOWN, PLANNED])).data["now"]
    assert now["party"]["name"] == "De Regenton"
    assert (now["gift"]["words"], now["gift"]["text"]) == (LIKED.text, SENTENCE)


def test_a_note_that_is_withdrawn_leaves_the_sentence() -> None:
    told = [written(), chosen(), turn("o0", GIFT)]
    gift = screen(room("screen", told, [*RECEIVED, sequel(readers="everybody")])).data["now"][
        "gift"
    ]
    assert (gift["heading"], gift["words"], gift["text"]) == ("", "", SENTENCE)


def test_a_sequel_survives_its_gift() -> None:
    told = [written(), turn("o0", GIFT)]
    gift = screen(room("screen", told, [])).data["now"]["gift"]
    assert gift["text"] == SENTENCE and gift["from"]["name"] == "De Vensterbank"
    own = phone(room("phone", told, [], me="greet")).data["gifts"]
    assert [(one["text"], one["notes"], one["lost"]) for one in own] == [(SENTENCE, [], True)]
    # Its notes may also be kept from a phone of which nobody knows whose it is.
    unknown = phone(room("phone", told, me="greet")).data["gifts"][0]
    assert (unknown["notes"], unknown["lost"]) == ([], False)


def test_what_was_said_before_is_read_again() -> None:
    own = phone(room("phone", [], me="greet", past=lambda: BEFORE)).data["gifts"][0]
    assert own["earlier"] == [{"when": "4 maart", "text": "In maart nog niet"}]
    told = [written(), turn("o0", GIFT)]
    shown = screen(room("screen", told, past=lambda: BEFORE)).data["now"]["gift"]
    assert shown["earlier"] == own["earlier"]


def test_what_was_never_told_stays_with_its_organisation_later_too() -> None:
    silent = fold(EXERCISE.sample, [written("Enkel voor ons")])
    past = (Earlier("old", "Tussendoor", "", EXERCISE.sample, silent),)
    told = [written(), turn("o0", GIFT)]
    assert "Enkel voor ons" not in str(screen(room("screen", told, past=lambda: past)).data)
    other = phone(room("phone", told, me="lien", past=lambda: past)).data
    assert "Enkel voor ons" not in str(other)


def test_who_received_nothing_tells_what_it_gave() -> None:
    now = screen(room("screen", [turn("o1")])).data["now"]
    assert (now["count"], [one["name"] for one in now["gave_to"]]) == (0, ["De Regenton"])


def test_a_gift_that_was_not_unwrapped_lies_there_still() -> None:
    found = [*RECEIVED, WAITS]
    own = phone(room("phone", [], found, me="lien")).data
    assert [one["from"]["name"] for one in own["wrapped"]] == ["De Regenton"]
    assert own["gifts"] == [] and own["wrapped"][0]["state"] == "wrapped"
    assert phone(room("phone", [], found, me="marleen")).data["wrapped"] == []
    table = screen(room("screen", [], found, phase=FILL)).data
    assert [one["key"] for one in table["gifts"]] == [GIFT, "e:v2", "e:v3"]
    assert (table["total"], table["wrapped"], table["without"]) == (2, 1, 1)
    # What was unwrapped before lies open, whether or not something was said of it.
    assert [one["state"] for one in table["gifts"]] == ["open", "open", "wrapped"]
    assert "Kattenstaart" in table["wrapped_for"]
    two = [*found, replace(WAITS, organisation="o1")]
    named = screen(room("screen", [], two, phase=FILL)).data["wrapped_for"]
    assert named == "De Vensterbank en Kattenstaart"
    now = screen(room("screen", [turn("o2")], found)).data["now"]
    assert (now["count"], now["wrapped"], len(now["gifts"])) == (0, 1, 1)
    giver = phone(room("phone", [], found, me="greet")).data["gave"]
    assert giver["to"] == ["Kattenstaart"]
