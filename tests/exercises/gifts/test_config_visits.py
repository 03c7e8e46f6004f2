"""Which visits give gifts, and under which keys: those of the track, and of earlier versions."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Party, TrackVisit
from exercises.gifts import config_visits as visits
from exercises.gifts.config import GiftsConfig, GiftVisit
from state.models import VisitDay, VisitState

ORGANISATIONS = (
    Party("r", "De Regenton", "Inloophuis", 1), Party("v", "De Vensterbank", "Ouderpunt", 2),
    Party("k", "Kattenstaart", "Kinderopvang", 3), Party("z", "Zevenhoek", "Buurtwerk", 4),
    Party("o", "Oude Molen", "School", 6, True),
)  # fmt: skip


def made(key: str, visitor: str, host: str, state: VisitState = "agreed") -> TrackVisit:
    return TrackVisit(key, host, visitor, state=state, announced=True)


def keys(config: GiftsConfig) -> list[str]:
    return [one.key for one in config.giving]


def test_visits_of_the_track_that_stand_give_gifts_under_their_id() -> None:
    config = visits.with_track(
        GiftsConfig(),
        (made("1", "r", "k"), made("2", "k", "v", "proposed"), made("3", "v", "r", "done"),
         made("4", "z", "k", "called_off")),
    )  # fmt: skip
    assert keys(config) == ["1", "3"]
    assert [one.key for one in config.ended] == ["4"]
    assert config.only_here == ()


def test_a_visit_of_which_is_said_that_it_took_place_has_its_gift() -> None:
    hidden = [replace(made(str(at), "r", "k"), announced=False) for at in range(4)]
    past, ahead = VisitDay("2020-03-02"), VisitDay("2199-03-02")
    config = visits.with_track(
        GiftsConfig((GiftVisit("a", "r", "k"),)),
        (replace(hidden[0], state="done"), replace(hidden[1], days=(past,)),
         replace(hidden[2], days=(ahead,)), hidden[3]),
    )  # fmt: skip
    assert keys(config) == ["a"]
    assert config.silent == 3


def test_a_visit_keeps_the_key_of_the_list_of_an_earlier_version() -> None:
    listed = GiftsConfig((GiftVisit("a", "r", "k", 3), GiftVisit("b", "k", "v")))
    assert keys(listed) == ["a", "b"], "without visits of the track it plays as it did"
    duos = (made("1", "r", "k"), made("2", "r", "k"))
    config = visits.with_track(listed, duos)
    assert keys(config) == ["a", "2", "b"]
    assert config.giving[0].count == 2, "what the track says goes before the list"
    assert [one.key for one in config.only_here] == ["b"]
    off = visits.with_track(listed, (replace(duos[0], state="called_off"), duos[1]))
    assert keys(off) == ["2", "b"], "the gift of the other duo keeps its key"
    assert [one.key for one in off.ended] == ["a"]


def test_a_proposal_takes_nothing_away_from_an_earlier_list() -> None:
    config = visits.with_track(
        GiftsConfig((GiftVisit("a", "r", "k"),)), (made("1", "r", "k", "proposed"),)
    )
    assert keys(config) == ["a"]


def test_a_visit_that_was_taken_off_the_list_may_come_back_as_one_of_the_track() -> None:
    config = GiftsConfig(gone=(GiftVisit("a", "r", "k"),))
    assert [one.key for one in config.ended] == ["a"]
    back = visits.with_track(config, (made("1", "r", "k"),))
    assert keys(back) == ["a"]
    assert back.ended == ()


def test_what_is_stored_holds_the_list_of_before_and_no_visits_of_the_track() -> None:
    listed = GiftsConfig((GiftVisit("a", "r", "k", 2),), gone=(GiftVisit("b", "k", "r"),))
    config = visits.with_track(listed, (made("1", "z", "k"),))
    assert GiftsConfig.from_json(config.to_json()) == listed


def test_hosts_whom_nobody_visited() -> None:
    config = visits.with_track(GiftsConfig((GiftVisit("a", "r", "k"),)), (made("1", "k", "v"),))
    assert [one.id for one in visits.hosts_without_visit(config, ORGANISATIONS)] == ["r", "z"]


def test_a_visit_taken_off_the_old_list_keeps_what_is_in_its_gift() -> None:
    config = GiftsConfig((GiftVisit("a", "o1", "o2"), GiftVisit("b", "o2", "o1")))
    left = visits.without(config, "a", {"a"})
    assert (left.visits, left.gone) == ((config.visits[1],), (config.visits[0],))
    assert visits.without(config, "a").gone == (), "nothing was in it"


def test_other_content_brings_its_questions_and_no_visits() -> None:
    config = GiftsConfig((GiftVisit("a", "o1", "o2"),))
    other = GiftsConfig((GiftVisit("b", "o1", "o2"), GiftVisit("c", "o3", "o1")), ("En nu?",))
    assert visits.taken_over(config, other, {"a"}) == replace(config, questions=("En nu?",))
