"""What exercises are made of; each folder says what may import it."""
