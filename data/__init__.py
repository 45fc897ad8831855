"""The shell around the kernel: the store, criteria files, imports, exports, evidence. Everything that touches a disk."""
