"""The app as a service for others than the one at the keyboard: closed where Streamlit is open."""
