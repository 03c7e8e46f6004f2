"""Parts of editors, drawn with Streamlit; editors and the Streamlit pages may import them."""
