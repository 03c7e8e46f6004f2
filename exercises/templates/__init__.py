"""Templates of tracks: a year in meetings, as data, and the tracks that are made from them.

`shapes.py` says what a template is, `list.py` has those of the product, `planning.py` makes
meetings of one, `next_year.py` those of an earlier track.
"""
