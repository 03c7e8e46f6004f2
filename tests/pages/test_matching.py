"""The page on who visits whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.desk import match_numbers
from state import matching, tracks, visits
from state.database import Store
from state.models import VisitState
from tests.pages.desk import data_folder, errors, open_page, press, texts
from tests.pages.matched import MatchTrack, match_track

CIRCLE = [
    ("De Regenton", "Het Achterom"), ("De Vensterbank", "Knikkerzak"),
    ("Kattenstaart", "Zevenhoek"), ("Zevenhoek", "De Vensterbank"),
    ("Het Achterom", "Kattenstaart"), ("Knikkerzak", "De Regenton"),
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def track(store: Store) -> MatchTrack:
    return match_track(store, silent=["Knikkerzak"])


def opened(track: MatchTrack) -> AppTest:
    return open_page("matching.py", t=track.track)


def rows(page: AppTest) -> list[tuple[str, str]]:
    """The couples that are shown, by name."""
    found = []
    for one in page.html:
        if '<div class="odv-couple">' in one.value:
            visitor, host = re.findall(r'<b translate="no">(.*?)</b>', one.value)
            found.append((unescape(visitor), unescape(host)))
    return found


def said(page: AppTest, start: str) -> str:
    """The HTML that begins so, in words."""
    (found,) = (one.value for one in page.html if one.value.startswith(start))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found)).split())


def stored(track: MatchTrack, state: str) -> list[tuple[str, str]]:
    names = {party: name for name, party in track.parties.items()}
    return [(names[one.visitor], names[one.host])
            for one in visits.of_track(track.store, track.track) if one.state == state]  # fmt: skip


def key(track: MatchTrack, visitor: str, host: str) -> str:
    return f"{track.id(visitor)}-{track.id(host)}"


def keys(page: AppTest) -> set[str]:
    return {str(one.key) for one in page.button}


def set_state(track: MatchTrack, visitor: str, host: str, state: VisitState) -> None:
    """Say of the visit of two, by name, how far it is."""
    pair = (track.id(visitor), track.id(host))
    (found,) = (one.id for one in visits.of_track(track.store, track.track)
                if (one.visitor, one.host) == pair)  # fmt: skip
    visits.set_state(track.store, [found], state)


def choose(page: AppTest, name: str, value: object) -> None:
    page.selectbox(key=name).set_value(value)


def test_it_shows_a_proposal_and_whose_wishes_are_not_known(track: MatchTrack) -> None:
    page = opened(track)
    assert rows(page) == CIRCLE
    shown = texts(page)
    assert (
        "Vier eerste keuzes, één tweede. Van één is geen top 3 bekend. Niemand over en weer."
        in shown
    )
    assert "Nog niet bekend: waar Knikkerzak heen wil. Wat niet gedeeld is, telt niet mee." in shown
    assert "Elk ontmoet er twee." in shown
    assert "Een plek zonder afspraak" not in " ".join([*shown, *(one.value for one in page.html)])
    assert visits.of_track(track.store, track.track) == ()


def test_a_row_opens_with_why_and_what_else_costs(track: MatchTrack) -> None:
    page = opened(track)
    pair = key(track, "De Regenton", "Het Achterom")
    press(page, f"odv-icon-match-{pair}")
    assert said(page, '<div class="odv-reason">') == (
        "Stond op 1 bij De Regenton, en Het Achterom is sterk waar De Regenton naar vraagt."
        " De Regenton vraagt: Hoe krijgen jullie ouders aan tafel om mee te beslissen?"
        " Het Achterom toont: Ouders beslissen mee, rond de tafel in de keuken."
        " Samen: ouders, tafel, beslissen"
    )
    costs = [one for one in texts(page) if one.startswith("Dat kost: ")]
    assert len(costs) == 3
    assert all(" gaat dan naar " in one and not re.search(r"\d", one) for one in costs)
    press(page, f"odv-icon-match-{pair}")
    assert not [one for one in texts(page) if one.startswith("Dat kost: ")]


def test_another_choice_is_taken(track: MatchTrack) -> None:
    page = opened(track)
    pair = key(track, "De Regenton", "Het Achterom")
    press(page, f"odv-icon-match-{pair}")
    press(page, f"odv-choose-{pair}-{track.id('Kattenstaart')}")
    assert ("De Regenton", "Kattenstaart") in rows(page)
    assert ("De Regenton", "Kattenstaart") in stored(track, "proposed")
    pair = key(track, "De Regenton", "Kattenstaart")
    press(page, f"odv-icon-match-{pair}")
    (told,) = (one for one in texts(page) if one.startswith("Als je het losmaakt: "))
    assert "De Regenton gaat dan naar Het Achterom (eerste keuze)" in told
    press(page, f"odv-fixed-{pair}")
    assert rows(page) == CIRCLE


def test_not_this_one_and_back(track: MatchTrack) -> None:
    page = opened(track)
    press(page, f"odv-fix-{key(track, 'Kattenstaart', 'Zevenhoek')}")
    press(page, f"odv-not-{key(track, 'De Regenton', 'Het Achterom')}")
    assert ("De Regenton", "Het Achterom") not in rows(page)
    assert ("Kattenstaart", "Zevenhoek") in rows(page)
    assert "De Regenton mag niet naar Het Achterom" in texts(page)
    rule = next(one for one in matching.choices(track.store, track.track)
                if one.kind == "must_not")  # fmt: skip
    press(page, f"odv-icon-drop-{rule.id}")
    assert rows(page) == CIRCLE
    assert "Een regel is weg: De Regenton mag niet naar Het Achterom" in texts(page)


def test_a_rule_is_typed_with_its_reason(track: MatchTrack) -> None:
    page = opened(track)
    choose(page, "odv-rule-who", track.id("De Regenton"))
    choose(page, "odv-rule-whom", track.id("Het Achterom"))
    page.text_input(key="odv-rule-why").set_value("zelfde straat")
    press(page, "odv-submit-rule")
    assert "De Regenton mag niet naar Het Achterom: zelfde straat" in texts(page)
    assert ("De Regenton", "Het Achterom") not in rows(page)
    press(page, "odv-submit-rule")
    assert errors(page) == ["Kies wie op bezoek gaat en bij wie."]
    choose(page, "odv-rule-who", track.id("De Regenton"))
    choose(page, "odv-rule-whom", track.id("De Regenton"))
    press(page, "odv-submit-rule")
    assert errors(page) == ["Niemand gaat bij zichzelf op bezoek. Kies een andere gastorganisatie."]


def test_what_is_impossible_is_said_and_solved(track: MatchTrack) -> None:
    for name in track.parties:
        if name != "Knikkerzak":
            matching.rule(track.store, track.track, "must_not", track.id(name),
                          track.id("Knikkerzak"))  # fmt: skip
    page = opened(track)
    assert rows(page) == []
    shown = texts(page)
    assert "Zo lukt het niet." in shown
    assert "Zonder Knikkerzak kan iedereen bezocht worden." in shown
    (without,) = (one for one in page.button if "zelf geen bezoek krijgt" in one.label)
    press(page, str(without.key))
    assert len(rows(page)) == 6
    assert "Knikkerzak" not in {host for _visitor, host in rows(page)}


def test_a_top_3_is_typed_by_hand(track: MatchTrack) -> None:
    page = opened(track)
    own = track.id("Knikkerzak")
    press(page, f"odv-button-wish-{own}")
    for hosts, sentence in (
        (["Knikkerzak"], "Knikkerzak kan niet bij zichzelf op bezoek. Kies een andere."),
        (["Zevenhoek", "Zevenhoek"], "Zevenhoek staat er twee keer in. Kies een andere."),
    ):
        for place, name in enumerate(hosts):
            choose(page, f"odv-wish-{own}-{place}", track.id(name))
        press(page, f"odv-submit-wish-{own}")
        assert errors(page) == [sentence]
    choose(page, f"odv-wish-{own}-0", track.id("Zevenhoek"))
    choose(page, f"odv-wish-{own}-1", track.id("De Regenton"))
    press(page, f"odv-submit-wish-{own}")
    assert "1. Zevenhoek, 2. De Regenton (door jou ingevuld)" in texts(page)
    assert "Van iedereen is bekend waar ze graag heen gaan." in texts(page)


def test_a_host_that_left_meanwhile_is_refused(track: MatchTrack) -> None:
    page = opened(track)
    own = track.id("Knikkerzak")
    press(page, f"odv-button-wish-{own}")
    choose(page, f"odv-wish-{own}-0", track.id("Zevenhoek"))
    tracks.remove_organisation(track.store, track.id("Zevenhoek"))
    press(page, f"odv-submit-wish-{own}")
    assert errors(page) == ["Zevenhoek doet niet meer mee. Kies een andere."]
    assert "Zevenhoek" not in {name for pair in rows(page) for name in pair}


def test_what_is_agreed_stays_and_can_be_opened_again(track: MatchTrack) -> None:
    page = press(opened(track), "odv-agree")
    assert stored(track, "agreed") == CIRCLE and rows(page) == CIRCLE
    assert not any(one.announced for one in visits.of_track(track.store, track.track))
    assert texts(page).count("afgesproken") == 6
    press(page, "odv-reopen")
    assert stored(track, "proposed") == CIRCLE


def test_when_somebody_leaves_what_is_agreed_stays_until_a_repair_is_asked(
    track: MatchTrack,
) -> None:
    press(opened(track), "odv-agree")
    tracks.remove_organisation(track.store, track.id("Knikkerzak"))
    page = opened(track)
    kept = [pair for pair in CIRCLE if "Knikkerzak" not in pair]
    shown = texts(page)
    assert (
        "Knikkerzak doet niet meer mee. Het bezoek van De Vensterbank aan Knikkerzak is nog niet"
        " afgezegd." in shown
    )
    assert "De Regenton krijgt nog geen bezoek." in shown
    assert "De Vensterbank gaat nog nergens op bezoek." in shown
    assert set(rows(page)) == set(kept) and "odv-agree" not in keys(page)
    press(page, "odv-repair")
    assert set(rows(page)) == {*kept, ("De Vensterbank", "De Regenton")}
    assert texts(page).count("afgesproken") == 4
    press(page, "odv-leave-agreed")
    assert set(rows(page)) == set(kept)
    press(page, "odv-repair")
    press(page, "odv-agree")
    assert set(stored(track, "agreed")) == set(rows(page)) and len(rows(page)) == 5
    assert "doet niet meer mee" not in " ".join(texts(page))
    assert set(rows(page)) == set(rows(opened(track)))


def test_visits_with_who_left_are_called_off_without_a_repair(track: MatchTrack) -> None:
    press(opened(track), "odv-agree")
    tracks.remove_organisation(track.store, track.id("Knikkerzak"))
    page = press(opened(track), "odv-call-off-lost")
    assert len(stored(track, "called_off")) == 2 and len(stored(track, "agreed")) == 4
    assert "odv-call-off-lost" not in keys(page)


def test_a_visit_that_was_made_is_no_rule_to_take_away(track: MatchTrack) -> None:
    press(opened(track), "odv-agree")
    set_state(track, "De Regenton", "Het Achterom", "done")
    for visitor in ("De Regenton", "Kattenstaart"):
        matching.rule(track.store, track.track, "fixed", track.id(visitor), track.id("Zevenhoek"))
    page = opened(track)
    assert len(rows(page)) == 6 and "gedaan" in texts(page)
    assert "Nog niet afgesproken: De Regenton gaat zeker naar Zevenhoek." in texts(page)
    press(page, "odv-repair")
    assert "De Regenton ging al naar Het Achterom" in " ".join(texts(page))
    assert set(rows(page)) == set(CIRCLE)
    offered = [one.label for one in page.button if "odv-do-remedy" in str(one.key)]
    assert any("De Regenton gaat zeker naar Zevenhoek" in one for one in offered)
    assert not any("Het Achterom" in one for one in offered)
    press(page, f"odv-icon-match-{key(track, 'De Regenton', 'Het Achterom')}")
    assert "Dit bezoek is al geweest." in texts(page)


def test_when_it_is_impossible_the_last_proposal_stays_in_view(track: MatchTrack) -> None:
    page = opened(track)
    press(page, "odv-propose-first")
    for name in track.parties:
        if name != "Knikkerzak":
            matching.rule(track.store, track.track, "must_not", track.id(name),
                          track.id("Knikkerzak"))  # fmt: skip
    page = opened(track)
    assert "Zo lukt het niet." in texts(page) and rows(page) == CIRCLE
    assert "odv-agree" not in keys(page)


def test_a_couple_that_was_called_off_comes_back_only_when_chosen(track: MatchTrack) -> None:
    press(opened(track), "odv-agree")
    set_state(track, "De Regenton", "Het Achterom", "called_off")
    page = opened(track)
    assert "De Regenton naar Het Achterom is afgezegd" in texts(page)
    press(page, "odv-repair")
    assert ("De Regenton", "Het Achterom") not in rows(page)
    press(page, f"odv-again-{key(track, 'De Regenton', 'Het Achterom')}")
    assert ("De Regenton", "Het Achterom") in rows(page) and "eerder afgezegd" in texts(page)


def test_another_choice_that_cannot_be_says_what_stands_in_the_way(track: MatchTrack) -> None:
    press(opened(track), "odv-fix-" + key(track, "Kattenstaart", "Zevenhoek"))
    matching.set_numbers(track.store, track.track, "most_visits", track.id("Zevenhoek"), [1])
    page = opened(track)
    press(page, f"odv-icon-match-{key(track, 'Het Achterom', 'Kattenstaart')}")
    told = [one for one in texts(page) if one.startswith("Dat kan niet")]
    assert told == ["Dat kan niet: Kattenstaart gaat zeker naar Zevenhoek."]


def test_numbers_of_an_organisation(track: MatchTrack) -> None:
    page = press(opened(track), f"odv-button-numbers-{track.track}")
    own = track.id("De Regenton")
    sends = next(one for one in page.selectbox if f"odv-sends-{own}" in str(one.key))
    sends.set_value((2, 2)).run()
    assert not page.exception
    assert [pair[0] for pair in rows(page)].count("De Regenton") == 2
    most = next(one for one in page.selectbox if f"odv-most_visits-{own}" in str(one.key))
    most.set_value(0).run()
    assert "De Regenton" not in {host for _visitor, host in rows(page)}


@pytest.mark.parametrize(
    ("sends", "words"),
    [
        ((), "niemand"), ((1,), "één persoon"), ((2,), "een duo"), ((2, 2), "twee duo’s"),
        ((2, 1), "een duo en één persoon"), ((3,), "drie mensen samen"),
    ],
)  # fmt: skip
def test_groups_in_words(sends: tuple[int, ...], words: str) -> None:
    assert match_numbers.groups_words(sends) == words


def test_names_are_shown_as_they_were_typed(store: Store, track: MatchTrack) -> None:
    name = "<b>Ayşe</b> & Čapek’s *huis*"
    tracks.change_organisation(store, track.id("Kattenstaart"), name, "", "", 3, "")
    page = opened(track)
    assert (name, "Zevenhoek") in rows(page)
    press(page, f"odv-not-{key(track, 'Kattenstaart', 'Zevenhoek')}")
    assert f"{name} mag niet naar Zevenhoek" in texts(page)


def test_before_anybody_wrote_no_name_is_said_twice(store: Store) -> None:
    track = tracks.add_track(store, "Nieuw", "")
    for name in ("De Brug", "De Kade", "De Werf"):
        tracks.add_organisation(store, track, name)
    shown = texts(open_page("matching.py", t=track))
    assert "Van niemand is al bekend waar ze heen willen." in shown
    assert sum("De Kade" in one for one in shown) <= 2
    assert not any("gedeeld" in one for one in shown)


def test_below_the_web_stands_what_is_true(track: MatchTrack) -> None:
    matching.set_numbers(track.store, track.track, "sends", track.id("De Regenton"), [2, 2])
    shown = texts(opened(track))
    assert "Elk ontmoet er minstens twee." in shown and "Elk ontmoet er twee." not in shown


def test_too_few_organisations(store: Store) -> None:
    page = open_page("matching.py", t=tracks.add_track(store, "Leeg", ""))
    assert "Voor een bezoek zijn er twee organisaties nodig. Zet ze eerst in het traject." in texts(
        page
    )


def test_of_many_organisations_only_unknown_wishes_are_shown_at_first(store: Store) -> None:
    track = tracks.add_track(store, "Veel", "")
    ids = [tracks.add_organisation(store, track, f"Huis {at}") for at in range(12)]
    for at, one in enumerate(ids[1:], start=1):
        matching.set_wishes(store, track, one, [ids[at - 1]])
    page = open_page("matching.py", t=track)
    assert len(rows(page)) == 12
    assert [str(one.key) for one in page.button if "odv-button-wish-" in str(one.key)] == [
        f"odv-button-wish-{ids[0]}"
    ]
    press(page, f"odv-button-wishes-{track}")
    assert len([one for one in page.button if "odv-button-wish-" in str(one.key)]) == 12
