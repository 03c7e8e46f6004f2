"""The own page of a participant, at home and in the hall: plain HTML at /mijn."""
