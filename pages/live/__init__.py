"""What live pages send to browsers and take from them. No Streamlit but in stage.py."""
