"""Counts of what offices have before them and did: dashboards, quality, gaps, returns."""
