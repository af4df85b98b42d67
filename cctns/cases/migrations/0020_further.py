"""Further investigation after the report, and the supplementary report that ends it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.cases import guards, moving
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0019_transfers"),
        ("offices", "0004_holiday"),
        ("registers", "0012_transfers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FurtherInvestigation",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("serial", models.PositiveIntegerField(verbose_name="number")),
                ("recorded_at", models.DateTimeField(verbose_name="entered")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("open", "Under further investigation"),
                            ("reported", "Supplementary report sent to court"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="court told, or leave given")),
                (
                    "reason",
                    models.TextField(verbose_name="further evidence, and why it must be collected"),
                ),
                ("court_name", models.CharField(max_length=200, verbose_name="court")),
                ("trial", models.BooleanField(default=False, verbose_name="the trial has begun")),
                (
                    "leave",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="number and date of the court's permission",
                    ),
                ),
                (
                    "extension",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="number and date of the order of extension",
                    ),
                ),
                (
                    "extended_to",
                    models.DateField(blank=True, null=True, verbose_name="extended until"),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="finalreport",
            name="supplements",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.finalreport",
                verbose_name="supplementary to",
            ),
        ),
        migrations.AddConstraint(
            model_name="finalreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("part", "original"), ("supplements", None)),
                    models.Q(("part", "supplementary"), ("supplements__isnull", False)),
                    _connector="OR",
                ),
                name="report_supplements_another",
            ),
        ),
        migrations.AddField(
            model_name="furtherinvestigation",
            name="case",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.case",
                verbose_name="case",
            ),
        ),
        migrations.AddField(
            model_name="furtherinvestigation",
            name="gd_entry",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registers.generaldiaryentry",
                verbose_name="General Diary entry",
            ),
        ),
        migrations.AddField(
            model_name="furtherinvestigation",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
            ),
        ),
        migrations.AddField(
            model_name="furtherinvestigation",
            name="officer",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="officer",
            ),
        ),
        migrations.AddField(
            model_name="furtherinvestigation",
            name="first_report",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.finalreport",
                verbose_name="report before the court",
            ),
        ),
        migrations.AddIndex(
            model_name="furtherinvestigation",
            index=models.Index(fields=["case", "id"], name="furtherinvestigation_of_case"),
        ),
        migrations.AddConstraint(
            model_name="furtherinvestigation",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"),
                name="furtherinvestigation_serial_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="furtherinvestigation",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="furtherinvestigation_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="furtherinvestigation",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="furtherinvestigation_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="furtherinvestigation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("trial", False), models.Q(("leave", ""), _negated=True), _connector="OR"
                ),
                name="further_in_trial_by_leave",
            ),
        ),
        migrations.AddConstraint(
            model_name="furtherinvestigation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extended_to", None),
                    models.Q(("extension", ""), _negated=True),
                    _connector="OR",
                ),
                name="further_extended_by_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="furtherinvestigation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stage", "open")),
                fields=("case", "state"),
                name="further_one_at_a_time",
            ),
        ),
        *journalled("cases_furtherinvestigation"),
        guards.in_case("cases_furtherinvestigation"),
        guards.read_with_case("cases_furtherinvestigation"),
        staged(
            "cases_furtherinvestigation",
            {("", "open"), ("open", "reported"), ("reported", "open")},
        ),
        migrations.RunSQL(moving.FURTHER, moving.DROP_FURTHER),
    ]
