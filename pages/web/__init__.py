"""Routes outside Streamlit: the door, signing in, the doorbell, files and health."""
