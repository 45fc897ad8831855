"""Units (đơn vị): who is scored."""
