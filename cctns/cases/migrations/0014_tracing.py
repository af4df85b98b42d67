"""Possible matches, derived, and what officers decide about them, journalled."""

import django.db.models.deletion
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled, second_wall
from cctns.registers.addressed import readable_by_receiver


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_asked"),
        ("offices", "0004_holiday"),
    ]

    operations = [
        migrations.CreateModel(
            name="TraceCandidate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cctns.lib.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("record_id", models.UUIDField()),
                ("other_id", models.UUIDField(db_index=True)),
                ("other_book", models.CharField(max_length=10)),
                ("other_number", models.CharField(max_length=20)),
                ("other_place", models.CharField(max_length=500)),
                ("other_at", models.DateTimeField()),
                ("score", models.FloatField()),
                ("reasons", models.JSONField()),
                ("made_at", models.DateTimeField()),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "other_office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "ordering": ("-score", "other_id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "record_id", "other_id"), name="trace_candidate_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TraceDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cctns.lib.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("record_id", models.UUIDField()),
                ("other_id", models.UUIDField(db_index=True)),
                ("other_text", models.CharField(max_length=800)),
                ("same", models.BooleanField(verbose_name="the same person")),
                ("reason", models.TextField(verbose_name="reason")),
                ("decided_at", models.DateTimeField()),
                ("officer_name", models.CharField(max_length=200)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "to_office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "indexes": [
                    models.Index(fields=["record_id", "-id"], name="trace_decision_latest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="trace_decision_reasoned",
                    )
                ],
            },
        ),
        second_wall("cases_tracecandidate"),
        *journalled("cases_tracedecision"),
        readable_by_receiver("cases_tracedecision"),
    ]
