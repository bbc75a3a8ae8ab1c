"""The Streamlit entry: frame, page list and lasting pickers."""
