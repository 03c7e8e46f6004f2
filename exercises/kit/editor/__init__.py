"""Parts of editors, drawn with Streamlit; only editors may import them."""
