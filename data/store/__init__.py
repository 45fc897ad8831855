"""The store: one DuckDB file and the files beside it, in one folder, held by one process."""
