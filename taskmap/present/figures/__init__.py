"""The pictures of a unit and a plan: pure functions from model objects to figures and tables."""
