"""A record that exists only here: a notebook with pages, and every type of field."""

from __future__ import annotations

from django.apps.registry import Apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from cctns.journal.models import Record, new_id
from cctns.offices.models import Office

# A registry of its own: the application never learns of these models.
_apart = Apps()
_apart.all_models["offices"]["office"] = Office


class Notebook(Record):
    title = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    bought_on = models.DateField(null=True)
    opened_at = models.DateTimeField(null=True)
    ruled = models.BooleanField(default=False)
    cover = models.BinaryField(null=True)
    marks = models.JSONField(default=dict)
    words = ArrayField(models.CharField(max_length=20), default=list)
    owner_id = models.UUIDField(null=True)

    class Meta:
        apps = _apart
        app_label = "notebook"
        db_table = "test_notebook"


class Page(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id)
    notebook = models.ForeignKey(Notebook, on_delete=models.CASCADE)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        apps = _apart
        app_label = "notebook"
        db_table = "test_page"
