"""Migrations are quick for every app of ours, not for those that there were when it was written."""

from __future__ import annotations

from importlib.util import find_spec

from django.apps import apps

from cctns.config.quick_states import OURS


def test_every_app_of_ours_that_has_migrations_is_named() -> None:
    ours = [one for one in apps.get_app_configs() if one.name.startswith("cctns.")]
    assert {one.label for one in ours if find_spec(f"{one.name}.migrations")} == OURS
