"""What the facilitator is told: what is not wrapped, who gets nothing, and how many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.contract import Panel
from exercises.gifts import EXERCISE
from exercises.gifts.config import GiftsConfig
from state.models import FACILITATOR
from tests.exercises.gifts.rooms import WRAP, Play, on_table


def desk(play: Play) -> Any:
    scene = EXERCISE.console(play.context("console"))
    assert scene is not None
    return scene.data


def screen(play: Play) -> Any:
    return EXERCISE.screen(play.context("screen")).data


def filled() -> Play:
    """Gifts a and c have something in them, gift b is empty; nothing is wrapped."""
    play = Play()
    play.does("o1x", "a.like", {"text": "woord"})
    play.does("o2x", "c.like", {"text": "woord"})
    return play


def test_the_console_warns_before_the_table_is_closed() -> None:
    play = filled()
    panel = EXERCISE.panel(play.context("console"))
    assert (panel.count, panel.total) == (0, 3)
    assert "2 gevulde cadeautjes zijn nog niet ingepakt" in panel.summary
    play.does("o1x", "a.wrap", WRAP)
    assert "1 gevuld cadeautje is nog" in EXERCISE.panel(play.context("console")).summary
    play.does("o2x", "c.wrap", WRAP)
    assert EXERCISE.panel(play.context("console")).summary == "zijn ingepakt"
    assert desk(play)["waiting"] == []


def test_the_screen_tells_gifts_of_the_group_from_those_that_givers_wrap() -> None:
    play = filled()
    play.does(FACILITATOR, "g-o4.ask", {"on": True})
    play.does("o1x", "g-o4.like", {"text": "dag"})
    play.go("table")
    assert (screen(play)["waiting"], screen(play)["waiting_of_group"]) == (3, 1)


def test_what_is_not_wrapped_stays_in_sight_without_its_contents() -> None:
    play = filled()
    play.go("table")
    seen = screen(play)
    assert [(gift["key"], gift["waits"]) for gift in seen["gifts"]] == [("a", True), ("c", True)]
    assert seen["waiting"] == 2 and "woord" not in repr(seen)
    assert [gift["key"] for gift in desk(play)["waiting"]] == ["a", "c"]
    moves = EXERCISE.panel(play.context("console")).moves
    assert [(move.label, move.slot) for move in moves] == [
        ("Pak in", "a.wrap"), ("Pak in", "c.wrap"),
    ]  # fmt: skip
    for move in moves:
        play.does(FACILITATOR, move.slot, move.payload)
    assert [gift["state"] for gift in screen(play)["gifts"]] == ["wrapped", "wrapped"]
    assert not EXERCISE.panel(play.context("console")).moves


def test_an_open_box_put_aside_is_no_longer_asked_for() -> None:
    play = filled()
    play.go("table")
    play.does(FACILITATOR, "a.skip", {"skip": True})
    assert [gift["key"] for gift in desk(play)["waiting"]] == ["c"]
    assert [gift["key"] for gift in screen(play)["gifts"]] == ["c"]


def leaves(play: Play, organisation: str) -> None:
    """An organisation leaves the track, and its people with it."""
    play.parties = tuple(replace(one, gone=one.gone or one.id == organisation)
                         for one in play.parties)  # fmt: skip
    for person in (f"{organisation}x", f"{organisation}y"):
        play.people.pop(person)
        play.stored = {key: one for key, one in play.stored.items() if key[0] != person}


def test_nobody_is_warned_of_a_gift_for_a_host_who_left() -> None:
    play = filled()
    leaves(play, "o2")
    for stage in ("fill", "table", "unwrap"):
        play.go(stage)
        panel = EXERCISE.panel(play.context("console"))
        assert panel.summary in ("zijn ingepakt", "zijn uitgepakt") and not panel.moves
        assert desk(play)["waiting"] == [] and screen(play)["waiting"] == 0
        assert (panel.count, panel.total) == ((0, 0) if stage == "unwrap" else (0, 1))
        assert [gift["key"] for gift in screen(play)["gifts"]] == (["b"] if stage == "fill" else [])
    rows = {row["key"]: (row["state"], row["gone"]) for row in desk(play)["gifts"]}
    assert rows == {"a": ("aside", "host"), "b": ("empty", ""), "c": ("aside", "visitor")}
    (given, _other) = EXERCISE.phone(play.context("phone", "o1x")).data["mine"]
    assert given["gone"] and given["state"] == "aside"


def test_a_wrapped_gift_outlives_its_giver_only_with_something_in_it() -> None:
    play = on_table("table")
    leaves(play, "o2")
    assert screen(play)["tally"] == (0, 1) and screen(play)["gifts"] == []


def test_what_is_put_aside_does_not_count() -> None:
    play = on_table("unwrap")
    play.does(FACILITATOR, "c.skip", {"skip": True})
    assert screen(play)["tally"] == (0, 1) and screen(play)["wrapped"] == 1
    play.does("o2x", "a.open", {"open": True})
    assert screen(play)["tally"] == (1, 1) and screen(play)["unwrapped"] == 1


def test_screen_and_console_count_the_same() -> None:
    play = on_table("fill")
    for stage in ("fill", "table", "unwrap", "after"):
        play.go(stage)
        if stage == "unwrap":
            play.does("o2x", "a.open", {"open": True})
        panel = EXERCISE.panel(play.context("console"))
        assert screen(play)["tally"] == (panel.count, panel.total)
        assert screen(play)["tally"] == ((1, 2) if stage in ("unwrap", "after") else (2, 3))


def test_who_gets_nothing_is_who_has_no_gift_with_anything_in_it() -> None:
    play = filled()
    del play.people["o1x"], play.people["o1y"], play.people["o4x"], play.people["o4y"]
    found = {one["id"]: one for one in desk(play)["without"]}
    assert set(found) == {"o3", "o4"}
    assert found["o3"]["ask"] and found["o4"]["ask"]
    assert found["o3"]["why"] == "wie er op bezoek was, is niet in de zaal"
    assert found["o4"]["why"] == "niemand ging er op bezoek" and not found["o4"]["here"]
    play.does(FACILITATOR, "g-o4.ask", {"on": True})
    found = {one["id"]: one for one in desk(play)["without"]}
    assert found["o4"]["why"] == "gevraagd aan de groep, nog leeg" and not found["o4"]["ask"]
    play.does("o2x", "g-o4.like", {"text": "woord"})
    assert [one["id"] for one in desk(play)["without"]] == ["o3"]


def test_who_is_not_in_the_room_is_marked() -> None:
    play = filled()
    del play.people["o1x"], play.people["o1y"]
    rows = {row["key"]: row for row in desk(play)["gifts"]}
    assert not rows["a"]["from_here"] and rows["a"]["to_here"]
    assert rows["c"]["from_here"] and not rows["c"]["to_here"]


def test_the_group_is_asked_for_a_visited_host_only_after_filling() -> None:
    play = Play()
    asks = {one["id"]: one["ask"] for one in desk(play)["without"]}
    assert asks == {"o1": False, "o2": False, "o3": False, "o4": True}
    play.go("table")
    assert all(one["ask"] for one in desk(play)["without"])
    # While hosts unwrap no phone lets anybody fill a gift.
    play.go("unwrap")
    assert not any(one["ask"] for one in desk(play)["without"])


def test_closing_tells_for_whom_the_group_was_asked_already() -> None:
    def told() -> str:
        return EXERCISE.unfinished(play.context("console"))

    play = on_table("table")
    ask = "Je kunt de groep om een cadeautje vragen."
    assert ask in told() and "vroeg je het al" not in told()
    play.does(FACILITATOR, "g-o4.ask", {"on": True})
    assert ask in told() and "Voor Het Achterom vroeg je het al aan de groep." in told()
    play.does(FACILITATOR, "g-o3.ask", {"on": True})
    assert ask not in told()
    assert "Voor Zevenhoek en Het Achterom vroeg je het al aan de groep." in told()
    # The group still can at the table, where the answers are closed.
    play.does("o2x", "g-o3.like", {"text": "woord"})
    assert told().startswith("Voor Het Achterom ligt er nog niets.")
    play = on_table("unwrap")
    assert ask not in told() and "ligt er nog niets" in told()


def test_without_visits_it_says_that_nobody_has_anything_to_fill() -> None:
    assert EXERCISE.lacks(Play(config=GiftsConfig()).context("console")).startswith(
        "Er is nog geen bezoek afgesproken."
    )
    told = EXERCISE.lacks(Play().context("console"))
    assert told.startswith("Kreeg geen bezoek: Het Achterom.") and "de groep" in told


def test_gifts_that_nobody_wrapped_are_told_before_all_is_unwrapped() -> None:
    assert [one.key for one in EXERCISE.stages if one.asks] == ["after"]
    play = on_table("unwrap")
    assert "ingepakt" not in EXERCISE.unfinished(play.context("console"))
    loose = Play()
    loose.does("o1x", "a.like", {"text": "van x"})
    loose.go("unwrap")
    said = EXERCISE.unfinished(loose.context("console"))
    assert "1 gevuld cadeautje is nog niet ingepakt." in said


def test_closing_tells_how_many_gifts_stay_closed() -> None:
    play = on_table("unwrap")
    told = EXERCISE.unfinished(play.context("console"))
    assert "2 cadeautjes zijn nog niet uitgepakt." in told
    assert told.startswith("Voor Zevenhoek en Het Achterom ligt er nog niets.")
    play.does("o2x", "a.open", {"open": True})
    assert "1 cadeautje is" in EXERCISE.unfinished(play.context("console"))
    play.go("after")
    assert "ligt er nog niets" not in EXERCISE.unfinished(play.context("console"))
    assert EXERCISE.unfinished(Play().context("console")) == ""


def test_closing_tells_who_can_unwrap_at_home_and_who_was_not_there() -> None:
    context = on_table("unwrap").context("console")
    told = EXERCISE.unfinished(context)
    assert "‘Thuis verder’" in told and "niemand bij" not in told
    hosts = {gift.host for gift in context.view.gifts.values() if gift.closed}
    everybody = context.members
    few = {id_: one for id_, one in everybody.items() if one.organisation_id not in hosts}
    told = EXERCISE.unfinished(replace(context, people=lambda: few))
    assert "zij kunnen het thuis niet openen" in told and "‘Thuis verder’" not in told


def test_who_only_fills_a_gift_of_the_group_has_nothing_to_wrap() -> None:
    play = Play()
    play.does(FACILITATOR, "g-o4.ask", {"on": True})

    def ready() -> frozenset[str]:
        return EXERCISE.panel(play.context("console")).answered

    assert ready() == frozenset()
    assert EXERCISE.panel(play.context("console")).unasked == {"o4x", "o4y"}, "they give nothing"
    play.does("o3x", "g-o4.like", {"text": "Welkom"})
    assert ready() == {"o3x"}
    play.does("o2x", "c.like", {"text": "woord"})
    assert "o2x" not in ready()
    play.does("o2x", "c.wrap", WRAP)
    assert {"o2x", "o2y"} < ready()


def test_while_hosts_unwrap_it_tells_who_unwrapped_and_read() -> None:
    play = on_table("unwrap")

    def panel() -> Panel:
        return EXERCISE.panel(play.context("console"))

    nobody_s = frozenset(f"{house}{letter}" for house in ("o3", "o4") for letter in "xy")
    assert (panel().answered, panel().unasked) == (frozenset(), nobody_s)
    play.does("o2x", "a.open", {"open": True})
    assert panel().answered == frozenset(), "it is read first"
    play.does("o2x", "a.page", {"at": 2})
    assert panel().answered == {"o2x", "o2y"} and panel().done_word == "uitgepakt"
    play.does(FACILITATOR, "c.skip", {"skip": True})
    assert panel().unasked == nobody_s | {"o1x", "o1y"}


def test_rounding_off_tells_of_a_gift_that_was_not_read_to_the_end() -> None:
    play = on_table("unwrap")
    play.does("o2x", "a.open", {"open": True})
    play.does("o2x", "a.page", {"at": 1})
    assert "uitgepakt, maar nog niet helemaal gelezen" in EXERCISE.unfinished(
        play.context("console")
    )
    assert desk(play)["now"]["to"] == "Kattenstaart"
    play.does("o2x", "a.page", {"at": 2})
    assert "gelezen" not in EXERCISE.unfinished(play.context("console"))


def test_nobody_reads_for_the_room_any_more_once_unwrapping_is_rounded_off() -> None:
    play = on_table("unwrap")
    play.does("o2x", "a.open", {"open": True})
    play.go("after")
    assert desk(play)["now"] is None and screen(play)["now"] is None
    assert EXERCISE.phone(play.context("phone", "o2x")).data["now"] is None


def test_the_facilitator_writes_a_note_for_somebody_without_a_phone() -> None:
    play = Play()
    play.people["o1x"] = replace(play.people["o1x"], by_hand=True)
    rows = {row["key"]: row for row in desk(play)["gifts"]}
    (hand,) = rows["a"]["hands"]
    assert hand["name"] == "x-o1" and rows["c"]["hands"] == []
    play.does(FACILITATOR, "a.like", {"text": "De soep", "for": hand["id"]})
    assert play.stored["o1x", "a.like"].payload == {"text": "De soep"}
    (after, *_others) = desk(play)["gifts"]
    assert after["count"] == 1 and "De soep" not in repr(desk(play))
    play.does("o1y", "a.wrap", WRAP)
    assert desk(play)["gifts"][0]["hands"] == []


def test_the_facilitator_writes_for_nobody_who_has_a_phone_or_gives_another_gift() -> None:
    play = Play()
    play.people["o1x"] = replace(play.people["o1x"], by_hand=True)
    alias = play.context("console").alias
    for slot, who in (("a.like", "o1y"), ("c.like", "o1x"), ("a.like", "niemand")):
        said = play.refused(FACILITATOR, slot, {"text": "De soep", "for": alias(who)})
        assert said == "Dit cadeautje vullen anderen. Kijk bij je eigen cadeautje."
