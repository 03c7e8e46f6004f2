"""The editor of De lijn, drawn on a page of its own that keeps the configuration."""

from pathlib import Path
from typing import NoReturn

import pytest
from streamlit.testing.v1 import AppTest

from exercises import example
from exercises.engine.stored import config_of
from exercises.line import content
from exercises.line.config import QUESTIONS_LIMIT, STATEMENTS_LIMIT, LineConfig, usual
from exercises.line.config_list import LIST, read
from state import meetings
from state.database import Store
from state.problems import Refused, StateError, read_only
from tests.exercises.editor_page import answer, editor_of, errors, kept, key, press, run
from tests.pages.desk import data_folder, open_page


@pytest.fixture
def page() -> AppTest:
    return editor_of("line")


def config(page: AppTest) -> LineConfig:
    return kept(page, LineConfig)


def opened(page: AppTest, statement: str) -> AppTest:
    return press(page, key(f"open-{statement}"))


def paste(page: AppTest, text: str, button: str = "add") -> AppTest:
    page.text_area(key=key("paste")).set_value(text)
    return press(page, key(f"paste-{button}"))


def keys(page: AppTest) -> list[str]:
    return [item.key for item in config(page).statements]


def test_drawing_it_changes_nothing(page: AppTest) -> None:
    assert config(page) == usual()
    assert config(run(page)) == usual()
    assert not page.error


def test_a_statement_is_changed_in_place(page: AppTest) -> None:
    opened(page, "s3").text_area(key=key("text-s3")).set_value("  Iedereen\nvoelt zich welkom. ")
    run(page)
    assert config(page).statements[2].text == "Iedereen voelt zich welkom."
    assert keys(page) == keys_of_usual()
    press(page, key("open-s3"))
    assert [area.key for area in page.text_area] == [key("paste"), key("questions")]


def keys_of_usual() -> list[str]:
    return [item.key for item in usual().statements]


def reworded(page: AppTest, statement: str, text: str) -> AppTest:
    opened(page, statement).text_area(key=key(f"text-{statement}")).set_value(text)
    return run(page)


def test_an_answered_statement_that_is_said_better_keeps_its_answers(page: AppTest) -> None:
    reworded(answer(page, "s1"), "s1", "Beter gezegd.")
    assert config(page) == usual(), "stored before somebody decided"
    assert page.warning[0].value.startswith("Er zijn al antwoorden bij deze stelling.")
    press(page, key("same-s1"))
    assert config(page).statements[0].text == "Beter gezegd."
    assert keys(page) == keys_of_usual()
    assert not page.warning


def test_another_statement_leaves_the_answers_with_the_former(page: AppTest) -> None:
    former = usual().statements[0]
    reworded(answer(page, "s1"), "s1", "Iets heel anders.")
    press(page, key("other-s1"))
    now = config(page).statements[0]
    assert (now.text, now.area) == ("Iets heel anders.", former.area)
    assert now.key not in keys_of_usual()
    assert config(page).gone == (former,)
    assert page.text_area(key=key(f"text-{now.key}")).value == "Iets heel anders."
    press(page, key("usual"))
    assert config(page).statements[0].key == "s1", "the same words, and so the same answers"
    assert config(page).gone == ()


def test_without_answers_a_statement_is_changed_without_a_question(page: AppTest) -> None:
    reworded(answer(page, "s2"), "s1", "Iets heel anders.")
    assert not page.warning
    assert config(page).statements[0].text == "Iets heel anders."


def test_undoing_a_removal_keeps_what_was_added_since(page: AppTest) -> None:
    press(opened(answer(page, "s3"), "s3"), key("remove-s3"))
    assert [one.key for one in config(page).gone] == ["s3"]
    paste(page, "Een nieuwe")
    press(page, key("put-back"))
    assert keys(page)[:14] == keys_of_usual()
    assert config(page).statements[-1].text == "Een nieuwe"
    assert config(page).gone == ()


@pytest.mark.parametrize("typed", ["", "   ", "x" * 10_000])
def test_a_bad_text_is_said_stays_and_is_not_stored(page: AppTest, typed: str) -> None:
    opened(page, "s1").text_area(key=key("text-s1")).set_value(typed)
    run(page)
    assert errors(page)[0].startswith("De stelling is ")
    assert page.text_area(key=key("text-s1")).value == typed
    assert config(page) == usual()
    press(page, key("open-s1"))
    assert page.text_area(key=key("text-s1")).value == typed


def test_an_area_and_ends_of_its_own(page: AppTest) -> None:
    opened(page, "s2")
    page.session_state[key("area-s2")] = 4
    run(page)
    assert config(page).statements[1].area == 4
    page.session_state[key("area-s2")] = 0
    page.radio(key=key("ends-s2-choice")).set_value("pair1")
    run(page)
    assert config(page).statements[1].area is None
    assert config(page).statements[1].ends == content.APPLIES
    page.radio(key=key("ends-s2-choice")).set_value("own")
    run(page)
    page.text_input(key=key("ends-s2-left")).set_value("koud")
    page.text_input(key=key("ends-s2-right")).set_value("warm")
    run(page)
    assert config(page).statements[1].ends == ("koud", "warm")
    page.text_input(key=key("ends-s2-right")).set_value("koud")
    run(page)
    assert errors(page) == ["De twee uiteinden van de lijn moeten verschillen."]
    assert config(page).statements[1].ends == ("koud", "warm")
    page.radio(key=key("ends-s2-choice")).set_value("inherit")
    run(page)
    assert config(page).statements[1].ends is None


def test_statements_change_places_and_can_be_taken_away_and_put_back(page: AppTest) -> None:
    press(page, "odv-icon-odv-edit-a-arrow_downward-s1")
    assert keys(page)[:3] == ["s2", "s1", "s3"]
    press(page, "odv-icon-odv-edit-a-arrow_upward-s14")
    assert keys(page)[-2:] == ["s14", "s13"]
    before = config(page)
    opened(page, "s3")
    press(page, key("remove-s3"))
    assert "s3" not in keys(page)
    assert "Een stelling is verwijderd." in [text.value for text in page.text]
    press(page, key("put-back"))
    assert config(page) == before


def test_a_pasted_list_is_added(page: AppTest) -> None:
    page.session_state[key("paste-area")] = 2
    paste(page, "Stellingen:\n\n1. Eerste stelling\n2) Tweede\n   over twee lijnen\n\n")
    added = config(page).statements[14:]
    assert [item.text for item in added] == ["Eerste stelling", "Tweede over twee lijnen"]
    assert {item.area for item in added} == {2}
    assert len(set(keys(page))) == 16
    assert page.text_area(key=key("paste")).value == ""


def test_a_pasted_list_replaces_and_the_old_one_comes_back(page: AppTest) -> None:
    known = content.STATEMENTS[4]
    paste(page, f"Nieuw\n{known}\nNieuw", "replace")
    assert [item.text for item in config(page).statements] == ["Nieuw", known, "Nieuw"]
    assert keys(page)[1] == "s5"
    assert len(set(keys(page))) == 3
    press(page, key("put-back"))
    assert config(page) == usual()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Typ of plak eerst een stelling."),
        ("1.\n2.\n", "Typ of plak eerst een stelling."),
        ("Goed\n" + "x" * 301, "Stelling 2 van je lijst: De stelling is te lang"),
        ("y" * 301, "De stelling is te lang"),
        ("\n".join(f"Stelling {n}: tekst {n}" for n in range(50)), "Er passen hoogstens 60"),
    ],
)
def test_a_list_that_does_not_fit_is_said_and_stays(
    page: AppTest, text: str, sentence: str
) -> None:
    paste(page, text)
    assert errors(page)[0].startswith(sentence)
    assert page.text_area(key=key("paste")).value == text
    assert config(page) == usual()
    paste(page, "Toch een korte")
    assert errors(page) == []
    assert config(page).statements[-1].text == "Toch een korte"


def test_back_to_the_fourteen_statements(page: AppTest) -> None:
    assert key("usual") not in [button.key for button in page.button]
    paste(page, "Iets anders", "replace")
    press(page, key("usual"))
    assert LIST.says_the_same(config(page), usual().statements)
    assert not set(keys(page)) & set(keys_of_usual()), "a key is used again"
    assert key("usual") not in [button.key for button in page.button]
    press(page, key("put-back"))
    assert [item.text for item in config(page).statements] == ["Iets anders"]


def test_no_statements_at_all(page: AppTest) -> None:
    page.session_state["config"] = LineConfig(())
    run(page)
    assert config(page).statements == ()
    paste(page, "De eerste")
    assert [item.text for item in config(page).statements] == ["De eerste"]


def test_the_ends_of_the_whole_line(page: AppTest) -> None:
    page.radio(key=key("ends-choice")).set_value("pair1")
    run(page)
    assert config(page).ends == content.APPLIES
    page.radio(key=key("ends-choice")).set_value("own")
    run(page)
    page.text_input(key=key("ends-left")).set_value("")
    run(page)
    assert errors(page) == ["Het linkse label is nog leeg."]
    assert config(page).ends == content.APPLIES
    page.text_input(key=key("ends-left")).set_value("nooit")
    run(page)
    assert config(page).ends == ("nooit", content.APPLIES[1])


def test_the_questions_for_the_talk(page: AppTest) -> None:
    field = key("questions")
    assert page.text_area(key=field).value == "\n".join(content.QUESTIONS)
    page.text_area(key=field).set_value("1. Waarom?\n\n2. Waartoe?")
    run(page)
    assert config(page).questions == ("Waarom?", "Waartoe?")
    many = "\n".join(f"Vraag over {n} dingen?" for n in range(QUESTIONS_LIMIT + 1))
    page.text_area(key=field).set_value(many)
    run(page)
    assert errors(page) == ["Er passen hoogstens 8 vragen. Nu staan er 9."]
    assert page.text_area(key=field).value == many
    assert config(page).questions == ("Waarom?", "Waartoe?")
    page.text_area(key=field).set_value("")
    run(page)
    assert config(page).questions == ()


def test_what_the_screen_shows(page: AppTest) -> None:
    page.session_state[key("visibility")] = "nobody"
    page.toggle(key=key("hide-first")).set_value(True)
    run(page)
    assert config(page).visibility == "nobody"
    assert config(page).hide_first


def test_what_somebody_else_stored_is_not_written_over(page: AppTest) -> None:
    opened(page, "s1")
    other = usual().statements[0].__class__("s1", "Van iemand anders")
    page.session_state["config"] = LineConfig((other, *usual().statements[1:]))
    page.toggle(key=key("hide-first")).set_value(True)
    run(page)
    assert config(page).statements[0].text == "Van iemand anders"
    assert page.text_area(key=key("text-s1")).value == "Van iemand anders"


def test_the_list_itself() -> None:
    with pytest.raises(Refused):
        LIST.add(usual(), read("\n".join(["regel"] * (STATEMENTS_LIMIT - 13)), None))
    assert LIST.move(usual(), "weg", 1) == usual()
    assert LIST.move(usual(), "s1", -5) == usual()
    assert LIST.move(usual(), "s1", 99).statements[-1].key == "s1"
    assert LIST.without(usual(), "weg") == usual()


def test_leaving_right_after_typing_stores_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with data_folder(tmp_path, monkeypatch) as store:
        meeting = example.kick_off(store, example.make(store))
        place = next(
            at for at, item in enumerate(meetings.room(store, meeting.id).agenda)
            if item.kind == "line"
        )  # fmt: skip
        identity = meetings.room(store, meeting.id).agenda[place].id
        editor = open_page("meeting.py", m=meeting.id, o=identity)
        field = f"odv-edit-{identity}"
        press(editor, f"{field}-open-s1")
        editor.text_area(key=f"{field}-text-s1").set_value("Net getypt.")
        editor.text_area(key=f"{field}-questions").set_value("Waarom niet?")
        press(editor, "odv-ready")
        kept = config_of(meetings.room(store, meeting.id).agenda[place])
        assert kept.statements[0].text == "Net getypt."
        assert kept.questions == ("Waarom niet?",)


def test_a_full_disk_keeps_what_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with data_folder(tmp_path, monkeypatch) as store:
        meeting = example.kick_off(store, example.make(store))
        item = next(i for i in meetings.room(store, meeting.id).agenda if i.kind == "line")
        editor = open_page("meeting.py", m=meeting.id, o=item.id)

        def fail(_store: Store) -> NoReturn:
            raise StateError(read_only())

        # The store itself would mend a connection that can't write.
        with monkeypatch.context() as patch:
            patch.setattr(Store, "write", fail)
            editor.text_area(key=f"odv-edit-{item.id}-paste").set_value("Een stelling erbij")
            press(editor, f"odv-edit-{item.id}-paste-add")
            assert "schrijven" in editor.error[0].value
            assert any("15. Een stelling erbij" in text.value for text in editor.text)
        run(editor)
        assert not editor.error
        with store.read() as db:
            assert len(config_of(meetings.activity(db, item.id)).statements) == 15
