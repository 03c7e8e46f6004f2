"""What an exercise refuses, and in which words."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import pytest

from state.problems import Refused

P = ParamSpec("P")
T = TypeVar("T")


def refusal(judge: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> str:
    """The sentence with which `judge(...)` refuses; a test that it does so, in a whole sentence."""
    with pytest.raises(Refused) as refused:
        judge(*args, **kwargs)
    said = str(refused.value)
    assert said.endswith((".", "?", "!")), said
    return said


def unless_refused(judge: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """What `judge(...)` gives; None when it refuses."""
    try:
        return judge(*args, **kwargs)
    except Refused:
        return None
