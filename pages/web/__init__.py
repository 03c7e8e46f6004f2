"""Routes outside Streamlit: the door, signing in, files and health."""
