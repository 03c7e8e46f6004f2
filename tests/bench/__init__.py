"""Figures: `python -m tests.bench.room` (simulated phones) and `.browser` (a real Chromium)."""
