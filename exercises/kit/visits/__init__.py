"""What a visit is made of beside its row: the programme by day, questions about it, and the
calendar file. Pure: imports the contract and the values of state, nothing that stores or draws."""
