"""Whose name stands where: names in texts, and copies of the data without them."""
