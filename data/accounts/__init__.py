"""Who acts, and what each may do: the one place where authorisation stands."""
