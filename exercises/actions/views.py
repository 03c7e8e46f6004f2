"""What phones are given of plans: the own one to write on, and those of others to sharpen."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.actions import model
from exercises.actions import model_sources as sources
from exercises.actions.model import PlannedAction, Sharpening
from exercises.actions.views_plan import ActionsContext, focus, moments, names_of, owners
from exercises.contract import Json, Party, Scene
from exercises.kit.rules import joint
from exercises.kit.rules.days import day_text
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import views as kit
from exercises.kit.sheet.form import Cell
from exercises.kit.sheet.holder import Holder
from exercises.results import Action
from state.language import _

STYLES = (*kit.PHONE_STYLES, "phone.css")
# Beyond these a phone is given only the plan that is on the screen.
_MOST_PLANS = 12
# Of what was said of an action its own people are given the newest of these, others fewer.
MOST_SAID, _SAID_ELSEWHERE = 200, 8
_LONGEST_SOURCE = 120


def phone(context: ActionsContext) -> Scene:
    """The own plan, and once they are shown those of others; {} on a phone of nobody."""
    form = model.form(context.config)
    (holder,) = holders.on_phone(form, context) or (None,)
    if holder is None:
        return Scene("phone.js", STYLES, {})
    plan = context.view.plan(holder.id)
    count = min(model.MOST, max((one.number for one in plan), default=0) + 1)
    form = model.form(context.config, count, areas_of(context))
    cells = list(form.cells.values())
    return Scene(
        "phone.js", STYLES,
        {
            "holder": {"id": holder.id, "name": holder.name, "tile": holder.parties[0].tile},
            "together": [one.name for one in holders.others(context, holder)],
            "asks": [{"key": one.key, "label": one.label, "question": one.question}
                     for one in context.config.asks],
            "fields": [_field(cell) for cell in cells if cell.row == 1],
            "count": count, "most": model.MOST,
            "joint": _joint(context, holder, cells),
            "values": _values(context, holder, cells, plan),
            "actions": [_own(context, one, holder.id) for one in plan],
            "sources": _offered(context, holder.id),
            "areas": [{"number": number, "name": name} for number, name in areas_of(context)],
            "shown": context.phase.shown and context.homework is None,
            "readers": _readers(context), "focus": _focus(context),
            "others": _others(context, holder.id),
            "home": context.homework is not None,
            "until": day_text(context.homework.until) if context.homework else "",
        },
    )  # fmt: skip


def _readers(context: ActionsContext) -> str:
    """Who reads the own plan now, in a sentence."""
    if context.phase.shown and context.homework is None:
        return _("De hele groep leest dit mee.")
    if _was_shown(context):
        return _(
            "De groep zag jullie plan al. Wat jullie nu veranderen, leest ze zodra de plannen weer"
            " op tafel komen."
        )
    return _("Jullie en de begeleider lezen dit; de groep zodra de plannen op tafel komen.")


def _was_shown(context: ActionsContext) -> bool:
    """Whether the group read the own plan before: in this meeting, or in an earlier one."""
    own = context.me.organisation_id if context.me else ""
    return context.phase.shown or any(
        one.organisation == own and one.readers == "everybody"
        and one.origin.activity != context.activity_id
        for one in context.track.of(Action)
    )  # fmt: skip


def areas_of(context: ActionsContext) -> tuple[tuple[int, str], ...]:
    """Number and name of the areas of the track."""
    return tuple((one.number, one.name) for one in context.framework.areas)


def _field(cell: Cell) -> Json:
    field = cell.field
    return {
        "key": field.key, "kind": field.kind, "label": field.label, "lines": field.lines,
        "limit": field.limit, "mine": True, **kit.more_of(cell),
    }  # fmt: skip


def _joint(context: ActionsContext, holder: Holder, cells: Sequence[Cell]) -> Json:
    begin = model.starts(context.view.carried.get(holder.id))
    written = [holder.slot(cell.name) for cell in cells if cell.field.is_written]
    writers = joint.Writers(context.ours, holders.others(context, holder), holder.mark)
    starts = {holder.slot(name): text for name, text in begin.items()}
    return joint.for_phone(context, written, starts, writers)


def _values(
    context: ActionsContext, holder: Holder, cells: Sequence[Cell], plan: Sequence[PlannedAction]
) -> Json:
    """Slot -> what was chosen there, in this meeting or before. Of how far an action is only what
    this meeting added: a phone sends that back, with one more."""
    found: Json = {}
    for one in plan:
        before = {
            "area": {"choice": str(one.area)} if one.area else {},
            "date": {"date": one.date} if one.date else {},
            "review": {"date": one.review} if one.review else {},
            "source": {"from": [_key(key) for key in one.sources]},
            "help": {"orgs": list(one.helpers)},
        }
        found |= {holder.slot(f"{key}{one.number}"): value for key, value in before.items()}
    for cell in cells:
        slot = holder.slot(cell.name)
        if not cell.field.is_written and slot in context.ours:
            found[slot] = kit.without_who(context.ours[slot])
    return found


def _key(key: tuple[str, str, str]) -> Json:
    return dict(zip(("kind", "party", "ref"), key, strict=True))


def _own(context: ActionsContext, action: PlannedAction, organisation: str) -> Json:
    return {
        "n": action.number, "state": action.state, "moments": moments(action),
        "before": [
            {"title": one.title, "day": day_text(one.day), "what": one.what, "first": one.first,
             "who": one.who, "date": day_text(one.date)}
            for one in action.before
        ],
        "said": said_of(context, organisation, action.number),
        "helpers": names_of(context, action.helpers),
        "from": inspired(context, action),
    }  # fmt: skip


def inspired(context: ActionsContext, action: PlannedAction) -> list[Json]:
    """What inspired an action: in words, and what was written there as far as this reader may
    read it."""
    found = []
    for one in sources.told(context.track, action.sources):
        party = context.party_by_id.get(one.party)
        found.append({
            **_key(one.key), "tile": party.tile if party else None,
            "label": sources.in_words(one, party.name if party else ""),
            "text": one.text[:_LONGEST_SOURCE],
        })  # fmt: skip
    return found


def _offered(context: ActionsContext, organisation: str) -> list[Json]:
    found = []
    for one in sources.offered(context.track, context.visits, organisation):
        party = context.party_by_id.get(one.party)
        if party is not None or not one.party:
            found.append({
                **_key(one.key), "tile": party.tile if party else None,
                "label": sources.in_words(one, party.name if party else ""),
                "text": one.text[:_LONGEST_SOURCE],
            })  # fmt: skip
    return found


def said_of(
    context: ActionsContext, organisation: str, number: int, most: int = MOST_SAID
) -> list[Json]:
    """What others said of an action, by name and organisation: the `most` newest, the oldest of
    these first. Who is not in the meeting any more is left out."""
    found = []
    for one in context.view.on(organisation, number)[-most:]:
        who = context.members.get(one.person)
        if who is not None:
            found.append({**_said(one), "who": who.name, "org": who.organisation_id,
                          "name": who.organisation, "tile": who.tile})  # fmt: skip
    return found


def _said(one: Sharpening) -> Json:
    return {"kind": one.kind, "text": one.text}


def _focus(context: ActionsContext) -> str:
    """The organisation whose plan is on the screen, or ""."""
    found = focus(context) if context.phase.stage == "plan" else None
    return found.id if found else ""


def _others(context: ActionsContext, own: str) -> list[Json]:
    """The plans of others, once everybody may read them."""
    if not context.phase.shown or context.homework is not None:
        return []
    there = [one for one in owners(context) if one.id != own]
    if len(there) > _MOST_PLANS:
        there = [one for one in there if one.id == _focus(context)]
    return [_plan(context, one) for one in there]


def _plan(context: ActionsContext, party: Party) -> Json:
    return {
        "id": party.id, "name": party.name, "tile": party.tile,
        "actions": [
            {
                "n": one.number, "what": one.what, "whom": one.whom, "first": one.first,
                "who": one.who, "day": day_text(one.date), "area": one.area, "state": one.state,
                "helpers": names_of(context, one.helpers),
                "said": said_of(context, party.id, one.number, _SAID_ELSEWHERE),
                "mine": _mine(context, party.id, one.number),
            }
            for one in context.view.plan(party.id)
        ],
    }  # fmt: skip


def _mine(context: ActionsContext, organisation: str, number: int) -> Json:
    """Kind -> what the person of this phone said of an action of others."""
    found: Json = {}
    for kind in model.SHARPENINGS:
        payload = context.mine.get(model.slot_on(organisation, number, kind), {})
        if payload.get("on") is True:
            found[kind] = payload.get("text", "")
    return found
