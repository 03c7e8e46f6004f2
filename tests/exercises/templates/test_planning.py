"""Tracks from a template: their meetings, days, minutes and exercises."""

from __future__ import annotations

from datetime import date

import pytest

import exercises
from exercises.kit.rules.hours import whole_text
from exercises.templates.list import TEMPLATES, template_of
from exercises.templates.planning import (
    MOST_ORGANISATIONS,
    TemplateChoice,
    later_by,
    moved,
    planned,
)
from exercises.templates.shapes import TemplateItem, TemplateMeeting, TrackTemplate
from state import meetings, plans
from state.database import Store
from state.models import INTERLUDES

TUESDAY = date(2027, 9, 14)
each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.key)


def small(*items: TemplateItem) -> TrackTemplate:
    """A template of one meeting."""
    return TrackTemplate("x", "X", "", (TemplateMeeting("m", "M", 0, "09:00", "", items),))


@each_template
def test_every_template_makes_a_track(template: TrackTemplate, store: Store) -> None:
    for organisations in (2, 6, MOST_ORGANISATIONS):
        made = planned(template, TemplateChoice(organisations, TUESDAY, "De zaal"))
        track = plans.add_track(store, f"{template.title} {organisations}", "", made)
        found = meetings.of_track(store, track)
        assert [one.title for one in found] == [one.title for one in template.meetings]
        assert all(date.fromisoformat(one.date).weekday() == 1 for one in found)
        assert all(one.start and one.place == "De zaal" for one in found)
        for one in found:
            agenda = meetings.room(store, one.id).agenda
            assert agenda[0].kind == "welcome" and all(item.title or item.kind for item in agenda)


@each_template
def test_keys_are_of_one_meeting_each(template: TrackTemplate) -> None:
    keys = [one.key for one in template.meetings]
    assert len(set(keys)) == len(keys)
    assert [one.weeks for one in template.meetings] == sorted(
        one.weeks for one in template.meetings
    )
    assert template_of(template.key) is template and template_of("onbekend") is None


def test_the_kick_off_is_a_day_from_half_past_nine_to_four() -> None:
    kick_off = planned(TEMPLATES[0], TemplateChoice())[0]
    assert whole_text(kick_off.start, [one.minutes for one in kick_off.agenda]) == "9.30 tot 16.00"
    assert kick_off.bring and kick_off.date == ""


def test_minutes_for_each_organisation_follow_how_many_there_are() -> None:
    template = small(TemplateItem("talk", 15, "Elk", "organisation"), TemplateItem("break", 10))
    for count, minutes in ((2, 30), (6, 90), (40, 600)):
        assert [one.minutes for one in planned(template, TemplateChoice(count))[0].agenda] == [
            minutes, 10,
        ]  # fmt: skip
    assert template.counts and not small(TemplateItem("break", 10)).counts


def test_an_exercise_that_is_not_known_is_a_talk_with_its_words() -> None:
    item = TemplateItem("of_a_later_version", 30, "Iets nieuws", note="Zo gaat het.")
    (found,) = planned(small(item), TemplateChoice())[0].agenda
    assert (found.kind, found.title, found.minutes) == ("talk", "Iets nieuws", 30)
    assert found.config["note"] == "Zo gaat het."


def test_an_exercise_that_is_known_brings_what_it_begins_with() -> None:
    line = exercises.EXERCISES[0]
    plain, own = planned(
        small(TemplateItem(line.kind, 40, line.title), TemplateItem(line.kind, 20, "Eigen")),
        TemplateChoice(),
    )[0].agenda
    assert (plain.kind, plain.title, plain.config) == (line.kind, "", line.sample.to_json())
    assert own.title == "Eigen"


def test_what_is_left_out_lets_the_rest_begin_on_the_first_day() -> None:
    template = TEMPLATES[0]
    first = template.meetings[0].key
    found = planned(template, TemplateChoice(first=TUESDAY, left_out={first}))
    assert [one.title for one in found] == [one.title for one in template.meetings[1:]]
    assert found[0].date == TUESDAY.isoformat()
    assert planned(template, TemplateChoice(left_out={m.key for m in template.meetings})) == []


def test_days_move_and_stay_away_where_there_are_none() -> None:
    assert moved("2027-09-14", 364) == "2028-09-12" and moved("2027-09-14", None) == ""
    assert moved("", 364) == "" and moved("9999-12-31", 364) == "" and moved("geen dag", 7) == ""
    made = [plans.PlannedMeeting("A", "2027-09-14"), plans.PlannedMeeting("B")]
    assert [one.date for one in later_by(made, 7)] == ["2027-09-21", ""]


def test_the_titles_of_templates_are_known_kinds_or_have_words_of_their_own() -> None:
    for template in TEMPLATES:
        for meeting in template.meetings:
            for item in meeting.agenda:
                known = item.kind in INTERLUDES or exercises.of_kind(item.kind) is not None
                assert known or item.title, (meeting.key, item.kind)
                assert item.kind != "talk" or item.title
