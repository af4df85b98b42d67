"""Figures: dashboards of an office, their cases, and returns."""
