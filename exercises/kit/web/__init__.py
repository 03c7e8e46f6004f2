"""The web of visits: who goes to whom, as doors on a floor with the ways between them."""
