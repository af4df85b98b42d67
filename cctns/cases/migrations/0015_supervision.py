"""Supervision notes, and their answers in the case diary."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_tracing"),
        ("offices", "0004_holiday"),
        ("registers", "0008_rolls"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SupervisionNote",
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
                            ("given", "Directions given"),
                            ("closed", "Directions carried out"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="case examined on")),
                ("findings", models.TextField(verbose_name="what was found")),
                (
                    "directions",
                    models.TextField(verbose_name="directions to the investigating officer"),
                ),
                ("due_on", models.DateField(verbose_name="to be carried out by")),
                ("closing", models.TextField(blank=True, verbose_name="how they were carried out")),
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
            },
        ),
        migrations.AddField(
            model_name="casediaryentry",
            name="answers",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="cases.supervisionnote",
                verbose_name="answers the supervision note",
            ),
        ),
        migrations.AddIndex(
            model_name="supervisionnote",
            index=models.Index(fields=["case", "id"], name="supervisionnote_of_case"),
        ),
        migrations.AddConstraint(
            model_name="supervisionnote",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="supervisionnote_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="supervisionnote_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="supervisionnote_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "closed"), _negated=True),
                    models.Q(("closing", ""), _negated=True),
                    _connector="OR",
                ),
                name="supervision_closed_with_words",
            ),
        ),
        *journalled("cases_supervisionnote"),
        guards.read_with_case("cases_supervisionnote"),
        staged("cases_supervisionnote", {("", "given"), ("given", "closed")}),
    ]
