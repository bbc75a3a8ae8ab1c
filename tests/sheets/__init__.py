"""Foreign files of all kinds, made by the tests themselves."""
