"""A whole meeting, as it goes in a hall: with bad Wi-Fi, a latecomer and a laptop that dies."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from exercises.engine import flow, running
from tests.browser.actors import PATIENCE, SMALL_PHONE, Actor, Facilitator, Phone, Remote, Screen
from tests.browser.eyes import read_qr
from tests.browser.server import Server
from tests.browser.setting import FIRST, SECOND, Setting, cold_places

SAVED = "Bewaard. Je mag nog opschuiven."
OFFLINE = "Even geen verbinding."


@dataclass
class Hall:
    """Everybody who takes part, and the server they take part by."""

    server: Server
    setting: Setting
    facilitator: Facilitator
    screen: Screen
    remote: Remote
    phones: dict[str, Phone]

    @property
    def everybody(self) -> list[Actor]:
        """All who have a page open."""
        return [self.facilitator, self.screen, self.remote, *self.phones.values()]

    def look(self, what: str) -> None:
        """Keep a picture of what each of them sees."""
        for actor in self.everybody:
            actor.look(what)


def test_a_whole_meeting(
    server: Server,
    setting: Setting,
    facilitator: Facilitator,
    remote: Remote,
    phone: Callable[..., Phone],
    tmp_path: Path,
) -> None:
    facilitator.opens_console(server.url, setting.meeting)
    screen = facilitator.opens_screen()
    screen.sees("Kom binnen.", "De deur staat open.")
    hall = Hall(server, setting, facilitator, screen, remote, {})

    everybody_comes_in(hall, phone)
    the_first_statement(hall)
    a_phone_reloads_in_the_middle_of_a_text(hall)
    a_phone_loses_its_connection(hall)
    the_talk_is_noted(hall)
    the_laptop_dies_while_people_move(hall)
    the_laptop_dies_and_the_meeting_is_elsewhere_when_it_is_back(hall)
    a_latecomer_joins_by_the_small_qr(hall, phone)
    nobody_is_named(hall)
    figures_stay_hidden(hall)
    the_second_round_of_the_second_statement(hall)
    the_meeting_closes(hall)
    the_export_holds_what_was_done(hall, tmp_path)

    assert {actor.who: actor.errors for actor in hall.everybody if actor.errors} == {}


def everybody_comes_in(hall: Hall, phone: Callable[..., Phone]) -> None:
    invitation = hall.screen.invitation()
    assert invitation == f"{hall.server.url}/d/{hall.setting.code}"
    for organisation, name, more in (
        ("De Regenton", "Samir", {}),
        ("De Vensterbank", "Marleen", {"size": SMALL_PHONE}),
        ("Kattenstaart", "Lien", {}),
        ("Kattenstaart", "Ayfer", {}),
    ):
        hall.phones[name] = phone(name, **more)
        hall.phones[name].joins(invitation, organisation, name)
        hall.phones[name].sees("Kijk naar het scherm.")
        hall.screen.sees(name)
        expect(hall.facilitator.person(name)).to_be_visible()
    hall.remote.page.goto(hall.facilitator.remote_invitation())
    hall.remote.sees("4 van de 4")
    hall.look("iedereen-binnen")


def the_first_statement(hall: Hall) -> None:
    hall.remote.presses("Begin met De lijn")
    for actor in hall.everybody:
        actor.sees(FIRST)
    hall.screen.look("stelling")
    hall.facilitator.presses("Laat iedereen kiezen")
    samir, marleen, lien, ayfer = hall.phones.values()
    samir.sees("Sleep je figuur of tik op de lijn.")
    samir.look("nog-niemand")
    samir.stands(0.1)
    marleen.taps(0.4)
    lien.keys("End", "ArrowLeft", "ArrowLeft")
    ayfer.presses("Een stap naar links")
    for name in hall.phones:
        hall.phones[name].sees(SAVED)
    assert hall.setting.standing("s1.1") == pytest.approx(
        {"Samir": 0.1, "Marleen": 0.4, "Lien": 0.9, "Ayfer": 0.45}, abs=0.011
    )
    hall.screen.sees("4 van de 4")
    expect(hall.screen.figures()).to_have_count(4)
    hall.screen.stand_there("Samir", "Marleen", "Ayfer", "Lien")
    hall.look("iedereen-staat")


def a_phone_reloads_in_the_middle_of_a_text(hall: Hall) -> None:
    lien = hall.phones["Lien"]
    lien.writes("Omdat de deur altijd op een kier")
    lien.reloads()
    expect(lien.why()).to_have_value("Omdat de deur altijd op een kier")
    # It goes on its way without a hand: a field that looks filled in is not touched again.
    expect(lien.page.locator(".why .saved")).to_be_visible()
    assert hall.setting.words("s1.why") == {"Lien": "Omdat de deur altijd op een kier"}
    lien.look("tekst-na-herladen")
    lien.writes("Omdat de deur altijd op een kier staat.")
    lien.leaves_the_field()
    finished = {"Lien": "Omdat de deur altijd op een kier staat."}
    lien.until(lambda: hall.setting.words("s1.why") == finished, "the words to be saved")
    assert lien.place() == pytest.approx(0.9)


def a_phone_loses_its_connection(hall: Hall) -> None:
    samir = hall.phones["Samir"]
    samir.context.set_offline(True)
    samir.sees(OFFLINE)
    samir.stands(0.3)
    samir.writes("Bij ons bel je aan.")
    samir.leaves_the_field()
    samir.sees("Nog niet bewaard")
    samir.sees_nothing_of(SAVED)
    samir.look("zonder-verbinding")
    assert hall.setting.standing("s1.1")["Samir"] == pytest.approx(0.1, abs=0.011)
    samir.context.set_offline(False)
    samir.sees(SAVED)
    expect(samir.page.locator(".why .saved")).to_be_visible()
    samir.sees_nothing_of(OFFLINE)
    samir.look("weer-verbonden")
    assert hall.setting.standing("s1.1")["Samir"] == pytest.approx(0.3, abs=0.011)
    assert hall.setting.words("s1.why")["Samir"] == "Bij ons bel je aan."


def the_talk_is_noted(hall: Hall) -> None:
    hall.facilitator.presses("Naar het gesprek")
    hall.screen.sees("Welk voorbeeld geef je ons?")
    for phone in hall.phones.values():
        phone.sees("Vertel het elkaar")
    note = hall.facilitator.page.get_by_label("Wat onthou je uit dit gesprek?")
    note.fill("De bel is een drempel.")
    note.blur()
    expect(hall.facilitator.page.locator(".con-note .saved")).to_be_visible()
    assert hall.setting.words("s1.note") == {"facilitator": "De bel is een drempel."}
    hall.look("praten")


def the_laptop_dies_while_people_move(hall: Hall) -> None:
    hall.remote.presses("Laat iedereen opschuiven")
    marleen, ayfer = hall.phones["Marleen"], hall.phones["Ayfer"]
    marleen.sees("Je mag opschuiven of blijven staan.")
    marleen.stands(0.8)
    marleen.sees(SAVED)
    hall.server.kill9()
    # What the phone called saved is on the disk of a laptop that nobody has asked anything.
    assert cold_places(hall.server.data, "s1.2") == [pytest.approx(0.8, abs=0.011)]
    for actor in hall.everybody:
        actor.sees(OFFLINE.rstrip("."))
    ayfer.stands(0.7)
    ayfer.sees("Nog niet bewaard")
    hall.look("laptop-dood")
    hall.server.start()
    for actor in hall.everybody:
        actor.sees_nothing_of(OFFLINE.rstrip("."))
    ayfer.sees(SAVED)
    assert hall.setting.standing("s1.2") == pytest.approx({"Marleen": 0.8, "Ayfer": 0.7}, abs=0.011)
    hall.screen.sees("2 schoven op na het gesprek.")
    hall.look("laptop-terug")


def the_laptop_dies_and_the_meeting_is_elsewhere_when_it_is_back(hall: Hall) -> None:
    hall.server.kill9()
    for actor in hall.everybody:
        actor.sees(OFFLINE.rstrip("."))
    running.change_phase(
        hall.setting.store,
        hall.setting.activity,
        lambda ex, config, phase: flow.forward(ex, config, phase, "1:move"),
    )
    hall.server.start()
    # Nobody touches anything: every page finds the truth by itself.
    for phone in hall.phones.values():
        phone.sees("Kijk naar het scherm.", "Hier sta jij.")
    hall.facilitator.sees("Volgende stelling")
    hall.remote.sees("Volgende stelling")
    hall.screen.sees_nothing_of(OFFLINE)
    hall.screen.sees("2 schoven op na het gesprek.")
    hall.look("samen-kijken")


def a_latecomer_joins_by_the_small_qr(hall: Hall, phone: Callable[..., Phone]) -> None:
    hall.remote.presses("Volgende stelling")
    for actor in hall.everybody:
        actor.sees(SECOND)
    expect(hall.facilitator.page.locator(".con-go")).to_have_count(1)
    hall.facilitator.sees("0 van de 4")
    expect(hall.facilitator.page.get_by_label("Wat onthou je uit dit gesprek?")).to_have_value("")
    hall.remote.presses("Laat iedereen kiezen")
    (address,) = read_qr(hall.screen.look("kleine-qr"))
    late = hall.phones["Wout"] = phone("Wout", size=SMALL_PHONE)
    late.joins(address, "De Regenton", "Wout", "beleidsmedewerker")
    late.sees(SECOND, "Ga staan waar het voor jou klopt.")
    late.look("laatkomer")


def nobody_is_named(hall: Hall) -> None:
    screen, samir, lien = hall.screen, hall.phones["Samir"], hall.phones["Lien"]
    samir.stands(0.2)
    lien.stands(0.5)
    screen.sees("Samir", "Lien")
    for choice, sentence in (
        ("organisatie", "Op het scherm staat alleen je organisatie."),
        ("niemand", "Op het scherm ziet niemand wie waar staat."),
    ):
        hall.facilitator.chooses(choice)
        samir.sees(sentence)
        screen.sees_nothing_of("Samir")
        since = screen.wire.mark()
        hall.phones["Marleen"].keys("ArrowRight")
        screen.sees("3 van de 5")
        screen.reloads()
        expect(screen.figures()).to_have_count(3)
        sent = screen.wire.since(since)
        assert b'"figures":[{' in sent, "the wire is really listened to"
        named = [name for name in hall.phones if name.encode() in sent]
        assert named == [], "no name travels to a screen that shows none"
        for actor in (screen, samir, hall.facilitator):
            actor.look(f"zichtbaar-{choice}")
    since = screen.wire.mark()
    hall.facilitator.chooses("naam")
    hall.facilitator.agrees("Iedereen is akkoord")
    screen.sees("Samir", "Lien")
    assert b"Samir" in screen.wire.since(since)


def figures_stay_hidden(hall: Hall) -> None:
    screen = hall.screen
    hall.facilitator.presses("Resultaten tonen")
    screen.sees("Straks tonen we waar iedereen staat.")
    expect(screen.figures()).to_have_count(0)
    since = screen.wire.mark()
    hall.phones["Ayfer"].stands(0.9)
    screen.sees("4 van de 5")
    screen.reloads()
    screen.sees("4 van de 5")
    screen.look("verborgen")
    sent = screen.wire.since(since)
    assert b'"figures":[]' in sent and b'"figures":[{' not in sent
    assert b'"x": ' not in sent and b'"at": ' not in sent
    hall.facilitator.presses("Resultaten tonen")
    expect(screen.figures()).to_have_count(4)


def the_second_round_of_the_second_statement(hall: Hall) -> None:
    hall.phones["Wout"].stands(0.6)
    hall.phones["Wout"].sees(SAVED)
    for name in hall.phones:
        expect(hall.facilitator.person(name)).to_contain_text("staat er")
    hall.facilitator.presses("Naar het gesprek")
    hall.phones["Wout"].sees("Vertel het elkaar")
    hall.remote.presses("Laat iedereen opschuiven")
    samir = hall.phones["Samir"]
    samir.sees("Je staat waar je stond.")
    samir.stands(0.75)
    samir.sees(SAVED)
    hall.screen.sees("1 schoof op na het gesprek.")
    hall.facilitator.presses("Samen kijken")
    samir.sees("Hier sta jij.")
    hall.look("tweede-ronde")


def the_meeting_closes(hall: Hall) -> None:
    hall.remote.presses("Oefening afsluiten")
    hall.remote.page.locator("dialog").get_by_role("button", name="Oefening afsluiten").click()
    hall.facilitator.sees("Alle oefeningen zijn gedaan")
    hall.facilitator.presses("Bijeenkomst afsluiten")
    hall.facilitator.agrees("Bijeenkomst afsluiten")
    for phone in hall.phones.values():
        phone.sees("De bijeenkomst is gedaan. Dank je.")
    hall.screen.sees("Tot bij elkaar over de vloer.")
    hall.remote.sees("De bijeenkomst is afgesloten")
    hall.look("afscheid")


def the_export_holds_what_was_done(hall: Hall, folder: Path) -> None:
    with hall.facilitator.page.expect_download(timeout=PATIENCE) as downloading:
        hall.facilitator.presses("Download wat eruit kwam")
    with zipfile.ZipFile(downloading.value.path()) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        (answers,) = [name for name in names if name.endswith("/antwoorden.csv")]
        rows = read_csv(archive.read(answers))
        document = json.loads(archive.read("bijeenkomst.json"))
        pictures = {
            name.rpartition("/")[2]: archive.read(name) for name in names if "beelden" in name
        }
        (folder / "copy.db").write_bytes(archive.read("over-de-vloer.db"))
    check_rows(rows, hall)
    assert document["meeting"]["title"] == "Kennismaking"
    assert {person["name"] for person in document["people"]} == set(hall.phones)
    check_pictures(pictures)
    check_copy(folder / "copy.db")


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def check_rows(rows: list[dict[str, str]], hall: Hall) -> None:
    for number, statement in ((1, FIRST), (2, SECOND)):
        mine = [row for row in rows if row["statement_number"] == str(number)]
        assert {row["statement"] for row in mine} == {statement}
        for column, slot in (("first", f"s{number}.1"), ("second", f"s{number}.2")):
            told = {row["person"]: comma(row[column]) for row in mine if row[column]}
            assert told == hall.setting.standing(slot) != {}
    by_name = {row["person"]: row for row in rows if row["statement_number"] == "1"}
    assert set(by_name) == {"Samir", "Marleen", "Lien", "Ayfer"}
    assert by_name["Marleen"]["moved"] == "1" and by_name["Lien"]["moved"] == "0"
    assert by_name["Marleen"]["organisation"] == "De Vensterbank"
    assert by_name["Lien"]["why"] == "Omdat de deur altijd op een kier staat."
    assert by_name["Samir"]["note"] == "De bel is een drempel."


def comma(number: str) -> float:
    return float(number.replace(",", "."))


def check_pictures(pictures: dict[str, bytes]) -> None:
    wanted = {f"0{number}-{what}" for number in (1, 2) for what in ("einde", "opgeschoven")}
    assert set(pictures) == {f"{name}.{ending}" for name in wanted for ending in ("svg", "png")}
    for name, content in pictures.items():
        start = b"\x89PNG" if name.endswith(".png") else b"<svg"
        assert start in content[:200] and len(content) > 2000, name


def check_copy(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = db.execute("SELECT count(*) FROM contribution WHERE slot LIKE 's%.1'").fetchone()
        assert kept == (9,)
        # What opens doors stays on the laptop.
        assert db.execute("SELECT count(*) FROM device").fetchone() == (0,)
