"""The parts of the pages on which a facilitator prepares tracks and meetings."""
