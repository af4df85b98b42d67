"""Persons and bodies found whom nobody knows: guarded, their stages kept in order."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0003_ranks_and_charge"),
        ("registers", "0004_investigation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Body",
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
                    "features",
                    models.JSONField(blank=True, default=dict, verbose_name="physical features"),
                ),
                (
                    "dress",
                    models.TextField(blank=True, verbose_name="dress and articles on the body"),
                ),
                (
                    "photo",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="photograph: number or file"
                    ),
                ),
                (
                    "no_photo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none_exists", "No photograph exists"),
                            ("to_come", "The family will bring it"),
                            ("refused", "The family does not give it"),
                            ("decayed", "The body is decayed or burnt"),
                            ("no_camera", "No camera at the place"),
                        ],
                        max_length=12,
                        verbose_name="why there is no photograph",
                    ),
                ),
                (
                    "gps",
                    models.CharField(
                        blank=True,
                        help_text="As 28.613900, 77.209000",
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{1,2}(\\.\\d{1,8})?, ?\\d{1,3}(\\.\\d{1,8})?$",
                                "Write it as 28.613900, 77.209000",
                            )
                        ],
                        verbose_name="latitude and longitude",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("recorded", "Found, not known"),
                            ("identified", "Identified"),
                            ("disposed", "Body handed over or last rites done"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="found on")),
                ("place", models.CharField(max_length=500, verbose_name="place where found")),
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
                ("age_from", models.PositiveSmallIntegerField(verbose_name="age from")),
                ("age_to", models.PositiveSmallIntegerField(verbose_name="age to")),
                (
                    "condition",
                    models.TextField(
                        blank=True, verbose_name="condition of the body, days since death"
                    ),
                ),
                (
                    "death_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="unnatural death number"
                    ),
                ),
                (
                    "prints",
                    models.CharField(
                        max_length=200, verbose_name="fingerprints: number, or why none"
                    ),
                ),
                (
                    "dna_sample",
                    models.CharField(
                        max_length=200, verbose_name="DNA sample: number, or why none"
                    ),
                ),
                (
                    "kept_at",
                    models.CharField(
                        max_length=200, verbose_name="mortuary where the body is kept"
                    ),
                ),
                ("kept_until", models.DateTimeField(verbose_name="kept at least until")),
                (
                    "name",
                    models.CharField(blank=True, max_length=200, verbose_name="identified as"),
                ),
                (
                    "relative_name",
                    models.CharField(blank=True, max_length=200, verbose_name="relative's name"),
                ),
                (
                    "identified_by",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="identified by, and how"
                    ),
                ),
                (
                    "identified_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="identified on"),
                ),
                (
                    "disposal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("handed", "Handed over to the family"),
                            ("cremated", "Cremated"),
                            ("buried", "Buried"),
                            ("college", "Given to a medical college"),
                        ],
                        max_length=10,
                        verbose_name="what was done with the body",
                    ),
                ),
                (
                    "disposed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="done on"),
                ),
                (
                    "handed_to",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="received by, relation"
                    ),
                ),
                (
                    "early_reason",
                    models.TextField(blank=True, verbose_name="why earlier than 72 hours"),
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
                "indexes": [models.Index(fields=["office", "-id"], name="body_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="body_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="body_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="body_event_before_entry",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("photo", ""), _negated=True),
                            models.Q(("no_photo", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="body_photo_or_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("age_from__lte", models.F("age_to"))),
                        name="body_age_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "disposed"), _negated=True),
                            ("disposed_at__gte", models.F("kept_until")),
                            models.Q(("early_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="body_kept_long_enough",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FoundPerson",
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
                    "features",
                    models.JSONField(blank=True, default=dict, verbose_name="physical features"),
                ),
                (
                    "dress",
                    models.TextField(blank=True, verbose_name="dress and articles on the body"),
                ),
                (
                    "photo",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="photograph: number or file"
                    ),
                ),
                (
                    "no_photo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none_exists", "No photograph exists"),
                            ("to_come", "The family will bring it"),
                            ("refused", "The family does not give it"),
                            ("decayed", "The body is decayed or burnt"),
                            ("no_camera", "No camera at the place"),
                        ],
                        max_length=12,
                        verbose_name="why there is no photograph",
                    ),
                ),
                (
                    "gps",
                    models.CharField(
                        blank=True,
                        help_text="As 28.613900, 77.209000",
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{1,2}(\\.\\d{1,8})?, ?\\d{1,3}(\\.\\d{1,8})?$",
                                "Write it as 28.613900, 77.209000",
                            )
                        ],
                        verbose_name="latitude and longitude",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("recorded", "Found, not known"),
                            ("identified", "Identified"),
                            ("handed", "Handed over"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="found on")),
                ("place", models.CharField(max_length=500, verbose_name="place where found")),
                (
                    "age_from",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="age from"
                    ),
                ),
                (
                    "age_to",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="age to"),
                ),
                (
                    "condition",
                    models.TextField(blank=True, verbose_name="condition, what the person says"),
                ),
                (
                    "custodian",
                    models.CharField(
                        max_length=300, verbose_name="with whom the person is: home, hospital"
                    ),
                ),
                (
                    "custodian_contact",
                    models.CharField(max_length=40, verbose_name="telephone of the custodian"),
                ),
                (
                    "identified_by",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="identified by, and how"
                    ),
                ),
                (
                    "identified_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="identified on"),
                ),
                (
                    "handed_to",
                    models.CharField(blank=True, max_length=300, verbose_name="handed over to"),
                ),
                (
                    "handed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="handed over on"),
                ),
                (
                    "committee_order",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="order of the Child Welfare Committee",
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
                "indexes": [models.Index(fields=["office", "-id"], name="foundperson_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="foundperson_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="foundperson_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="foundperson_event_before_entry",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("photo", ""), _negated=True),
                            models.Q(("no_photo", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="found_photo_or_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("place", ""), _negated=True),
                            models.Q(("custodian", ""), _negated=True),
                            models.Q(("custodian_contact", ""), _negated=True),
                        ),
                        name="found_place_and_custodian",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("age_from__lte", models.F("age_to"))),
                        name="found_age_range",
                    ),
                ],
            },
        ),
        *journalled("registers_foundperson"),
        staged(
            "registers_foundperson",
            {("", "recorded"), ("identified", "handed"), ("recorded", "identified")},
        ),
        *journalled("registers_body"),
        staged(
            "registers_body",
            {
                ("", "recorded"),
                ("identified", "disposed"),
                ("recorded", "disposed"),
                ("recorded", "identified"),
            },
        ),
    ]
