"""Summonses and warrants."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_holiday"),
        ("registers", "0008_rolls"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Process",
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
                ("house", models.CharField(blank=True, max_length=200, verbose_name="house")),
                (
                    "street",
                    models.CharField(blank=True, max_length=200, verbose_name="street or ward"),
                ),
                ("landmark", models.CharField(blank=True, max_length=200, verbose_name="landmark")),
                (
                    "village",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="village, town or city"
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="area, mandal or tehsil"
                    ),
                ),
                (
                    "district_name",
                    models.CharField(blank=True, max_length=100, verbose_name="district"),
                ),
                ("state_name", models.CharField(blank=True, max_length=100, verbose_name="State")),
                ("pin", models.CharField(blank=True, max_length=6, verbose_name="PIN code")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("alias", models.CharField(blank=True, max_length=200, verbose_name="alias")),
                (
                    "relation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("father", "Father"),
                            ("mother", "Mother"),
                            ("husband", "Husband"),
                            ("wife", "Wife"),
                            ("guardian", "Guardian"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="relation",
                    ),
                ),
                (
                    "relative_name",
                    models.CharField(blank=True, max_length=200, verbose_name="relative's name"),
                ),
                (
                    "sex",
                    models.CharField(
                        choices=[
                            ("male", "Male"),
                            ("female", "Female"),
                            ("transgender", "Transgender"),
                            ("unknown", "Not known"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="sex",
                    ),
                ),
                ("born_on", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="year of birth"
                    ),
                ),
                (
                    "age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="age in years"
                    ),
                ),
                (
                    "nationality",
                    models.CharField(blank=True, max_length=60, verbose_name="nationality"),
                ),
                (
                    "occupation",
                    models.CharField(blank=True, max_length=100, verbose_name="occupation"),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telephone")),
                (
                    "mobile",
                    models.CharField(blank=True, max_length=20, verbose_name="mobile telephone"),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "permanent_address",
                    models.CharField(blank=True, max_length=500, verbose_name="permanent address"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("serial", models.PositiveIntegerField(verbose_name="number")),
                ("recorded_at", models.DateTimeField(verbose_name="entered")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("received", "Received"),
                            ("served", "Served or executed"),
                            ("unserved", "Could not be served"),
                            ("returned", "Returned to the court"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="received on")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("witness", "Summons to a witness"),
                            ("accused", "Summons to an accused"),
                            ("produce", "Summons to produce (BNSS 94)"),
                            ("bailable", "Bailable warrant"),
                            ("non_bailable", "Non-bailable warrant"),
                            ("notice", "Notice or other order"),
                        ],
                        max_length=14,
                        verbose_name="kind",
                    ),
                ),
                ("court_name", models.CharField(max_length=200, verbose_name="court")),
                (
                    "process_number",
                    models.CharField(max_length=200, verbose_name="number and date of the process"),
                ),
                (
                    "case_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="case number of the court, CNR"
                    ),
                ),
                (
                    "fir_number",
                    models.CharField(blank=True, max_length=60, verbose_name="FIR, if any"),
                ),
                (
                    "appear_on",
                    models.DateField(blank=True, null=True, verbose_name="day of appearance"),
                ),
                (
                    "server_name",
                    models.CharField(
                        max_length=200, verbose_name="entrusted to: rank, number, name"
                    ),
                ),
                (
                    "served_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="served or executed on"
                    ),
                ),
                (
                    "served_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person", "In person (BNSS 64)"),
                            ("family", "To an adult member of the family (BNSS 66)"),
                            ("affixed", "Affixed to the house (BNSS 67)"),
                            ("electronic", "Electronically (BNSS 64(2))"),
                            ("post", "By registered post, to a witness (BNSS 71)"),
                            ("employer", "Through the head of the office (BNSS 68)"),
                            ("arrested", "Arrested on the warrant (BNSS 75, 76)"),
                            ("bond", "Released on security, as endorsed (BNSS 73)"),
                        ],
                        max_length=12,
                        verbose_name="how",
                    ),
                ),
                (
                    "served_to",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="to whom, with relation"
                    ),
                ),
                (
                    "served_witness",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="witness of the service"
                    ),
                ),
                (
                    "unserved_why",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="why it could not be served"
                    ),
                ),
                (
                    "returned_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="returned to the court on"
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
                "verbose_name_plural": "processes",
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServiceAttempt",
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
                ("ordinal", models.PositiveSmallIntegerField()),
                ("state", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField(verbose_name="tried on")),
                ("place", models.CharField(max_length=300, verbose_name="where")),
                ("result", models.CharField(max_length=500, verbose_name="result")),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attempts",
                        to="registers.process",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="process",
            index=models.Index(fields=["office", "-id"], name="process_newest"),
        ),
        migrations.AddConstraint(
            model_name="process",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="process_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="process",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="process_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="process",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="process_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="process",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "served"), _negated=True),
                    models.Q(
                        ("served_at__isnull", False), models.Q(("served_how", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="process_served_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="process",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "unserved"), _negated=True),
                    models.Q(("unserved_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="process_unserved_why",
            ),
        ),
        *journalled("registers_process", children=("registers_serviceattempt",)),
        staged(
            "registers_process",
            {
                ("", "received"),
                ("received", "served"),
                ("received", "unserved"),
                ("served", "returned"),
                ("unserved", "returned"),
            },
        ),
    ]
