"""Batch files: what leaves the office and what comes back."""
