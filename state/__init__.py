"""Everything that is stored or pushed. All SQL lives in this package."""
