"""The pages, one file each: guard, choose, call, draw."""
