"""Mappings and graphs in and out of the formats others use."""
