"""Django's migrations without their quadratic part: a fresh node starts in seconds.

For every new table, column and constraint Django renders all models anew that are related in any
way, and here nearly all are, through office and officer. None of them changes a class that exists:
the operation itself hands to the database what is new. So of our own apps the one model is rendered
that was changed, and everything, from the start, when a field is altered that others point at. Of
other people's apps (allauth takes constraints away again) everything is rendered as Django does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db.migrations.state import ModelState, ProjectState
from django.db.models import NOT_PROVIDED

OURS = frozenset(
    {
        "alerts", "analytics", "cases", "citizen", "identity", "journal", "offices", "registers",
        "search", "sync",
    }
)  # fmt: skip
_append_as_django = ProjectState._append_option  # type: ignore[attr-defined]
_add_field_as_django = ProjectState.add_field
_reload_as_django = ProjectState.reload_model


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


def _add_field(
    self: Any, app_label: str, model_name: str, name: str, field: Any, preserve_default: bool
) -> None:
    if app_label not in OURS:
        _add_field_as_django(self, app_label, model_name, name, field, preserve_default)
        return
    if not preserve_default:
        field = field.clone()
        field.default = NOT_PROVIDED
    key = app_label, model_name
    self.models[key].fields[name] = field
    if self._relations is not None:
        self.resolve_model_field_relations(key, name, field)
    _reload_model(self, app_label, model_name, delay=True)


def _reload_model(self: Any, app_label: str, model_name: str, delay: bool = False) -> None:
    if app_label not in OURS:
        _reload_as_django(self, app_label, model_name, delay)
    elif delay and "apps" in self.__dict__:
        self._reload({(app_label, model_name)})
    else:
        self.__dict__.pop("apps", None)  # all is rendered when it is asked for next


@contextmanager
def quick_states() -> Iterator[None]:
    """For the time of a `migrate`; the tables it makes are the same: see tools/same_schema.py."""
    with (
        mock.patch.object(ProjectState, "add_model", _add_model),
        mock.patch.object(ProjectState, "add_field", _add_field),
        mock.patch.object(ProjectState, "reload_model", _reload_model),
        mock.patch.object(ProjectState, "_append_option", _append_option),
    ):
        yield
