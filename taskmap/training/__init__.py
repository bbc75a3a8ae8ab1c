"""Training over a partnership: gaps, courses, joint programme, cost shares."""
