"""Ratios of what a clerk waits for against what the machine must do anyway."""
