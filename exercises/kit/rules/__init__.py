"""Rules that answers follow, pure; any part of an exercise may import them."""
