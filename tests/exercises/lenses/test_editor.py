"""The editor of the lenses, drawn without a browser."""

from __future__ import annotations

from exercises.contract import Party
from exercises.lenses.config import LensesConfig, with_track
from tests.exercises.editor_page import editor_of, errors, kept, key, press, run
from tests.exercises.lenses.sample import CONFIG, VISITS

PARTIES = tuple(Party(f"o{n}", f"Huis {n}", "", n + 1) for n in range(3))


def test_a_lens_is_added_and_the_usual_ones_come_back() -> None:
    page = editor_of("lenses")
    page.text_area(key=key("paste")).set_value("Bril van de buren")
    press(page, key("paste-add"))
    assert kept(page, LensesConfig).lenses[-1].text == "Bril van de buren"
    press(page, key("usual"))
    assert len(kept(page, LensesConfig).lenses) == 4


def test_prompts_and_shape_of_the_open_lens_are_kept() -> None:
    page = editor_of("lenses")
    press(page, key("open-critical"))
    page.text_area(key=key("prompts-critical")).set_value("Wat hoor je niet?\nWie zwijgt?")
    page.selectbox(key=key("shape-critical")).set_value("wide")
    run(page)
    lens = kept(page, LensesConfig).lenses[0]
    assert (lens.prompts, lens.shape) == (("Wat hoor je niet?", "Wie zwijgt?"), "wide")
    page.text_area(key=key("prompts-critical")).set_value("x" * 200)
    run(page)
    assert "te lang" in errors(page)[0] and len(kept(page, LensesConfig).lenses[0].prompts) == 2


def test_stories_are_ordered_skipped_and_added() -> None:
    page = editor_of("lenses", PARTIES)
    page.session_state["config"] = with_track(CONFIG, VISITS)
    run(page)
    assert any("Huis 0 bij Huis 1" in one.value for one in page.text)
    press(page, f"odv-icon-{key('arrow_downward-v1')}")
    press(page, key("skip-x1"))
    config = kept(page, LensesConfig)
    assert [one.key for one in with_track(config, VISITS).stories] == ["v2", "v1"]
    page.text_input(key=key("story")).set_value("Een oud bezoek")
    page.selectbox(key=key("teller")).set_value("o2")
    press(page, key("story-add"))
    added = kept(page, LensesConfig).extra[-1]
    assert (added.title, added.organisation) == ("Een oud bezoek", "o2")
    press(page, key("story-add"))
    assert "leeg" in errors(page)[0]


def test_the_clock_of_a_story() -> None:
    page = editor_of("lenses")
    assert any("begint op 20 minuten" in one.value for one in page.text)
    page.toggle(key=key("shared")).set_value(False)
    run(page)
    page.number_input(key=key("minutes")).set_value(15)
    run(page)
    assert kept(page, LensesConfig).minutes == 15
