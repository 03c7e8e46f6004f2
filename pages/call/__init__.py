"""The public pages of a call: what it is, and applying, without an account."""
