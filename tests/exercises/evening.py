"""An evening with all exercises as people could have filled them in, for tests of documents.

    python -m tests.exercises.evening FOLDER

writes every drawing that goes into documents as a PNG in FOLDER, and all words in words.txt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import exercises
from exercises import example
from exercises.announcement.config import AnnouncementConfig
from exercises.contract import (
    Answer,
    Context,
    Earlier,
    Json,
    Member,
    Party,
    Phase,
    Role,
    TrackVisit,
    VisitDay,
    alias,
)
from exercises.document import Beside, Block, Figure, Section, Together
from exercises.duo_conversation.model_arrangement import Arrangement, Group
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.guide.config import GuideConfig
from exercises.kit.drawing.finger_drawing import Stamp, Stroke, encode
from exercises.kit.drawing.svg import png
from exercises.lenses.config import usual as usual_lenses
from exercises.lenses.config import with_track as with_stories
from exercises.lenses.model import remark_key
from exercises.neighbourhood_map.config import MapConfig
from exercises.open_stance.config import usual as stance_sentences
from exercises.recall.model import slip_key
from state.models import FACILITATOR
from tests import folder as command_line
from tests.exercises.contexts import context_of

KINDS = tuple(one.kind for one in exercises.EXERCISES)
PARTIES = tuple(
    Party(f"o{at}", name, sector, at + 1)
    for at, (sector, name, _place, _people) in enumerate(example.ORGANISATIONS)
)
POSES = ("koffie", "staat", "zij", "koffie", "zwaait", "staat", "zij", "koffie")
PEOPLE: dict[str, Member] = {}
for at, (_sector, organisation, _place, both) in enumerate(example.ORGANISATIONS):
    for name, function in both:
        PEOPLE[name.lower()] = Member(
            name.lower(), name, f"o{at}", organisation, at + 1, POSES[len(PEOPLE) % 8], function
        )
HOUSE = {one.name: one.id for one in PARTIES}
IDS = list(PEOPLE)


def _line(config: Any) -> list[Answer]:
    first = {
        "greet": 0.92, "wout": 0.4, "idris": 0.28, "lien": 0.62, "joris": 0.55, "katrien": 0.65,
        "nadia": 0.8, "blessing": 0.9, "marleen": 0.35, "samir": 0.6, "ayşe": 0.45, "bilal": 0.95,
    }  # fmt: skip
    second = {"greet": 0.04, "wout": 0.13, "ayşe": 0.7, "lien": 0.44}
    why = {
        "greet": "Achterom betekent: langs de keuken. Wie het weet, voelt zich thuis. "
        "Wie het niet weet, staat buiten.",
        "wout": "‘Welkom’ staat bij ons op de deur. Maar de deur gaat open met een code.",
        "marleen": "Een vaste bank aan de ingang. Wie wacht, zit al binnen.",
        "blessing": "We groeten de kinderen bij naam, de ouders nog niet.",
    }
    found = [Answer(one, "s3.1", {"at": at}) for one, at in first.items()]
    found += [Answer(one, "s3.2", {"at": at}) for one, at in second.items()]
    found += [Answer(one, "s3.why", {"text": text}) for one, text in why.items()]
    found += [Answer(one, "s4.1", {"at": 1 - at}) for one, at in first.items()]
    return [*found, _note("s3", "Over de code op de deur van Knikkerzak praten we door.")]


def _duo(config: Any) -> list[Answer]:
    found: list[Answer] = []
    for key, shift in (("r1", 2), ("r2", 4)):
        half = IDS[::2]
        other = [IDS[(IDS.index(one) + 1 + shift) % len(IDS)] for one in half]
        pairs = zip(half, other, strict=True)
        groups = tuple(Group(n + 1, n + 1, pair) for n, pair in enumerate(pairs))
        made = Arrangement(groups, made=1).to_json()
        found.append(Answer(FACILITATOR, f"{key}.pairs", made, by_hand=True))
    said = (
        ("katrien", "r1.mine", "Ouders koken bij ons elke derde vrijdag, zonder ons.", True),
        ("ayşe", "r1.ours_2", "Geef ouders een sleutel, geen rooster.", True),
        ("joris", "r1.mine", "Dit blijft van mij.", False),
        ("wout", "r2.mine", "We vragen pas naar hun mening als alles al beslist is.", True),
    )
    for one, slot, text, share in said:
        found.append(Answer(one, slot, {"text": text}))
        found.append(Answer(one, f"{slot}_share", {"share": share}))
    return [*found, _note("r1", "Een sleutel geven: daar wil de groep meer over horen.")]


STONES = (
    ("blessing", "Samen soep maken", "Recept in één taal", None, "top", ""),
    ("katrien", "Opa vertelt een verhaal", "Niemand durfde", "blessing", "top",
     "vertellen bij het eten"),
    ("joris", "Vaders voetballen op zondag", "Het uur paste voor niemand", "katrien", "flop",
     "wie zet de eerste stap"),
    ("lien", "Ouders blijven wennen", "De schoolbrief was te moeilijk", "blessing", "flop",
     "taal sluit uit"),
    ("greet", "Iedereen bracht een stoel mee", "Twee groepjes naast elkaar", "joris", "top",
     "een reden om te komen"),
    ("nadia", "Kleuters tekenden hun straat", "Uitnodiging alleen op Facebook", "lien", "top",
     "kinderen trekken ouders mee"),
    ("samir", "Een oma leerde ons breien", "Geen opvang", "greet", "flop", "niemand ertussen"),
)  # fmt: skip


def _domino(config: Any) -> list[Answer]:
    found: list[Answer] = []
    for number, (one, top, flop, against, half, shared) in enumerate(STONES, start=1):
        lay = {"on": True, "number": number, "against": against, "half": half, "shared": shared}
        for part, payload in (("top", {"text": top}), ("flop", {"text": flop}),
                              ("ready", {"ready": True}), ("lay", lay)):  # fmt: skip
            found.append(Answer(one, f"stone.{part}", payload, order=len(found) + 1))
    found += [
        Answer("wout", "stone.top", {"text": "Nooit gelegd"}),
        Answer("wout", "stone.flop", {"text": "Ook dit niet"}),
        Answer("samir", "stone.thread-x", {"target": "katrien", "text": "oma en opa"}),
    ]
    return [*found, _note("table", "Wie erbij blijft, maakt het verschil.")]


PLACES = ((640, 520), (640, 250), (284, 738), (186, 440), (400, 916), (1145, 512))
MOVED = {4: (300, 690), 5: (900, 560)}
WHYS = (
    "Wie over het plein loopt, ziet ons zitten.", "De trein stopt, maar niemand stapt bij ons af.",
    "Aan de poort kennen ze ons, verderop niet.", "", "De buurt kent ons nog niet.",
    "Iedereen gaat over de brug.",
)  # fmt: skip


def map_at(config: Any, places: Sequence[tuple[int, int]] = PLACES) -> list[Answer]:
    found: list[Answer] = []
    for at, (x, y) in enumerate(places):
        found.append(Answer(f"o{at}", "map.1", {"x": x, "y": y}, order=at))
        if WHYS[at]:
            found.append(Answer(f"o{at}", "map.why1", {"text": WHYS[at]}, order=20 + at))
        if at in MOVED:
            now = dict(zip("xy", MOVED[at], strict=True))
            found.append(Answer(f"o{at}", "map.2", now, order=40 + at))
    found.append(Answer("o4", "map.why2", {"text": "Dichter bij de school."}, order=60))
    return [*found, _note("map", "Drie pionnen willen dichter bij de school.")]


DOOR = (
    Stroke("i", "1", ((60, 560), (60, 160), (160, 120), (160, 540), (60, 580))),
    Stroke("i", "1", ((160, 120), (330, 120), (330, 550), (160, 550), (900, 545))),
    Stroke("r", "2", ((220, 480), (220, 530), (280, 535), (275, 490), (220, 480))),
    Stroke("i", "1", ((470, 330), (800, 325), (790, 330), (790, 540))),
    Stroke("i", "1", ((500, 330), (500, 540))), Stamp("y", "3", 2, 640, 200),
)  # fmt: skip
GIFTS = GiftsConfig((
    GiftVisit("a", "o1", "o2"), GiftVisit("b", "o4", "o2"), GiftVisit("c", "o2", "o0", 1),
    GiftVisit("d", "o5", "o3"),
))  # fmt: skip


def _gifts(config: Any) -> list[Answer]:
    drawing = {"items": encode(DOOR), "text": "de deur die nooit dichtvalt"}
    given: tuple[tuple[str, str, Json], ...] = (
        ("marleen", "a.draw", drawing),
        ("idris", "a.like", {"text": "Jullie groeten ook wie alleen even brengt."}),
        ("marleen", "a.tip", {"text": "Zet een bank aan de poort."}),
        ("greet", "b.phrase", {"text": "Eerst de jas, dan de vraag."}),
        ("bilal", "b.told", {"text": "Dat ze om half vijf thee zetten voor wie te vroeg is."}),
        ("lien", "c.like", {"text": "De koffie staat er al voor je zit."}),
        ("nadia", "d.like", {"text": "Dit blijft ingepakt."}),
        ("o1", "a.wrap", {"wrapped": True, "paper": "signs", "ribbon": "yellow"}),
        ("o4", "b.wrap", {"wrapped": True, "paper": "dots", "ribbon": "white"}),
        ("o2", "c.wrap", {"wrapped": True, "paper": "stripes", "ribbon": "red"}),
        ("o5", "d.wrap", {"wrapped": True, "paper": "plain", "ribbon": "blue"}),
        ("o2", "a.share", {"text": "We zetten die bank er morgen."}),
        ("o2", "a.question", {"text": "Waar staat jullie bank precies?"}),
    )  # fmt: skip
    found = [Answer(author, slot, payload, order=at) for at, (author, slot, payload)
             in enumerate(given)]  # fmt: skip
    for turn, (key, host) in enumerate((("a", "o2"), ("b", "o2"), ("c", "o0")), start=1):
        found += [Answer(host, f"{key}.open", {"open": True, "turn": turn}),
                  Answer(host, f"{key}.page", {"at": 9}),
                  Answer(host, f"{key}.done", {"done": True})]  # fmt: skip
    return found


CORES = (
    "Een open huis voor gezinnen, elke voormiddag.", "Ouders praten met ouders.",
    "Kinderopvang voor 42 kinderen, in een oude wasserij aan het water.",
    "Buurtwerk in zeven straten.", "Een huis met een achterdeur.",
    "Speelgoed lenen en samen spelen.",
)  # fmt: skip
CARDS = ("paraplu", "lange-tafel", "tuinpoort", "deuren", "brug", "kampvuur")


def _sheet(config: Any) -> list[Answer]:
    found = []
    for at in range(len(PARTIES)):
        own = f"o{at}"
        texts = {"core": CORES[at], "target": "Gezinnen met jonge kinderen uit de buurt.",
                 "expect": "Zien hoe anderen wachten tot iemand zelf begint."}  # fmt: skip
        found += [Answer(own, f"sheet.{part}", {"text": text}) for part, text in texts.items()]
        found.append(Answer(own, "sheet.picture", {"card": CARDS[at]}))
    return found


def _own_sheet(config: Any) -> list[Answer]:
    return [
        Answer("o2", "sheet.take", {"text": "Wij zetten de koffie bij de deur. Wie komt, blijft."}),
        Answer("o2", "sheet.far", {"scale": 2}),
        Answer("o2", "sheet.first", {"text": "De tafel verzetten"}),
        Answer("o4", "sheet.take", {"text": "Vaders rechtstreeks aanspreken."}),
        _note("sheet", "De koffie kwam bij drie organisaties terug."),
    ]


CUPS = {
    "1-strong": "Ouders blijven de eerste week. Wennen doe je samen.",
    "1-sugar": "Papa’s spreken we aan. Opa’s en tantes nog niet.",
    "1-beans": "Eén middag per maand koken ouders hier voor de buurt.",
    "2-strong": "Ouders kiezen mee de uitstappen.", "2-beans": "Een ouder in het team.",
    "3-sugar": "De wachtbank, maar ze staat verkeerd.",
    "points": "Wennen doe je samen.", "learn": "Hoe andere diensten vaders bereiken.",
    "question1": "Hoe kunnen wij ouders leren kennen die alleen even aan de deur staan?",
    "question2": "Wie mag er bij jullie binnen zonder afspraak?",
    "why-o3": "Daar komen vaders.", "why-o0": "De koffie.",
}  # fmt: skip


def _reflection(config: Any) -> list[Answer]:
    found = []
    for own, shared in (("o2", True), ("o4", False)):
        texts = CUPS if shared else {"1-strong": "Dit is nog van ons."}
        found += [Answer(own, f"sheet.{part}", {"text": text}) for part, text in texts.items()]
        found += [Answer(own, "sheet.top", {"hosts": ["o3", "o0", ""]}),
                  Answer(own, "sheet.shared", {"on": shared})]  # fmt: skip
    return found


VISITS = (
    TrackVisit("v1", host="o1", visitor="o0", announced=True, mentor="Lien",
               days=(VisitDay("2027-03-09", "09:00", "16:00"), VisitDay("2027-03-10"))),
    TrackVisit("v2", host="o3", visitor="o1", announced=True),
)  # fmt: skip


def _announcement(config: Any) -> list[Answer]:
    doors = [Answer(FACILITATOR, f"{one.id}.open", {"open": True}) for one in VISITS]
    return [*doors, _note("web", "Niemand gaat naar wie zelf komt.")]


def _stance(config: Any) -> list[Answer]:
    by = next(one for one in IDS if PEOPLE[one].organisation_id == "o0")
    return [
        Answer("katrien", "e1.after", {"text": "Hoe zijn jullie hiertoe gekomen?"}),
        Answer("wout", "e1.after", {"text": "Wat maakt dat jullie het zo doen?"}),
        Answer("wout", "e1.change", {"text": "Er komt een verhaal in de plaats van een ja."}),
        Answer("greet", "own.before", {"text": "Waarom mag dat kind daar zitten?"}),
        Answer("greet", "own.after", {"text": "Wat betekent die plek voor het kind?"}),
        Answer("v1", "sheet.v1:when", {"text": "Elke dag een kwartier, bij de koffie."}, by=by),
        Answer("v1", "sheet.v1:photo", {"text": "x" * 300, "long": True}, by=by),
        _note("stance", "Ook een open vraag kan een oordeel dragen."),
    ]


def _guide(config: Any) -> list[Answer]:
    by = next(one for one in IDS if PEOPLE[one].organisation_id == "o0")
    who = alias("activity", "secret", by)
    part = {"text": "Koffie aan de keukentafel", "date": "2027-03-09", "start": "09:00",
            "end": "09:45", "form": "welcome", "guests": [], "company": "Lien"}  # fmt: skip
    return [
        Answer("v1", f"sheet.v1:success-{who}", {"text": "Als wij thuis één ding anders doen."},
               by=by),
        Answer("v1", "sheet.v1:next", {"text": "Lien belt volgende week."}, by=by),
        Answer("v1", "sheet.v1:parents", {"text": "x" * 900, "long": True}, by=by),
        Answer("v1", "part.v1:koffie", part, by=by),
        Answer("v1", "part.v1:soepmaken", {**part, "text": "Soep maken", "form": "help",
                                           "start": "11:30", "end": "", "guests": [by]}, by=by),
        _note("sheet", "Twee koppels kiezen dezelfde week."),
    ]  # fmt: skip


def _recall(config: Any) -> list[Answer]:
    words = (
        ("idris", "q2", "soep, nog voor de uitleg", "o2", True),
        ("marleen", "q2", "kort, ze hadden het druk", "o2", False),
        ("lien", "q2", "met mijn voornaam", "o0", True),
        ("greet", "q3", "een kind gaf mij een stoel en bleef erbij", "o2", True),
        ("nadia", "q5", "wij hadden op jullie gewacht", "o3", True),
        ("wout", "q5", "vriendelijk, vluchtig", "", False),
    )
    found: list[Answer] = []
    for one, key, text, host, warm in words:
        found.append(Answer(one, f"{key}.words", {"text": text, "host": host}))
        if warm:
            mark = f"{key}.warm-{slip_key(one, key)}"
            found.append(Answer(FACILITATOR, mark, {"on": True, "text": text}))
    found.append(Answer("idris", "q2.feeling", {"feeling": "at_ease", "host": "o2"}))
    return [*found, _note("q2", "Bij naam groeten, daar begon het overal mee.")]


def _quotes(config: Any) -> list[Answer]:
    said = (
        ("nadia", "Wij dachten dat onze deur openstond. Tot we zelf ergens aanbelden.", "names"),
        ("greet", "Ik groet nu ook wie alleen even brengt.", "organisations"),
        ("idris", "Ik durf weer te vragen wat ik niet weet.", "nobody"),
        ("lien", "Dit hou ik liever voor mij.", "none"),
    )
    found: list[Answer] = []
    for one, text, consent in said:
        given = {"consent": consent} if consent == "none" else {"consent": consent, "text": text}
        found += [Answer(one, "quote.text", {"text": text}), Answer(one, "quote.consent", given)]
    return [*found, Answer("wout", "quote.text", {"text": "Nog niet gekozen."})]


def _actions(config: Any) -> list[Answer]:
    first = {"what1": "Ouders koken mee", "first1": "Ouders kiezen samen het menu van januari",
             "whom1": "ouders die alleen komen", "who1": "Samir",
             "sign1": "Iemand blijft voor de afwas"}  # fmt: skip
    said = [{"state": "busy", "text": "De eerste pot soep is op.", "day": "2027-01-14"}]
    found = [Answer("o0", f"sheet.{part}", {"text": text}) for part, text in first.items()]
    found += [
        Answer("o0", "sheet.area1", {"choice": "2"}),
        Answer("o0", "sheet.date1", {"date": "2026-11-30"}),
        Answer("o0", "sheet.help1", {"orgs": ["o5"]}),
        Answer("o0", "sheet.source1", {"from": [{"kind": "visit", "party": "o2", "ref": ""}]}),
        Answer("o0", "sheet.state1", {"said": said}),
        Answer("o2", "sheet.what1", {"text": "Wie brengt, krijgt eerst koffie"}),
        Answer("o2", "sheet.date1", {"date": "2026-12-14"}),
        Answer("o2", "sheet.first1", {"text": "x" * 300, "long": True}),
        Answer("nadia", "on.o0:1:help", {"on": True, "text": "Wij hebben nog schorten."}),
        Answer("greet", "on.o0:1:question", {"on": True, "text": "Wie doet de afwas?"}),
        Answer("idris", "on.o2:1:same", {"on": True, "text": ""}),
    ]
    return [*found, _note("sheet", "Klein beginnen, dat vond iedereen.")]


def _closing(config: Any) -> list[Answer]:
    said = (
        ("nadia", "Ik klop eerst aan.", 1), ("wout", "Ik klop eerst aan", 1),
        ("greet", "Bij naam groeten.", 1), ("idris", "Ouders mee aan tafel.", 2),
        ("lien", "Een bord in vier talen.", 4), ("marleen", "Zelf eens op bezoek gaan.", None),
    )  # fmt: skip
    found: list[Answer] = []
    for order, (one, text, area) in enumerate(said, start=1):
        found.append(Answer(one, "ask.take", {"text": text}, order=order))
        found.append(Answer(one, "ask.area", {"area": area}, order=order + 100))
    return [*found, _note("ask", "De zaal werd stil, en schreef.")]


def _note(key: str, text: str) -> Answer:
    return Answer(FACILITATOR, f"{key}.note", {"text": text})


def _sequels(config: Any) -> list[Answer]:
    """Het Achterom told of two gifts, Knikkerzak wrote and waits, De Kruiwagen told of giving."""
    said = [
        ("o0", "e:v1", "o1", "De bank staat er. Op een dinsdag zat er iemand die we niet kenden."),
        ("o0", "e:v2", "o2", ""), ("o1", "e:v3", "o0", "De code hangt nu naast de deur."),
    ]  # fmt: skip
    found = [
        Answer(owner, f"gift.{key}:text", {"text": text, "nothing": not text, "giver": giver,
                                           "by": "greet", "before": []}, by="greet")
        for owner, key, giver, text in said
    ]  # fmt: skip
    gave = {"text": "We kijken sindsdien anders naar onze eigen deur.", "by": "", "before": []}
    found.append(Answer("o3", "gift.gave", gave))
    turns = {"o0": ["", "e:v1", "e:v2"], "o3": [""]}
    return [*found, *(
        Answer(FACILITATOR, f"gift.tell:{owner}", {"gift": seen[-1], "seen": seen, "skip": False},
               order=at)
        for at, (owner, seen) in enumerate(turns.items(), start=1)
    ), _note("gift", "De bank komt terug bij de acties.")]  # fmt: skip


def _lenses(config: Any) -> list[Answer]:
    said = (
        ("greet", "critical", "question", "Wie eet hier nooit mee?", None, False),
        ("wout", "critical", "question", "Durft iemand nee te zeggen tegen de soep?", 2, True),
        ("joris", "valuing", "remark", "Niemand moest uitleggen waarom hij er was.", 1, False),
        ("nadia", "valuing", "remark", "De vrijwilligers kennen elke naam.", None, False),
        ("idris", "practical", "question", "Wat kost die soep?", None, True),
    )  # fmt: skip
    slot = "v1.said-1"
    found = []
    for order, (one, lens, kind, text, area, picked) in enumerate(said, start=1):
        payload = {"text": text, "lens": lens, "kind": kind, "prompt": "", "area": area}
        found.append(Answer(one, slot, payload, order=order))
        if picked:
            pick = {"on": True, "open": False}
            found.append(Answer("o0", f"v1.pick-{remark_key(one, slot)}", pick, order=order))
    held = {one: lens for one, lens, *_rest in said}
    found.append(Answer(FACILITATOR, "v1.dealt", {"held": held}, by_hand=True))
    return [*found, _note("v1", "Eén keer per maand soep: dat wil iedereen proberen.")]


ANSWERS: dict[str, Callable[[Any], list[Answer]]] = {
    "line": _line, "duo_conversation": _duo, "domino": _domino, "neighbourhood_map": map_at,
    "gifts": _gifts, "organisation_sheet": _sheet, "reflection_sheet": _reflection,
    "own_sheet": _own_sheet,
    "recall": _recall, "quotes": _quotes, "guide": _guide, "open_stance": _stance,
    "closing": _closing,
    "actions": _actions, "announcement": _announcement, "gift_sequels": _sequels,
    "lenses": _lenses,
}  # fmt: skip
CONFIGS: dict[str, Any] = {
    "announcement": AnnouncementConfig(VISITS), "gifts": GIFTS, "guide": GuideConfig(visits=VISITS),
    "open_stance": replace(stance_sentences(), visits=VISITS),
    "lenses": with_stories(usual_lenses(), VISITS),
}  # fmt: skip


def evening(kind: str, role: Role = "console", me: str = "lien", **more: Any) -> Context[Any, Any]:
    """The exercise of that kind as it ended that evening, for a role; on a phone for `me`, the id
    of one of PEOPLE. `more`: other parts of the context; `phase` and `answers` take the place of
    those of the evening."""
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    config = more.pop("config", CONFIGS.get(kind, exercise.sample))
    end = Phase(stage=exercise.stages[-1].key, shown=True)
    answers = more.pop("answers", None)
    given = {"meeting_title": "Kennismaking", "meeting_date": "2026-09-24", "people": PEOPLE,
             "parties": PARTIES, "visits": VISITS, **more}  # fmt: skip
    phase = given.pop("phase", end)
    return context_of(
        exercise, phase, role, ANSWERS[kind](config) if answers is None else answers,
        config=config, me=me if role == "phone" else None, **given,
    )  # fmt: skip


def year_of_maps() -> tuple[Earlier[Any, Any], ...]:
    """The map of an earlier meeting."""
    exercise = exercises.of_kind("neighbourhood_map")
    assert exercise is not None
    then = [(1262, 560), (1448, 856), (284, 738), (120, 380), (150, 930), (1250, 310)]
    answers = [one for one in map_at(MapConfig(), then) if one.slot == "map.1"]
    view = exercise.fold(exercise.sample, answers)
    return (Earlier("x", "Kennismaking", "2026-01-24", exercise.sample, view),)


def sections(role: Role = "console", me: str = "lien", **more: Any) -> list[tuple[str, Section]]:
    """What all exercises say to documents, each with its kind."""
    return [
        (kind, section) for kind in KINDS for context in [evening(kind, role, me, **more)]
        for section in context.exercise.report(context)
    ]  # fmt: skip


def flat(blocks: Sequence[Block]) -> list[Block]:
    """All blocks, also those within others, in the order in which they are read."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Together):
            found += flat(block.blocks)
        elif isinstance(block, Beside):
            found += [inner for part in block.parts for inner in flat(part)]
        else:
            found.append(block)
    return found


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for kind in KINDS:
        past = year_of_maps if kind == "neighbourhood_map" else tuple
        context = evening(kind, past=past)
        told = context.exercise.summary(context)
        blocks: list[tuple[str, Sequence[Block]]] = []
        if told is not None:
            lines += [f"=== {kind}, in short", *told.sentences, str(told.quotation or "")]
            blocks.append(("short", [told.figure] if told.figure else []))
        for section in context.exercise.report(context):
            where = f"{section.organisation}{section.only}{section.area or ''}"
            lines.append(f"=== {kind}: {section.title} / {where}")
            blocks.append((where, flat(section.blocks)))
            lines += [str(replace(one, svg=one.svg[:0], photo=b"") if isinstance(one, Figure)
                          else one) for one in blocks[-1][1]]  # fmt: skip
        for where, found in blocks:
            drawn = [one for one in found if isinstance(one, Figure) and one.svg]
            for number, figure in enumerate(drawn):
                wide = 1400 if figure.width == "page" else 800
                (folder / f"{kind}-{where}-{number}.png").write_bytes(png(figure.svg, wide))
    (folder / "words.txt").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    _write(command_line.asked(__doc__))
