"""The documents that come out of a track, as trees of blocks: `report.forms` writes them."""
