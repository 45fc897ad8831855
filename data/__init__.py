"""The shell around the kernel: store, criteria files, imports, exports, evidence. Everything that touches a disk."""
