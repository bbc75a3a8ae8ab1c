"""Who may see and do what: identities, rights by role, and a store that keeps to them."""
