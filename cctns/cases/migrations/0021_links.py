"""Clubbed and counter cases; what the final report says of them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_further"),
        ("offices", "0004_holiday"),
        ("registers", "0013_kept_form"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="finalreport",
            name="linked_cases",
            field=models.TextField(blank=True, verbose_name="clubbed and counter cases"),
        ),
        migrations.CreateModel(
            name="CaseLink",
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
                        choices=[("linked", "Linked"), ("unlinked", "No longer linked")],
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="linked on")),
                ("fir_id", models.UUIDField(db_index=True, editable=False)),
                ("fir_told", models.CharField(editable=False, max_length=300, verbose_name="FIR")),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("clubbed_under", "Main case: this one is clubbed under it"),
                            ("counter", "Counter case"),
                            ("same_transaction", "Case of the same transaction"),
                        ],
                        max_length=20,
                        verbose_name="what the other case is",
                    ),
                ),
                (
                    "other_fir_id",
                    models.UUIDField(
                        blank=True,
                        db_index=True,
                        null=True,
                        verbose_name="other case, if it is within your reach",
                    ),
                ),
                (
                    "other_number",
                    models.CharField(blank=True, max_length=60, verbose_name="else its FIR number"),
                ),
                (
                    "other_station",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="and its police station"
                    ),
                ),
                ("reason", models.TextField(verbose_name="why they belong together")),
                (
                    "order_reference",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="number and date of the order"
                    ),
                ),
                (
                    "unlinked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="unlinked on"),
                ),
                (
                    "unlinked_why",
                    models.TextField(blank=True, verbose_name="why they are unlinked"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "gd_entry",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registers.generaldiaryentry",
                        verbose_name="General Diary entry",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officer",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
                "indexes": [models.Index(fields=["case", "id"], name="caselink_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="caselink_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="caselink_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="caselink_event_before_entry",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("other_fir_id", None),
                            models.Q(("other_fir_id", models.F("fir_id")), _negated=True),
                            _connector="OR",
                        ),
                        name="link_not_to_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("other_number", ""), _negated=True),
                            models.Q(("other_station", ""), _negated=True),
                        ),
                        name="link_to_a_known_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage", "linked"),
                            models.Q(
                                ("unlinked_at__isnull", False),
                                models.Q(("unlinked_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="link_ended_with_day_and_reason",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("relation", "clubbed_under"), ("stage", "linked")),
                        fields=("case", "state"),
                        name="link_clubbed_under_one",
                    ),
                ],
            },
        ),
        *journalled("cases_caselink"),
        guards.in_case("cases_caselink"),
        guards.read_with_case("cases_caselink"),
        guards.read_with_case(
            "cases_caselink", column="other_fir_id", of="fir_id", name="with_other"
        ),
        staged("cases_caselink", {("", "linked"), ("linked", "unlinked")}),
        guards.linked(),
    ]
