"""A document in its three forms: PDF, Word and HTML.

Each takes a tree of the blocks of `exercises.document`, and all say the same words in the same
order: `forms.prepared` makes the tree fit for showing once, and `forms.words` says which words
those are.
"""
