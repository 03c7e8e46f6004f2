"""What the figures are compared with: plain Streamlit, and the driver that plays it."""
