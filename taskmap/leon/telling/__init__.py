"""From a solution to what a reader decides on: moves, sums, what holds the rest."""
