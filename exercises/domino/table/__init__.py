"""The table with its stones, as the screen and the export draw it. Pure: no database, no browser.

`trail`: who lies against whom, and the order of reading. `rows` lays a trail on one screen, `grid`
on a table without end. `wording` sets words, `faces` those on a stone, `slips` those beside it;
`routes` finds the way of threads. `tabletop` puts all of that together, `camera` frames a part of
it, and `drawing` makes SVG.
"""
