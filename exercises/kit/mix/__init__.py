"""Choosing a mix of candidates for a track, as a pure model; pages may import it, no exercise does.

`case.py` is what goes in; `seen.py` what a mix has and lacks, `effect.py` what one candidate would
change, `proposing.py` a proposal that covers most, `told.py` and `effect_words.py` all of it in
words.
"""
