"""What phone and screen are given of the organisatiefiche."""

from __future__ import annotations

from exercises.contract import Context, Party, Scene
from exercises.kit.sheet import views, wall
from exercises.kit.sheet.earlier import earlier_texts
from exercises.kit.sheet.holder import Holder, of_party, on_phone
from exercises.kit.sheet.large import large_page
from exercises.kit.sheet.model import SheetsView
from exercises.organisation_sheet import model
from exercises.organisation_sheet.config import SheetConfig

SheetContext = Context[SheetConfig, SheetsView]


def phone(context: SheetContext) -> Scene:
    """The own sheet: to write on together, or to read while the wall is on the screen."""
    (holder,) = on_phone(model.form(context.config), context) or (None,)
    if holder is None:
        return Scene("phone.js", views.PHONE_STYLES, {})
    rows = min(model.MOST_PEOPLE, max(model.FEWEST_PEOPLE, len(holder.people)))
    form = model.form(context.config, rows)
    data = views.phone(form, context, holder, starts=model.starts(holder))
    filling = context.phase.stage == "fill"
    earlier = earlier_texts(model.form, context, holder) if filling else []
    return Scene("phone.js", views.PHONE_STYLES, {**data, "earlier": earlier})


def screen(context: SheetContext) -> Scene:
    """The wall of sheets, or one of them large with its people."""
    form = model.form(context.config)
    data = wall.screen(form, context)
    large = large_page(form, context) if data["large"] else None
    if large is not None:
        told = people_of(context, large.holder.parties[0])
        data["large"]["people"] = [{"name": name, "role": role} for name, role in told]
        data["large"]["fields"] = [
            one for one in data["large"]["fields"] if one["key"] != "people"
        ]  # fmt: skip
    return Scene("screen.js", views.SCREEN_STYLES, data)


def people_of(context: SheetContext, party: Party) -> list[tuple[str, str]]:
    """Name and function of the people on the sheet of an organisation."""
    if not context.config.people:
        return []
    holder: Holder = of_party(party, context.members.values())
    return model.people_on(context.view.of(party.id), model.starts(holder))
