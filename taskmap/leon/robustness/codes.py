"""Codes of strains and of what a sample takes for granted, with the names of their values."""

# What happens to a unit's hours; ``share`` of them is away.
CODES: dict[str, tuple[str, ...]] = {
    # So many of one role are ill at once.
    "stress.ill": ("role", "persons"),
    # So many of all posts are empty.
    "stress.vacancy": ("share",),
    # So many of the staff are on holiday; an assumption, not a published figure.
    "stress.summer": ("share",),
}
NOTES: dict[str, tuple[str, ...]] = {
    # Counts are stated without a range: taken to be within ``share`` of what is written.
    "sampled.counts": ("share",),
    # Nobody has said how long other roles take: between ``low`` and ``high`` times as long.
    "sampled.factors": ("tasks", "low", "high"),
}
