"""Reports to committees and the Magistrate that are no form of their own."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0021_links"),
        ("offices", "0004_holiday"),
        ("registers", "0013_kept_form"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuthorityReport",
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
                        choices=[("sent", "Sent")], max_length=14, verbose_name="stage"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            (
                                "committee_told",
                                "To the Child Welfare Committee and the Special Court (POCSO 19(6))",
                            ),
                            (
                                "no_arrest_reported",
                                "To the Magistrate: why nobody was arrested (Arnesh Kumar (2014) 8 SCC 273)",
                            ),
                            (
                                "refusal_reported",
                                "To the Magistrate and the informant: why there is no investigation (BNSS 176(2))",
                            ),
                        ],
                        max_length=20,
                        verbose_name="what is reported",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="sent on")),
                ("sent_to", models.CharField(max_length=300, verbose_name="to whom")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("person", "In person"),
                            ("post", "By registered post"),
                            ("telephone", "By telephone"),
                            ("sms", "By text message"),
                            ("email", "By e-mail"),
                        ],
                        max_length=10,
                        verbose_name="by which means",
                    ),
                ),
                ("text", models.TextField(verbose_name="report and its reasons")),
                (
                    "proof",
                    models.CharField(
                        max_length=300, verbose_name="proof: receipt, message number, signature"
                    ),
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
                "indexes": [models.Index(fields=["case", "id"], name="authorityreport_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"),
                        name="authorityreport_serial_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)),
                        name="authorityreport_serial_from_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="authorityreport_event_before_entry",
                    ),
                ],
            },
        ),
        *journalled("cases_authorityreport"),
        guards.in_case("cases_authorityreport"),
        guards.read_with_case("cases_authorityreport"),
        staged("cases_authorityreport", {("", "sent")}),
    ]
