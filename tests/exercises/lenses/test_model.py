"""Stories as they are put together, and what each role may see of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exercises.contract import Answer, Json, Member, Phase, TrackVisit
from exercises.lenses import EXERCISE
from exercises.lenses.config import (
    FREE,
    LensesConfig,
    moved,
    skipping,
    usual,
    with_story,
    with_track,
)
from exercises.lenses.model import (
    LensesView,
    clock,
    fold,
    listens,
    public,
    remark_key,
    shown_notes,
    steps,
    tells,
)
from state.models import FACILITATOR

VISITS = (
    TrackVisit("v2", host="c", visitor="b", announced=True),
    TrackVisit("v1", host="b", visitor="a", people=("an",), state="done", announced=True),
    TrackVisit("v3", host="a", visitor="c", state="called_off", announced=True),
)
CONFIG: LensesConfig = with_track(usual(), VISITS)
AN, ADA = Member("an", "An", "a", "A", 1, "staat"), Member("ada", "Ada", "a", "A", 1, "staat")
BO, CAS = Member("bo", "Bo", "b", "B", 2, "staat"), Member("cas", "Cas", "c", "C", 3, "staat")


def said(person: str, text: str, order: int = 1, **more: object) -> Answer:
    payload: Json = {"text": text, "lens": "critical", **more}
    return Answer(person, "v1.said-1", payload, order=order)


ANSWERS = (
    Answer(FACILITATOR, "v1.dealt", {"held": {"bo": "families", "cas": "critical"}}),
    said("cas", "Wie eet hier nooit mee?", 3), said("bo", "Stilte mag.", 2),
    Answer("a", "v1.card-n2~p1", {"on": True, "n": 2}),
    Answer("a", "v1.card-n1~", {"on": True, "n": 1}),
    Answer("a", "v1.card-n3~", {"on": False, "n": 3}),
    Answer("an", "v1.told", {"text": "Eerst aan tafel."}),
)  # fmt: skip


def view(answers: Sequence[Answer] = ANSWERS) -> LensesView:
    return fold(CONFIG, answers)


def seen(role: str, stage: str, me: Member | None = None, step: int = 0) -> LensesView:
    shown = stage != "listen"
    return public(view(), Phase(step, stage, True, shown), role, me)  # type: ignore[arg-type]


def test_stories_that_were_done_come_first_and_what_was_called_off_is_none() -> None:
    assert [one.key for one in CONFIG.stories] == ["v1", "v2"]
    assert [one.key for one in steps(CONFIG)] == ["v1", "v2"]


def test_the_facilitator_orders_skips_and_adds() -> None:
    added = with_story(CONFIG, "Een bezoek van lang geleden", "c")
    extra = added.extra[0].key
    assert [one.key for one in added.stories] == ["v1", "v2", extra]
    first = moved(moved(added, extra, -1), extra, -1)
    assert [one.key for one in first.stories] == [extra, "v1", "v2"]
    without = skipping(first, "v1", on=True)
    assert [one.key for one in without.stories] == [extra, "v2"]
    assert skipping(without, "v1", on=False).stories == first.stories


def test_without_visits_there_is_one_story_that_nobody_in_particular_tells() -> None:
    (only,) = usual().stories
    assert only.key == FREE and not tells(only, "guests", AN) and listens(only, "guests", AN)


def test_cards_stand_in_their_order_and_what_was_taken_off_is_not_shown() -> None:
    told = view().stories["v1"]
    assert [(one.note, one.photo) for one in told.cards] == [("n1", ""), ("n2", "p1")]
    assert shown_notes(view()) == {"n1", "n2"}


def test_of_tellers_and_facilitator_the_later_one_leafs() -> None:
    pages = [Answer("a", "v1.at", {"at": 4}, order=2), Answer(FACILITATOR, "v1.at", {"at": 1})]
    assert view(pages).stories["v1"].page == 4
    later = [pages[0], replace(pages[1], order=3)]
    assert view(later).stories["v1"].page == 1


def test_of_the_remarks_shown_large_the_last_one_counts() -> None:
    picks = [
        Answer("a", "v1.pick-one", {"on": True, "open": True}, order=1),
        Answer("a", "v1.pick-two", {"on": True, "open": True}, order=2),
    ]
    assert view(picks).stories["v1"].large == "two"
    closed = replace(picks[1], payload={"on": True, "open": False}, order=3)
    assert view([picks[0], closed]).stories["v1"].large == "one"


def test_who_tells_holds_no_lens() -> None:
    story = CONFIG.stories[0]
    assert tells(story, "guests", AN) and not tells(story, "guests", ADA)
    assert listens(story, "guests", ADA) and listens(story, "guests", BO)
    assert tells(story, "host", BO) and not tells(story, "host", AN)
    assert not listens(story, "host", BO) and not listens(story, "host", AN)
    assert not any(tells(story, "nobody", one) for one in (AN, ADA, BO, CAS))


def test_before_remarks_are_gathered_nobody_but_their_writer_has_them() -> None:
    for role, me in (("screen", None), ("phone", AN)):
        assert seen(role, "listen", me).of("v1") == ()
        assert not any(seen(role, "listen", me).writers.values())
    (own,) = seen("phone", "listen", CAS).of("v1")
    assert own.text == "Wie eet hier nooit mee?"


def test_once_gathered_screen_and_tellers_read_them_without_whose() -> None:
    for role, me in (("screen", None), ("phone", AN)):
        found = seen(role, "gather", me).of("v1")
        assert [one.text for one in found] == ["Stilte mag.", "Wie eet hier nooit mee?"]
        assert not any(seen(role, "gather", me).writers.values())
    mine = seen("phone", "gather", CAS)
    assert [one.text for one in mine.of("v1")] == ["Wie eet hier nooit mee?"]
    assert list(mine.writers) == ["cas"]


def test_a_phone_knows_the_own_lens_and_the_screen_none() -> None:
    assert seen("phone", "gather", BO).stories["v1"].held == {"bo": "families"}
    assert seen("phone", "gather", AN).stories["v1"].held == {}
    assert seen("screen", "gather").stories["v1"].held == {}


def test_what_is_shown_goes_to_the_screen_and_to_who_tells_and_to_nobody_else() -> None:
    for role, me in (("screen", None), ("phone", AN)):
        assert shown_notes(seen(role, "listen", me)) == {"n1", "n2"}
        assert seen(role, "listen", me).stories["v1"].texts
    for me in (ADA, BO, CAS, None):
        assert shown_notes(seen("phone", "listen", me)) == frozenset()
        assert not seen("phone", "listen", me).stories["v1"].texts
    # At the next story that of before is put away.
    assert shown_notes(seen("screen", "listen", step=1)) == frozenset()


def test_each_story_has_its_own_clock() -> None:
    assert clock(CONFIG, Phase(0, "listen")) == 20
    shared = replace(CONFIG, planned=60)
    assert clock(shared, Phase(0, "listen")) == 60 // len(CONFIG.stories)
    # However full the agenda is, a story can be told.
    assert clock(replace(CONFIG, planned=6), Phase(0, "listen")) == 5
    assert clock(replace(CONFIG, planned=60, minutes=12), Phase(0, "listen")) == 12
    assert clock(CONFIG, Phase(0, "gather")) is None
    assert EXERCISE.clock(replace(CONFIG, minutes=0), Phase(0, "listen")) == 0


def test_keys_of_remarks_do_not_tell_whose_they_are() -> None:
    keys = {remark_key(one, slot) for one in ("an", "bo") for slot in ("v1.said-1", "v1.said-2")}
    assert len(keys) == 4


def test_a_remark_stays_picked_where_it_is_read_without_its_author() -> None:
    key = remark_key("cas", "v1.said-1")
    pick = Answer("a", f"v1.pick-{key}", {"on": True, "open": False})
    (own,) = view([said("cas", "Wie?", key=key), pick]).of("v1")
    (unnamed,) = view([said("somebody", "Wie?", key=key), pick]).of("v1")
    assert own.picked and unnamed == own
