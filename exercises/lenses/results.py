"""What the lenses give to other exercises and documents: remarks on a story, by lens."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.lenses.config import LensesConfig
from exercises.lenses.model import LensesView
from exercises.results import Origin, StoryRemark


def results(config: LensesConfig, view: LensesView) -> Iterator[StoryRemark]:
    """What was said of the visits whose remarks were gathered; everybody reads it, and nobody whose
    it is. A remark that is not gathered yet, and one on a story without a visit, is no result."""
    for key, told in view.stories.items():
        story = told.story
        if key not in view.gathered or not story.host:
            continue
        for one in view.of(key):
            lens = config.lens(one.lens)
            yield StoryRemark(
                organisation=story.visitor, host=story.host, visit=key, text=one.text,
                lens=lens.text if lens else "", kind=one.kind, chosen=one.picked, area=one.area,
                origin=Origin(key),
            )  # fmt: skip
