"""The folder that a command of the tests writes in, from its command line."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path


def asked(about: str | None) -> Path:
    """The one argument; `--help` and a wrong number of them are answered with `about`, and end."""
    parser = ArgumentParser(description=(about or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder: Path = parser.parse_args().folder
    return folder
