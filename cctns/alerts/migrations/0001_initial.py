"""Lookouts, sightings and answers, journalled and guarded; what followers derive from them."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.cases.heads
import cctns.lib.ids
from cctns.alerts import guards
from cctns.journal.guards import journalled, second_wall
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("offices", "0004_holiday"),
        ("journal", "0004_who_points_at_a_record"),
        ("registers", "0013_kept_form"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("state", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hit", "May be what is looked for"),
                            ("search", "Somebody looked for the same"),
                            ("method", "The same way of working"),
                            ("unit", "Another unit is working on the same person"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("lookout_id", models.UUIDField(db_index=True, null=True)),
                ("office_id", models.UUIDField()),
                ("office_name", models.CharField(max_length=200, verbose_name="office")),
                ("title", models.CharField(max_length=300, verbose_name="lookout")),
                (
                    "handling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("arrest", "Arrest as the warrant or BNSS 35 allows"),
                            ("caution", "Caution: may be armed; do not approach alone"),
                            ("trace", "Trace and inform; do not detain"),
                            ("protect", "Protect and inform; the person has done nothing wrong"),
                            ("seize", "Seize as BNSS 106 allows, and inform"),
                            ("quiet", "Inform; do not let the subject know"),
                            ("silent", "Silent watch: the raising office alone is told"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("urgent", "Urgent: an answer within 10 minutes"),
                            ("routine", "Routine: an answer within an hour"),
                        ],
                        max_length=10,
                        verbose_name="urgency",
                    ),
                ),
                ("matched_kind", models.CharField(max_length=20)),
                ("matched_record", models.UUIDField()),
                ("matched_id", models.UUIDField()),
                ("matched_office", models.UUIDField()),
                ("matched_office_name", models.CharField(max_length=200, verbose_name="office")),
                ("matched_role", models.CharField(blank=True, max_length=20)),
                ("matched_told", models.CharField(max_length=300, verbose_name="met by")),
                ("score", models.FloatField()),
                ("reasons", models.JSONField(default=list)),
                ("raised_at", models.DateTimeField(verbose_name="raised")),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("new", "Not answered"),
                            ("acknowledged", "Acknowledged"),
                            ("confirmed", "Confirmed: it is the same"),
                            ("excluded", "Excluded: it is not the same"),
                            ("acted", "Acted upon"),
                            ("cleared", "Cleared"),
                        ],
                        default="new",
                        max_length=14,
                        verbose_name="standing",
                    ),
                ),
                ("due_at", models.DateTimeField(null=True)),
                ("trail", models.JSONField(default=list)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["matched_id"], name="alert_of_match"),
                    models.Index(
                        condition=models.Q(("due_at__isnull", False)),
                        fields=["due_at"],
                        name="alert_due",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Heard",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("state", models.PositiveSmallIntegerField()),
                ("alert_id", models.UUIDField()),
                ("office_id", models.UUIDField()),
                ("office_name", models.CharField(max_length=200, verbose_name="office")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("acknowledged", "Acknowledge"),
                            ("confirmed", "Confirm: it is the same"),
                            ("excluded", "Exclude: it is not the same"),
                            ("noted", "Write a note to the other office"),
                            ("acted", "Say what was done"),
                            ("cleared", "Clear"),
                        ],
                        max_length=14,
                        verbose_name="step",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="in words")),
                ("answer_by", models.DateTimeField(null=True, verbose_name="answer promised by")),
                ("made_at", models.DateTimeField(verbose_name="time")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                ("trail", models.JSONField(default=list)),
            ],
            options={
                "indexes": [models.Index(fields=["alert_id", "made_at"], name="heard_of_alert")],
            },
        ),
        migrations.CreateModel(
            name="Lookout",
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
                    "crime_head",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.minor_heads,
                        max_length=40,
                        verbose_name="head of crime",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.methods,
                        max_length=40,
                        verbose_name="method",
                    ),
                ),
                (
                    "feature_1",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.features,
                        max_length=40,
                        verbose_name="special feature",
                    ),
                ),
                (
                    "feature_2",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.features,
                        max_length=40,
                        verbose_name="second special feature",
                    ),
                ),
                (
                    "place_type",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.places,
                        max_length=40,
                        verbose_name="type of place",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=8,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("raised", "Waits for a second officer"),
                            ("in_force", "In force"),
                            ("refused", "Sent back by the second officer"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="since")),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("vehicle", "Vehicle"),
                            ("phone", "Telephone number"),
                            ("property", "Property with a number"),
                            ("document", "Document"),
                            ("method", "Way of working (modus operandi)"),
                        ],
                        max_length=10,
                        verbose_name="what is looked for",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("fir", "FIR"),
                            ("warrant", "Warrant (BNSS 72)"),
                            ("missing", "Missing person"),
                            ("escape", "Escape from custody (BNSS 43)"),
                            ("proclaimed", "Proclaimed offender (BNSS 84)"),
                            ("hand", "By hand, as written below"),
                        ],
                        max_length=10,
                        verbose_name="ground",
                    ),
                ),
                (
                    "stands_on",
                    models.CharField(
                        help_text="As FIR 0142/2026, Kotwali",
                        max_length=200,
                        verbose_name="record it stands on",
                    ),
                ),
                ("record_id", models.UUIDField(blank=True, null=True)),
                ("case_id", models.UUIDField(blank=True, null=True)),
                (
                    "why",
                    models.TextField(
                        verbose_name="why it is looked for, and what helps to recognise it"
                    ),
                ),
                (
                    "appears_child",
                    models.BooleanField(
                        default=False, verbose_name="a child, or appears to be one"
                    ),
                ),
                (
                    "protected",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Open to every search"),
                            ("victim", "Identity withheld (BNS 72)"),
                            ("child", "Identity withheld (JJ Act 74)"),
                            ("witness", "Identity withheld (BNSS 398)"),
                            ("sealed", "Sealed by a court"),
                            ("sheet", "Sheet of the station, for those who keep and supervise it"),
                        ],
                        max_length=20,
                        verbose_name="identity protected by law",
                    ),
                ),
                (
                    "handling",
                    models.CharField(
                        choices=[
                            ("arrest", "Arrest as the warrant or BNSS 35 allows"),
                            ("caution", "Caution: may be armed; do not approach alone"),
                            ("trace", "Trace and inform; do not detain"),
                            ("protect", "Protect and inform; the person has done nothing wrong"),
                            ("seize", "Seize as BNSS 106 allows, and inform"),
                            ("quiet", "Inform; do not let the subject know"),
                            ("silent", "Silent watch: the raising office alone is told"),
                        ],
                        max_length=10,
                        verbose_name="what to do when found",
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("urgent", "Urgent: an answer within 10 minutes"),
                            ("routine", "Routine: an answer within an hour"),
                        ],
                        max_length=10,
                        verbose_name="urgency",
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("neighbours", "These districts"),
                            ("state", "These States"),
                            ("nation", "The whole nation"),
                        ],
                        max_length=12,
                        verbose_name="how far",
                    ),
                ),
                (
                    "areas",
                    models.CharField(
                        blank=True,
                        help_text="Separated by commas; your own is always among them",
                        max_length=500,
                        verbose_name="districts or States, by name",
                    ),
                ),
                ("expires_on", models.DateField(verbose_name="last day")),
                (
                    "checked_name",
                    models.CharField(blank=True, max_length=200, verbose_name="checked by"),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                (
                    "validated_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="last validated"),
                ),
                (
                    "validated_how",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="how it was validated"
                    ),
                ),
                ("end_reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="LookoutNumber",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("registration", "Registration number"),
                            ("engine", "Engine number"),
                            ("chassis", "Chassis number"),
                            ("imei", "IMEI"),
                            ("serial", "Serial or other number"),
                            ("phone", "Telephone number"),
                            ("document", "Number of a document"),
                        ],
                        max_length=12,
                        verbose_name="kind of number",
                    ),
                ),
                ("number", models.CharField(max_length=60, verbose_name="number")),
                (
                    "lookout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="alerts.lookout",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("state", models.PositiveSmallIntegerField()),
                ("office_id", models.UUIDField()),
                ("office_name", models.CharField(max_length=200, verbose_name="office")),
                ("number", models.CharField(max_length=20, verbose_name="number")),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("vehicle", "Vehicle"),
                            ("phone", "Telephone number"),
                            ("property", "Property with a number"),
                            ("document", "Document"),
                            ("method", "Way of working (modus operandi)"),
                        ],
                        max_length=10,
                        verbose_name="what is looked for",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="lookout")),
                ("why", models.TextField(blank=True, verbose_name="why")),
                (
                    "handling",
                    models.CharField(
                        choices=[
                            ("arrest", "Arrest as the warrant or BNSS 35 allows"),
                            ("caution", "Caution: may be armed; do not approach alone"),
                            ("trace", "Trace and inform; do not detain"),
                            ("protect", "Protect and inform; the person has done nothing wrong"),
                            ("seize", "Seize as BNSS 106 allows, and inform"),
                            ("quiet", "Inform; do not let the subject know"),
                            ("silent", "Silent watch: the raising office alone is told"),
                        ],
                        max_length=10,
                        verbose_name="what to do when found",
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("urgent", "Urgent: an answer within 10 minutes"),
                            ("routine", "Routine: an answer within an hour"),
                        ],
                        max_length=10,
                        verbose_name="urgency",
                    ),
                ),
                ("everywhere", models.BooleanField(default=False)),
                (
                    "states",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "districts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(), default=list, size=None
                    ),
                ),
                ("closed", models.CharField(blank=True, max_length=20)),
                (
                    "ground_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("person", models.JSONField(null=True)),
                ("method", models.JSONField(null=True)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("validated_at", models.DateTimeField(verbose_name="last validated")),
                ("version", models.PositiveIntegerField()),
                ("trail", models.JSONField(default=list)),
                ("looked_back", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("looked_back", False)),
                        fields=["id"],
                        name="notice_looks_back",
                    ),
                    models.Index(fields=["-since", "-id"], name="notice_newest"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sighting",
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
                        choices=[("seen", "Entered")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="seen on")),
                ("place", models.CharField(max_length=500, verbose_name="where it was seen")),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=8,
                        null=True,
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        verbose_name="longitude",
                    ),
                ),
                (
                    "seen_by",
                    models.CharField(max_length=200, verbose_name="seen by: rank, number, name"),
                ),
                ("description", models.TextField(verbose_name="what was seen")),
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
            name="SightingNumber",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("registration", "Registration number"),
                            ("engine", "Engine number"),
                            ("chassis", "Chassis number"),
                            ("imei", "IMEI"),
                            ("serial", "Serial or other number"),
                            ("phone", "Telephone number"),
                            ("document", "Number of a document"),
                        ],
                        max_length=12,
                        verbose_name="kind of number",
                    ),
                ),
                ("number", models.CharField(max_length=60, verbose_name="number")),
                (
                    "sighting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="numbers",
                        to="alerts.sighting",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Trace",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "sighting_id",
                        "key",
                        "part",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("sighting_id", models.UUIDField()),
                ("state", models.PositiveSmallIntegerField()),
                ("key", models.IntegerField()),
                ("part", models.CharField(max_length=2)),
                ("text", models.CharField(blank=True, max_length=60)),
            ],
            options={
                "indexes": [models.Index(fields=["key"], name="trace_by_key")],
            },
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "notice_id",
                        "key",
                        "part",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("key", models.IntegerField()),
                ("part", models.CharField(max_length=2)),
                ("text", models.CharField(blank=True, max_length=60)),
                (
                    "notice",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="watched",
                        to="alerts.notice",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Answer",
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
                ("alert_id", models.UUIDField()),
                ("lookout_id", models.UUIDField(null=True)),
                ("matched_id", models.UUIDField()),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("acknowledged", "Acknowledge"),
                            ("confirmed", "Confirm: it is the same"),
                            ("excluded", "Exclude: it is not the same"),
                            ("noted", "Write a note to the other office"),
                            ("acted", "Say what was done"),
                            ("cleared", "Clear"),
                        ],
                        max_length=14,
                        verbose_name="step",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="in words")),
                ("answer_by", models.DateTimeField(null=True, verbose_name="answer promised by")),
                ("made_at", models.DateTimeField(verbose_name="time")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
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
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "indexes": [models.Index(fields=["alert_id", "id"], name="answer_of_alert")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("step", "acknowledged"),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="answer_in_words",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "office_id",
                        "alert_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("office_id", models.UUIDField()),
                ("state", models.PositiveSmallIntegerField()),
                ("raised_at", models.DateTimeField()),
                ("shown_at", models.DateTimeField(null=True)),
                ("opened_at", models.DateTimeField(null=True)),
                ("opened_by", models.CharField(blank=True, max_length=200)),
                (
                    "alert",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="alerts.alert",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["office_id", "-raised_at", "-alert"], name="delivery_newest"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="lookout",
            index=models.Index(fields=["office", "-id"], name="lookout_newest"),
        ),
        migrations.AddConstraint(
            model_name="lookout",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="lookout_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="lookout",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="lookout_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="lookout",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="lookout_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="lookout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "in_force"), _negated=True),
                    models.Q(
                        ("checked_at__isnull", False),
                        ("validated_at__isnull", False),
                        models.Q(("checked_by", models.F("officer")), _negated=True),
                        ("checked_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="lookout_checked_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="lookout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage__in", ("raised", "in_force")),
                    models.Q(
                        models.Q(("end_reason", ""), _negated=True), ("ended_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="lookout_ends_with_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="sighting",
            index=models.Index(fields=["office", "-id"], name="sighting_newest"),
        ),
        migrations.AddConstraint(
            model_name="sighting",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="sighting_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sighting",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="sighting_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="sighting",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="sighting_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="sighting",
            constraint=models.CheckConstraint(
                condition=models.Q(("place", ""), _negated=True), name="sighting_has_place"
            ),
        ),
        migrations.AddIndex(
            model_name="watch",
            index=models.Index(fields=["key"], name="watch_by_key"),
        ),
        *journalled("alerts_lookout", children=("alerts_lookoutnumber",)),
        staged(
            "alerts_lookout",
            {
                ("", "raised"),
                ("raised", "in_force"),
                ("raised", "refused"),
                ("raised", "cancelled"),
                ("in_force", "cancelled"),
            },
        ),
        *journalled("alerts_sighting", children=("alerts_sightingnumber",)),
        staged("alerts_sighting", {("", "seen")}),
        *journalled("alerts_answer"),
        guards.written_once(),
        second_wall("alerts_delivery"),
        guards.answers(),
        guards.alerts(),
        guards.notices(),
        guards.worker_alone("alerts_watch"),
        guards.worker_alone("alerts_trace"),
    ]
