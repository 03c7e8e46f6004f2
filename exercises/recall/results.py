"""What the Inleefoefening gives to other exercises: what the group called a warm welcome."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.recall.config import RecallConfig
from exercises.recall.model import AREA, RecallView
from exercises.results import Origin, WarmWelcome


def results(config: RecallConfig, view: RecallView) -> Iterator[WarmWelcome]:
    """The marked words of each question, for the organisation that was the host; everybody reads
    them, and nobody whose words they are. Words about a place outside the track are no result."""
    for question in config.questions:
        for slip in view.of(question.key):
            if slip.warm and slip.host:
                yield WarmWelcome(
                    organisation=slip.host, text=slip.text, about=question.text, area=AREA,
                    origin=Origin(question.key),
                )  # fmt: skip
