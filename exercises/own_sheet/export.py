"""What the Eigen fiche gives to the export: a row for each line, photos, and each sheet drawn."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.contract import File, Json, Picture
from exercises.kit.sheet import export, picture
from exercises.own_sheet.model import form, whole
from exercises.own_sheet.views import OwnContext

COLUMNS = export.COLUMNS


def rows(context: OwnContext) -> Iterable[Json]:
    """A row for each line on a sheet, also in fields that were taken off since."""
    return export.rows(whole(context.config), context)


def pictures(context: OwnContext) -> Iterable[Picture]:
    """Each sheet as it hung on the wall."""
    return picture.pictures(form(context.config), context)


def files(context: OwnContext) -> Iterable[File]:
    """The photos on the sheets."""
    return export.files(whole(context.config), context)
