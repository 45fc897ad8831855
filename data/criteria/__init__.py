"""Criteria files: read YAML as text, check it, compile it to the kernel's tables, load a folder of them."""
