"""The editor of the gespreksleidraad."""

from __future__ import annotations

from datetime import date

from exercises.guide.config import GuideConfig
from tests.exercises.editor_page import editor_of, kept, key, run


def test_a_day_for_at_home_is_chosen() -> None:
    page = editor_of("guide")
    assert kept(page, GuideConfig) == GuideConfig()
    page.date_input(key=key("until")).set_value(date(2027, 3, 1))
    assert kept(run(page), GuideConfig).until == "2027-03-01"
