"""Live pages: what each role is sent, what it may ask, and the socket that carries both."""
