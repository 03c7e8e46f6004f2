"""Who visits whom, as a pure solver; pages, report and the engine may import it, no exercise does.

`case.py` is what goes in; `solving.py` gives a proposal, or the one that changes least after
somebody left; `reasons.py` explains a couple, `costs.py` what another choice costs, `conflict.py`
why it is impossible and what would solve it.
"""
