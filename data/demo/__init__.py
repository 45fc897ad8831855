"""The demo store: a real department's plan with invented figures, every one marked as invented."""
