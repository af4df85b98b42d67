"""Stranger roll, bad characters, keys and lock-up: guarded; a roll is read where it is sent."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.addressed import readable_by_receiver
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_holiday"),
        ("registers", "0007_enquiry"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Character",
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
                        choices=[("open", "Open"), ("closed", "Closed")],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="opened on")),
                (
                    "roll",
                    models.CharField(
                        choices=[
                            ("a", "Roll A: under watch"),
                            ("b", "Roll B: moved away or older"),
                            ("history", "History sheet"),
                        ],
                        max_length=10,
                        verbose_name="roll",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("conviction", "Conviction by a court"),
                            ("bound", "Bound over (BNSS 129)"),
                            ("externed", "Order of externment"),
                        ],
                        max_length=12,
                        verbose_name="ground",
                    ),
                ),
                ("court_name", models.CharField(max_length=200, verbose_name="court or authority")),
                (
                    "order_number",
                    models.CharField(max_length=200, verbose_name="number and date of the order"),
                ),
                ("offence", models.CharField(blank=True, max_length=200, verbose_name="sections")),
                ("reason", models.TextField(verbose_name="why conduct is to be checked")),
                (
                    "method",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="way of committing offences"
                    ),
                ),
                ("associates", models.TextField(blank=True, verbose_name="associates")),
                ("review_on", models.DateField(verbose_name="next review")),
                ("end_reason", models.TextField(blank=True, verbose_name="reason for closing")),
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
        migrations.CreateModel(
            name="CharacterCheck",
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
                ("at", models.DateTimeField(verbose_name="checked on")),
                (
                    "found_at",
                    models.CharField(max_length=300, verbose_name="found at, or where gone"),
                ),
                ("livelihood", models.CharField(max_length=200, verbose_name="livelihood")),
                ("remarks", models.CharField(blank=True, max_length=500, verbose_name="remarks")),
                ("checked_by", models.CharField(max_length=200, verbose_name="checked by")),
                (
                    "character",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="registers.character",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KeyHandover",
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
                        choices=[("handed", "Handed over")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="handed over on")),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("malkhana", "Property room (malkhana)"),
                            ("armoury", "Arms and ammunition"),
                            ("lock_up", "Lock-up"),
                            ("cash", "Cash and valuables"),
                        ],
                        max_length=10,
                        verbose_name="key of",
                    ),
                ),
                ("due", models.PositiveIntegerField(verbose_name="items by the register")),
                ("counted", models.PositiveIntegerField(verbose_name="items counted")),
                (
                    "difference",
                    models.TextField(
                        blank=True, verbose_name="what is missing or too many, and why"
                    ),
                ),
                (
                    "both_present",
                    models.BooleanField(default=False, verbose_name="counted by both together"),
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
                    "giver",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="handed over by",
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
                (
                    "taker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken over by",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Lockup",
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
                            ("admitted", "In the lock-up"),
                            ("released", "Out of the lock-up"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="put in on")),
                (
                    "fir_number",
                    models.CharField(
                        max_length=60, verbose_name="FIR or diary entry of the arrest"
                    ),
                ),
                (
                    "accused_code",
                    models.CharField(blank=True, max_length=6, verbose_name="accused code"),
                ),
                ("cell", models.CharField(max_length=40, verbose_name="cell")),
                ("articles", models.TextField(verbose_name="articles taken, or NIL")),
                ("condition", models.TextField(verbose_name="condition, injuries, or NIL")),
                (
                    "searched_by",
                    models.CharField(
                        max_length=200, verbose_name="searched by: rank, number, name"
                    ),
                ),
                (
                    "relative_told",
                    models.CharField(max_length=200, verbose_name="relative or friend told"),
                ),
                (
                    "camera",
                    models.CharField(max_length=200, verbose_name="camera and its recording"),
                ),
                ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="out on")),
                (
                    "left_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("court", "Produced before the court"),
                            ("bail", "Released on bail"),
                            ("released", "Released"),
                            ("hospital", "Taken to hospital"),
                            ("transferred", "Taken to another station"),
                        ],
                        max_length=12,
                        verbose_name="why out",
                    ),
                ),
                (
                    "articles_back",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="articles given back to"
                    ),
                ),
                ("end_condition", models.TextField(blank=True, verbose_name="condition when out")),
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
        migrations.CreateModel(
            name="LockupExamination",
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
                ("at", models.DateTimeField(verbose_name="examined on")),
                ("doctor", models.CharField(max_length=200, verbose_name="doctor")),
                ("result", models.CharField(max_length=500, verbose_name="result")),
                (
                    "lockup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="examinations",
                        to="registers.lockup",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Meal",
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
                ("at", models.DateTimeField(verbose_name="given on")),
                ("what", models.CharField(max_length=200, verbose_name="meal")),
                ("given_by", models.CharField(max_length=200, verbose_name="given by")),
                (
                    "lockup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meals",
                        to="registers.lockup",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Stranger",
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
                        choices=[("entered", "Sent to the home station"), ("closed", "Closed")],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="met on")),
                (
                    "stays_at",
                    models.CharField(
                        max_length=300, verbose_name="where the stranger stays, with whom"
                    ),
                ),
                ("purpose", models.CharField(max_length=300, verbose_name="purpose of the stay")),
                (
                    "papers",
                    models.CharField(blank=True, max_length=200, verbose_name="papers shown"),
                ),
                ("suspicion", models.TextField(verbose_name="why the home station is asked")),
                (
                    "home_station",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="home station, where it is not on the list",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("known", "Known, nothing against the person"),
                            ("not_known", "Not known there"),
                            ("wanted", "Wanted or with a record"),
                        ],
                        max_length=10,
                        verbose_name="result",
                    ),
                ),
                ("end_reason", models.TextField(blank=True, verbose_name="what was done upon it")),
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
                (
                    "to_office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                        verbose_name="sent to",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrangerAnswer",
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
                ("happened_at", models.DateTimeField(verbose_name="when it happened")),
                ("recorded_at", models.DateTimeField(verbose_name="entered")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "stage",
                    models.CharField(
                        choices=[("given", "Answered")], max_length=14, verbose_name="stage"
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("known", "Known, nothing against the person"),
                            ("not_known", "Not known there"),
                            ("wanted", "Wanted or with a record"),
                        ],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("remarks", models.TextField(verbose_name="remarks: cases, family, verified by")),
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
                (
                    "stranger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="registers.stranger",
                        verbose_name="stranger",
                    ),
                ),
                (
                    "to_office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                        verbose_name="sent to",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Visit",
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
                ("at", models.DateTimeField(verbose_name="visited on")),
                (
                    "visitor",
                    models.CharField(
                        max_length=200,
                        verbose_name="visitor: advocate, relative, inspecting officer",
                    ),
                ),
                ("remarks", models.CharField(blank=True, max_length=500, verbose_name="remarks")),
                (
                    "lockup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="registers.lockup",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="character",
            index=models.Index(fields=["office", "-id"], name="character_newest"),
        ),
        migrations.AddConstraint(
            model_name="character",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="character_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="character",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="character_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="character",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="character_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="character",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("court_name", ""), _negated=True),
                    models.Q(("order_number", ""), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                ),
                name="character_upon_a_finding",
            ),
        ),
        migrations.AddConstraint(
            model_name="character",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "closed"), _negated=True),
                    models.Q(("end_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="character_closed_reasoned",
            ),
        ),
        migrations.AddIndex(
            model_name="keyhandover",
            index=models.Index(fields=["office", "-id"], name="keyhandover_newest"),
        ),
        migrations.AddConstraint(
            model_name="keyhandover",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="keyhandover_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="keyhandover",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="keyhandover_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="keyhandover",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="keyhandover_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="keyhandover",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("taker")), _negated=True),
                name="keys_two_persons",
            ),
        ),
        migrations.AddConstraint(
            model_name="keyhandover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due", models.F("counted")),
                    models.Q(("difference", ""), _negated=True),
                    _connector="OR",
                ),
                name="keys_difference_told",
            ),
        ),
        migrations.AddIndex(
            model_name="lockup",
            index=models.Index(fields=["office", "-id"], name="lockup_newest"),
        ),
        migrations.AddConstraint(
            model_name="lockup",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="lockup_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="lockup",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="lockup_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="lockup",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="lockup_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="lockup",
            constraint=models.CheckConstraint(
                condition=models.Q(("age__gte", 18), ("age__isnull", False)), name="lockup_no_child"
            ),
        ),
        migrations.AddConstraint(
            model_name="lockup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage", "admitted"),
                    models.Q(
                        ("left_at__gte", models.F("happened_at")),
                        models.Q(("left_for", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="lockup_out_told",
            ),
        ),
        migrations.AddIndex(
            model_name="stranger",
            index=models.Index(fields=["office", "-id"], name="stranger_newest"),
        ),
        migrations.AddConstraint(
            model_name="stranger",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="stranger_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="stranger",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="stranger_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="stranger",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="stranger_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="stranger",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_office__isnull", False),
                    models.Q(("home_station", ""), _negated=True),
                    _connector="OR",
                ),
                name="stranger_has_home_station",
            ),
        ),
        migrations.AddConstraint(
            model_name="stranger",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "closed"), _negated=True),
                    models.Q(
                        models.Q(("result", ""), _negated=True),
                        models.Q(("end_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="stranger_closed_with_result",
            ),
        ),
        migrations.AddIndex(
            model_name="strangeranswer",
            index=models.Index(fields=["office", "-id"], name="strangeranswer_newest"),
        ),
        migrations.AddConstraint(
            model_name="strangeranswer",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="strangeranswer_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="strangeranswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="strangeranswer_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="strangeranswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="strangeranswer_event_before_entry",
            ),
        ),
        *journalled("registers_stranger"),
        staged("registers_stranger", {("", "entered"), ("entered", "closed")}),
        *journalled("registers_strangeranswer"),
        staged("registers_strangeranswer", {("", "given")}),
        *journalled("registers_character", children=("registers_charactercheck",)),
        staged("registers_character", {("", "open"), ("open", "closed")}),
        *journalled("registers_keyhandover"),
        staged("registers_keyhandover", {("", "handed")}),
        *journalled(
            "registers_lockup",
            children=(
                "registers_meal",
                "registers_lockupexamination",
                "registers_visit",
            ),
        ),
        staged("registers_lockup", {("", "admitted"), ("admitted", "released")}),
        readable_by_receiver("registers_stranger"),
        readable_by_receiver("registers_strangeranswer"),
    ]
