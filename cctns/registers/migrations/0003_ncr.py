"""The register of non-cognizable reports, guarded, its stages kept in order."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.staged import staged

NCR = {
    ("", "recorded"),
    ("recorded", "referred"),
    *((old, "ordered") for old in ("recorded", "referred")),
    *((old, "converted") for old in ("recorded", "referred", "ordered")),
    *((old, "closed") for old in ("recorded", "referred", "ordered")),
}


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0003_ranks_and_charge"),
        ("registers", "0002_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="generaldiaryentry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("free", "Event"),
                    ("arrival", "Arrival"),
                    ("departure", "Departure"),
                    ("duty_on", "Duty taken up"),
                    ("duty_off", "Duty ended"),
                    ("charge_handed", "Charge handed over"),
                    ("charge_taken", "Charge taken over"),
                    ("patrol_out", "Patrol left"),
                    ("patrol_in", "Patrol returned"),
                    ("keys", "Keys of arms or property room handed over"),
                    ("lock_up", "Lock-up"),
                    ("visitor", "Visitor"),
                    ("call", "Emergency call"),
                    ("message", "Message received"),
                    ("information", "Information received"),
                    ("complaint", "Complaint received"),
                    ("complaint_closed", "Complaint disposed of"),
                    ("fir", "FIR registered"),
                    ("zero_sent", "Zero FIR sent"),
                    ("zero_returned", "Zero FIR returned"),
                    ("efir_signed", "e-FIR signed"),
                    ("efir_lapsed", "e-FIR not signed in time"),
                    ("dispatch", "Papers sent to court"),
                    ("ncr", "Non-cognizable report"),
                    ("missing", "Missing person"),
                    ("found", "Person or body found"),
                    ("death", "Unnatural death"),
                    ("mlc", "Medico-legal case"),
                    ("property", "Property"),
                    ("roll", "Stranger or bad character"),
                    ("enquiry", "Preliminary enquiry"),
                    ("investigation", "Step of an investigation"),
                    ("arrest", "Arrest"),
                    ("seizure", "Search or seizure"),
                    ("correction", "Correction of an earlier entry"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.CreateModel(
            name="Ncr",
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
                ("happened_at", models.DateTimeField(verbose_name="when it happened")),
                ("recorded_at", models.DateTimeField(verbose_name="entered")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("recorded", "Recorded"),
                            ("referred", "Informant referred to the Magistrate"),
                            ("ordered", "Investigation ordered by the Magistrate"),
                            ("converted", "FIR registered"),
                            ("closed", "Closed"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("offence", models.CharField(max_length=200, verbose_name="sections")),
                ("place", models.CharField(max_length=500, verbose_name="place of occurrence")),
                (
                    "against",
                    models.CharField(blank=True, max_length=500, verbose_name="against whom"),
                ),
                ("substance", models.TextField(verbose_name="substance of the information")),
                (
                    "court_name",
                    models.CharField(blank=True, max_length=200, verbose_name="Magistrate"),
                ),
                (
                    "referred_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="referred on"),
                ),
                (
                    "reported_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="in the diary sent to the Magistrate on"
                    ),
                ),
                (
                    "order_number",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="number and date of the order"
                    ),
                ),
                ("fir_number", models.CharField(blank=True, max_length=40, verbose_name="FIR")),
                ("end_reason", models.TextField(blank=True, verbose_name="reason")),
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
                "indexes": [models.Index(fields=["office", "-id"], name="ncr_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="ncr_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="ncr_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="ncr_event_before_entry",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "ordered"), _negated=True),
                            models.Q(("order_number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="ncr_ordered_by_magistrate",
                    ),
                ],
            },
        ),
        *journalled("registers_ncr"),
        staged("registers_ncr", NCR),
    ]
