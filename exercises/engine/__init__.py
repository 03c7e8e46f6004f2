"""Runs the exercises of the list on what is stored; pages/ and report/ may import it."""
