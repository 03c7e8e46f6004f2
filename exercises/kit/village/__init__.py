"""The drawn village and its pawns."""
