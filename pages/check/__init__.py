"""Rehearses the hall on this laptop: `python -m pages.check`, before people come."""
