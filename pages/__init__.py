"""Everything a person opens: plain HTML routes in web/, Streamlit scripts beside it."""
