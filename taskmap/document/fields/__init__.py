"""Every field of the documents, once: what drives reading, the schema and the format's page."""
