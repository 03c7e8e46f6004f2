"""What is in the file that the facilitator takes along."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

from tests.browser.actors import PATIENCE, Facilitator


class Export:
    """The downloaded ZIP, by name of each file in it."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            self.files = {name: archive.read(name) for name in archive.namelist()}
        (agenda,) = (data for name, data in self.files.items() if name.endswith("agenda.csv"))
        self._folders = {row["kind"]: row["folder"] for row in read_csv(agenda)}

    @classmethod
    def downloaded_by(cls, facilitator: Facilitator) -> Export:
        """Press the button for it on the console of a closed meeting."""
        with facilitator.page.expect_download(timeout=PATIENCE) as downloading:
            facilitator.presses("Download wat eruit kwam")
        return cls(downloading.value.path())

    def rows(self, kind: str) -> list[dict[str, str]]:
        """The answers of an exercise."""
        return read_csv(self.files[f"{self._folders[kind]}/antwoorden.csv"])

    def under(self, kind: str, folder: str, ending: str) -> dict[str, bytes]:
        """The files of an exercise in a folder ("beelden"; "" for all) with an ending (".svg")."""
        start = f"{self._folders[kind]}/{folder}/" if folder else f"{self._folders[kind]}/"
        return {
            name.removeprefix(start): content
            for name, content in self.files.items()
            if name.startswith(start) and name.endswith(ending)
        }

    def pictures(self, kind: str) -> dict[str, bytes]:
        """The drawn pictures (SVG) of an exercise, by name."""
        found = self.under(kind, "", ".svg")
        return {Path(name).stem: content for name, content in found.items()}

    def holding(self, text: str) -> list[str]:
        """Names of the files in which a text can be found as it is."""
        return [name for name, content in self.files.items() if text.encode() in content]


def read_csv(content: bytes) -> list[dict[str, str]]:
    """Rows of a table, by column."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
