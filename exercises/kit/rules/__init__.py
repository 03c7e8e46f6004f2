"""Rules that answers follow, pure; whatever stands above the kit may import them."""
