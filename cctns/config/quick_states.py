"""Django's migrations without their quadratic part: a fresh node starts in seconds.

For every new table and every constraint Django renders all models anew that are related in any way,
and here nearly all are, through office and officer: 72 of the 75 seconds that a fresh node took.
Neither changes a class that exists: nothing points at a table yet that is just being made, and a
constraint or an index is handed to the database by the operation itself. Of other people's apps
(allauth takes constraints away again) everything is rendered as Django does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db.migrations.state import ModelState, ProjectState

OURS = frozenset({"cases", "journal", "offices", "people", "registers"})
_append_as_django = ProjectState._append_option  # type: ignore[attr-defined]


def _add_model(self: Any, model_state: ModelState) -> None:
    key = model_state.app_label, model_state.name_lower
    self.models[key] = model_state
    if self._relations is not None:
        self.resolve_model_relations(key)
    if "apps" in self.__dict__:
        self.apps.render_multiple([model_state])


def _append_option(self: Any, app_label: str, model_name: str, option: str, one: Any) -> None:
    if app_label not in OURS:
        _append_as_django(self, app_label, model_name, option, one)
        return
    options = self.models[app_label, model_name].options
    options[option] = [*options[option], one]


@contextmanager
def quick_states() -> Iterator[None]:
    """For the time of a `migrate`; the tables it makes are the same: see tools/same_schema.py."""
    with (
        mock.patch.object(ProjectState, "add_model", _add_model),
        mock.patch.object(ProjectState, "_append_option", _append_option),
    ):
        yield
