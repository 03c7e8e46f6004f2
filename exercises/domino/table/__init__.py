"""The table with its stones, as the screen and the export draw it. Pure: no database, no browser.

Where a stone lies follows from who was laid against whom, in the order of laying. On one screen the
whole trail is laid anew in the order of reading: when one more stone is added, the others keep
their order, and walk together where they must be smaller. On a table that is larger than the screen
no stone moves when one is added.

`trail`: who lies against whom, and the order of reading. `rows` lays a trail on one screen, `grid`
on a table without end. `wording` sets words, `faces` those on a stone, `slips` those beside it;
`routes` finds the way of threads. `tabletop` puts all of that together, `camera` frames a part of
it, and `drawing` makes SVG.
"""
