"""Nghiệp vụ: what sections and the office do every month."""
