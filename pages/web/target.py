"""Where a browser goes after signing in."""

from __future__ import annotations

from starlette.requests import Request


def target(request: Request) -> str:
    """What ?naar= asks for: only ever a page of this app, "/" for anything else."""
    asked = request.query_params.get("naar", "/")
    return asked if asked.startswith("/") and not asked.startswith(("//", "/\\")) else "/"
