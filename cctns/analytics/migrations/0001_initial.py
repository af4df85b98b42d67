"""What figures are made from, behind the second wall."""

import django.db.models.deletion
from django.db import migrations, models

from cctns.journal.guards import second_wall


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("offices", "0004_holiday"),
        ("journal", "0002_guards"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseFigure",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "state",
                        "fir_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("fir_id", models.UUIDField()),
                ("registered_at", models.DateTimeField()),
                ("registered_on", models.DateField()),
                ("counted", models.BooleanField()),
                ("legacy", models.BooleanField()),
                ("status", models.CharField(max_length=14)),
                ("officer_id", models.UUIDField(null=True)),
                ("head", models.CharField(max_length=40)),
                ("penal", models.BooleanField()),
                ("place", models.CharField(blank=True, max_length=40)),
                ("hour", models.PositiveSmallIntegerField(null=True)),
                ("reported_on", models.DateField(null=True)),
                ("report_kind", models.CharField(blank=True, max_length=14)),
                ("unoccurred", models.CharField(blank=True, max_length=14)),
                ("decided_on", models.DateField(null=True)),
                ("verdict", models.CharField(blank=True, max_length=12)),
                ("stolen", models.DecimalField(decimal_places=2, default=0, max_digits=16)),
                ("recovered", models.DecimalField(decimal_places=2, default=0, max_digits=16)),
                ("no_relative", models.PositiveSmallIntegerField(default=0)),
                ("short_address", models.PositiveSmallIntegerField(default=0)),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["office", "-registered_at", "-fir_id"], name="figure_by_station"
                    ),
                    models.Index(
                        condition=models.Q(("status", "investigation")),
                        fields=["office", "registered_on"],
                        name="figure_pending",
                    ),
                ],
            },
        ),
        second_wall("analytics_casefigure"),
    ]
