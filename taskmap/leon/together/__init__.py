"""Many units with one training budget: one price of money stands for all that couples them."""
