"""Statements, notices, experts, identifications and progress told."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.cases.heads
import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0012_final_report"),
        ("offices", "0004_holiday"),
        ("registers", "0005_found"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ForensicRequest",
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
                            ("asked", "Asked"),
                            ("sent", "Sent to the laboratory"),
                            ("received", "Received by the laboratory"),
                            ("reported", "Report received"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="asked on")),
                ("laboratory", models.CharField(max_length=200, verbose_name="laboratory")),
                (
                    "division",
                    models.CharField(
                        max_length=100, verbose_name="division: biology, chemistry, cyber ..."
                    ),
                ),
                ("brief", models.TextField(verbose_name="facts of the case in brief")),
                ("questions", models.TextField(verbose_name="questions to the expert")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent on")),
                (
                    "forwarding_number",
                    models.CharField(blank=True, max_length=60, verbose_name="forwarding number"),
                ),
                (
                    "messenger",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="messenger: name, rank, number"
                    ),
                ),
                (
                    "seal",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="specimen of the seal"
                    ),
                ),
                (
                    "laboratory_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the laboratory"
                    ),
                ),
                (
                    "received_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="received there on"),
                ),
                (
                    "seals_intact",
                    models.BooleanField(default=False, verbose_name="seals found intact"),
                ),
                (
                    "report_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the report"
                    ),
                ),
                (
                    "reported_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="report received on"),
                ),
                ("opinion", models.TextField(blank=True, verbose_name="opinion")),
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
        migrations.CreateModel(
            name="Exhibit",
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
                ("mark", models.CharField(max_length=40, verbose_name="mark of the exhibit")),
                ("description", models.CharField(max_length=500, verbose_name="description")),
                (
                    "seals",
                    models.CharField(max_length=200, verbose_name="number and print of seals"),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.seizeditem",
                        verbose_name="property seized",
                    ),
                ),
                (
                    "forensicrequest",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exhibits",
                        to="cases.forensicrequest",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MagistrateStatement",
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
                            ("asked", "Asked of the Magistrate"),
                            ("recorded", "Recorded by the Magistrate"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="asked of the Magistrate on")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statement", "Statement of a witness"),
                            ("confession", "Confession"),
                        ],
                        max_length=10,
                        verbose_name="kind of statement",
                    ),
                ),
                ("magistrate", models.CharField(max_length=200, verbose_name="Magistrate")),
                (
                    "woman_magistrate",
                    models.BooleanField(default=False, verbose_name="woman Magistrate"),
                ),
                (
                    "no_woman_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why no woman Magistrate"
                    ),
                ),
                (
                    "heard_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="recorded by the Magistrate on"
                    ),
                ),
                (
                    "recording",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="audio-video recording, id"
                    ),
                ),
                (
                    "copy_received_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="copy received on"),
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
            },
        ),
        migrations.CreateModel(
            name="MedicalExamination",
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
                            ("refused", "Consent refused"),
                            ("sent", "Sent to the doctor"),
                            ("reported", "Report received"),
                            ("forwarded", "Report sent to the Magistrate"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="sent to the doctor on")),
                (
                    "consent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "Given by the woman herself"),
                            ("guardian", "Given by a person competent to give it"),
                        ],
                        max_length=10,
                        verbose_name="consent",
                    ),
                ),
                (
                    "consent_by",
                    models.CharField(blank=True, max_length=200, verbose_name="who consented"),
                ),
                (
                    "refusal",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="who refused consent, and when"
                    ),
                ),
                (
                    "late_reason",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        verbose_name="why later than 24 hours after the information",
                    ),
                ),
                ("hospital", models.CharField(max_length=200, verbose_name="hospital")),
                ("doctor", models.CharField(blank=True, max_length=200, verbose_name="doctor")),
                ("woman_doctor", models.BooleanField(default=False, verbose_name="woman doctor")),
                (
                    "in_presence_of",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="parent or woman trusted, present"
                    ),
                ),
                ("escort", models.CharField(max_length=200, verbose_name="escort")),
                (
                    "began_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="examination began at"
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="examination ended at"
                    ),
                ),
                (
                    "reported_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="report received on"),
                ),
                ("findings", models.TextField(blank=True, verbose_name="findings")),
                ("samples", models.TextField(blank=True, verbose_name="samples taken, sealed")),
                (
                    "forwarded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="report forwarded on"),
                ),
                (
                    "forwarded_to",
                    models.CharField(blank=True, max_length=200, verbose_name="Magistrate"),
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
            },
        ),
        migrations.CreateModel(
            name="Notice",
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
                    "disabled",
                    models.BooleanField(default=False, verbose_name="disabled, or acutely ill"),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("issued", "Issued"),
                            ("unserved", "Could not be served"),
                            ("served", "Served"),
                            ("answered", "Answered"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="issued on")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("35", "Appearance of the accused (BNSS 35(3))"),
                            ("94", "To produce a document or thing (BNSS 94)"),
                            ("179", "Attendance of a witness (BNSS 179)"),
                        ],
                        max_length=4,
                        verbose_name="kind of notice",
                    ),
                ),
                ("appear_at", models.DateTimeField(verbose_name="to appear or produce on")),
                (
                    "where",
                    models.CharField(
                        choices=[
                            ("residence", "Where the person lives"),
                            ("station", "At the police station"),
                            ("hospital", "At a hospital"),
                            ("scene", "At the scene of crime"),
                            ("other", "Elsewhere"),
                        ],
                        max_length=10,
                        verbose_name="to appear",
                    ),
                ),
                (
                    "demanded",
                    models.TextField(
                        blank=True, verbose_name="document or thing to produce, matter asked"
                    ),
                ),
                (
                    "served_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="served on"),
                ),
                (
                    "served_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person", "In person"),
                            ("family", "To an adult of the family"),
                            ("affixed", "Affixed to the house"),
                            ("post", "By registered post"),
                            ("electronic", "By electronic means"),
                        ],
                        max_length=12,
                        verbose_name="how served",
                    ),
                ),
                (
                    "served_to",
                    models.CharField(blank=True, max_length=200, verbose_name="handed to"),
                ),
                (
                    "served_by",
                    models.CharField(blank=True, max_length=200, verbose_name="served by"),
                ),
                (
                    "unserved_reason",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="why it was not served"
                    ),
                ),
                (
                    "accused",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.accused",
                        verbose_name="accused",
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
            },
        ),
        migrations.CreateModel(
            name="Appearance",
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
                ("day", models.DateField(verbose_name="day")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("appeared", "Appeared"),
                            ("produced", "Produced what was asked"),
                            ("written", "Answered in writing"),
                            ("excused", "Asked for another day"),
                            ("absent", "Did not appear"),
                        ],
                        max_length=10,
                        verbose_name="what came of it",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="note")),
                (
                    "notice",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appearances",
                        to="cases.notice",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Parade",
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
                            ("asked", "Asked of the Magistrate"),
                            ("held", "Held"),
                            ("dropped", "Not held"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="asked of the Magistrate on")),
                (
                    "kind",
                    models.CharField(
                        choices=[("person", "Of a person"), ("property", "Of property")],
                        max_length=10,
                        verbose_name="identification",
                    ),
                ),
                (
                    "who_or_what",
                    models.CharField(max_length=500, verbose_name="person or property to identify"),
                ),
                ("witnesses", models.TextField(verbose_name="witnesses who will identify")),
                (
                    "precautions",
                    models.TextField(
                        verbose_name="precautions: face covered, kept apart, mixed with others"
                    ),
                ),
                ("magistrate", models.CharField(max_length=200, verbose_name="Magistrate")),
                ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="held on")),
                (
                    "held_place",
                    models.CharField(blank=True, max_length=200, verbose_name="held at"),
                ),
                (
                    "mixed_with",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of others mixed in"
                    ),
                ),
                (
                    "recording",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="audio-video recording, id"
                    ),
                ),
                (
                    "dropped_reason",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="why it was not held"
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
            },
        ),
        migrations.CreateModel(
            name="Identifier",
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
                ("name", models.CharField(max_length=200, verbose_name="witness")),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("yes", "Identified"),
                            ("no", "Did not identify"),
                            ("wrong", "Identified another"),
                        ],
                        max_length=6,
                        verbose_name="result",
                    ),
                ),
                (
                    "chances",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of attempts"
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="words of the witness"
                    ),
                ),
                (
                    "parade",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="results",
                        to="cases.parade",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Progress",
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
                        choices=[("told", "Told")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="told on")),
                (
                    "told_to",
                    models.CharField(max_length=200, verbose_name="informant or victim told"),
                ),
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
                ("substance", models.TextField(verbose_name="progress as it was told")),
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
            },
        ),
        migrations.CreateModel(
            name="Statement",
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
                    "disabled",
                    models.BooleanField(default=False, verbose_name="disabled, or acutely ill"),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("recorded", "Recorded")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="statement recorded at")),
                (
                    "witness_kind",
                    models.CharField(
                        choices=[
                            ("complainant", "Complainant or informant"),
                            ("injured", "Victim or injured person"),
                            ("eye", "Eyewitness"),
                            ("panch", "Panch witness"),
                            ("doctor", "Doctor"),
                            ("expert", "Expert"),
                            ("police", "Police officer"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        verbose_name="kind of witness",
                    ),
                ),
                (
                    "where",
                    models.CharField(
                        choices=[
                            ("residence", "Where the person lives"),
                            ("station", "At the police station"),
                            ("hospital", "At a hospital"),
                            ("scene", "At the scene of crime"),
                            ("other", "Elsewhere"),
                        ],
                        max_length=10,
                        verbose_name="where recorded",
                    ),
                ),
                (
                    "willing",
                    models.BooleanField(
                        default=False, verbose_name="came to the station of own will"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=cctns.cases.heads.languages,
                        max_length=40,
                        verbose_name="language of the statement",
                    ),
                ),
                (
                    "interpreter",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="interpreter or special educator"
                    ),
                ),
                (
                    "woman_officer",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="woman officer who recorded it"
                    ),
                ),
                ("text", models.TextField(verbose_name="statement")),
                (
                    "recording",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="audio-video recording, id"
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
            },
        ),
        migrations.AddIndex(
            model_name="forensicrequest",
            index=models.Index(fields=["case", "id"], name="forensicrequest_of_case"),
        ),
        migrations.AddConstraint(
            model_name="forensicrequest",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="forensicrequest_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="forensicrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="forensicrequest_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="forensicrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="forensicrequest_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="exhibit",
            constraint=models.UniqueConstraint(
                fields=("forensicrequest", "ordinal", "state"), name="exhibit_once"
            ),
        ),
        migrations.AddIndex(
            model_name="magistratestatement",
            index=models.Index(fields=["case", "id"], name="magistratestatement_of_case"),
        ),
        migrations.AddConstraint(
            model_name="magistratestatement",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="magistratestatement_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="magistratestatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="magistratestatement_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="magistratestatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="magistratestatement_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="magistratestatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("heard_at", None), ("heard_at__gte", models.F("happened_at")), _connector="OR"
                ),
                name="magistrate_asked_first",
            ),
        ),
        migrations.AddIndex(
            model_name="medicalexamination",
            index=models.Index(fields=["case", "id"], name="medicalexamination_of_case"),
        ),
        migrations.AddConstraint(
            model_name="medicalexamination",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="medicalexamination_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="medicalexamination",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="medicalexamination_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="medicalexamination",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="medicalexamination_event_before_entry",
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["case", "id"], name="notice_of_case"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="notice_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="notice_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="notice_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "35"), _negated=True),
                    models.Q(("served_how", "electronic"), _negated=True),
                    _connector="OR",
                ),
                name="appearance_served_by_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "35"), _negated=True),
                    models.Q(("accused", None), _negated=True),
                    _connector="OR",
                ),
                name="appearance_of_an_accused",
            ),
        ),
        migrations.AddConstraint(
            model_name="appearance",
            constraint=models.UniqueConstraint(
                fields=("notice", "ordinal", "state"), name="appearance_once"
            ),
        ),
        migrations.AddIndex(
            model_name="parade",
            index=models.Index(fields=["case", "id"], name="parade_of_case"),
        ),
        migrations.AddConstraint(
            model_name="parade",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="parade_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="parade",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="parade_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="parade",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="parade_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=models.UniqueConstraint(
                fields=("parade", "ordinal", "state"), name="identifier_once"
            ),
        ),
        migrations.AddIndex(
            model_name="progress",
            index=models.Index(fields=["case", "id"], name="progress_of_case"),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="progress_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="progress_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="progress",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="progress_event_before_entry",
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(fields=["case", "id"], name="statement_of_case"),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="statement_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="statement_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="statement_event_before_entry",
            ),
        ),
        *journalled("cases_statement"),
        *journalled("cases_magistratestatement"),
        *journalled("cases_notice", children=("cases_appearance",)),
        *journalled("cases_forensicrequest", children=("cases_exhibit",)),
        *journalled("cases_medicalexamination"),
        *journalled("cases_parade", children=("cases_identifier",)),
        *journalled("cases_progress"),
        guards.in_case("cases_statement"),
        guards.in_case("cases_magistratestatement"),
        guards.in_case("cases_notice"),
        guards.in_case("cases_forensicrequest"),
        guards.in_case("cases_medicalexamination"),
        guards.in_case("cases_parade"),
        guards.in_case("cases_progress"),
        guards.own_accused("cases_notice", optional=True),
        guards.own_items(),
        staged("cases_statement", {("", "recorded")}),
        staged("cases_magistratestatement", {("", "asked"), ("asked", "recorded")}),
        staged(
            "cases_notice",
            {
                ("", "issued"),
                ("issued", "served"),
                ("unserved", "served"),
                ("issued", "unserved"),
                ("served", "answered"),
            },
        ),
        staged(
            "cases_forensicrequest",
            {("", "asked"), ("asked", "sent"), ("sent", "received"), ("received", "reported")},
        ),
        staged(
            "cases_medicalexamination",
            {("", "sent"), ("sent", "reported"), ("sent", "refused"), ("reported", "forwarded")},
        ),
        staged("cases_parade", {("", "asked"), ("asked", "held"), ("asked", "dropped")}),
        staged("cases_progress", {("", "told")}),
    ]
