"""Evidence (tài liệu kiểm chứng): documents that prove leaves, each file kept once under its SHA-256, none deleted."""
