"""The documents that come out of a meeting, made from what is stored."""
