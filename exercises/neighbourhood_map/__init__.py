"""Kaart van de buurt: each organisation puts its pawn in a drawn village and says why there."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.neighbourhood_map import (
    briefing,
    console,
    export,
    model,
    own_answers,
    picture,
    report,
    results,
    views,
)
from exercises.neighbourhood_map.accept import accept
from exercises.neighbourhood_map.config import MapConfig, usual
from exercises.results import MapPosition
from state.language import _

EXERCISE = Exercise[MapConfig, model.MapView](
    kind="neighbourhood_map",
    title=_("Kaart van de buurt"),
    help=_("Elke organisatie zet haar pion in een getekend dorp: zo staan wij in de buurt."),
    area=4,
    minutes=30,
    step_label=_("kaart"),
    steps_label=_("kaarten"),
    config=MapConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    enter=model.enter,
    accept=accept,
    fold=model.fold,
    public=model.public,
    phone=views.phone,
    screen=views.screen,
    panel=console.panel,
    console=console.console,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=picture.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    codes=("party", "told"),
    results=results.results,
    gives=(MapPosition,),
    own_answers=own_answers.own_answers,
)
