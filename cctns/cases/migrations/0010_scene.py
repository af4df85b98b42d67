"""Crime details (IIF-II) and seizures (IIF-IV)."""

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import cctns.cases.heads
import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_missing"),
        ("offices", "0004_holiday"),
        ("registers", "0004_investigation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CrimeDetails",
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
                    "recording",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="audio-video recording, id"
                    ),
                ),
                (
                    "no_recording",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("device", "The device failed or was not there"),
                            ("danger", "Danger at the place"),
                            ("urgent", "The property would have been lost"),
                            ("privacy", "Privacy of a woman or child"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="why there is no recording",
                    ),
                ),
                (
                    "no_recording_detail",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="details why there is no recording"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("described", "Described")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="panchnama began at")),
                ("panchnama_ended_at", models.DateTimeField(verbose_name="panchnama ended at")),
                (
                    "shown_by",
                    models.CharField(blank=True, max_length=300, verbose_name="place shown by"),
                ),
                (
                    "major_head",
                    models.CharField(
                        choices=cctns.cases.heads.major_heads,
                        max_length=40,
                        verbose_name="major head",
                    ),
                ),
                (
                    "minor_head",
                    models.CharField(
                        choices=cctns.cases.heads.minor_heads,
                        max_length=40,
                        verbose_name="head of crime",
                    ),
                ),
                (
                    "method_1",
                    models.CharField(
                        choices=cctns.cases.heads.methods, max_length=40, verbose_name="method"
                    ),
                ),
                (
                    "method_2",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.methods,
                        max_length=40,
                        verbose_name="second method",
                    ),
                ),
                (
                    "method_3",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.methods,
                        max_length=40,
                        verbose_name="third method",
                    ),
                ),
                (
                    "conveyance",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.conveyances,
                        max_length=40,
                        verbose_name="conveyance used",
                    ),
                ),
                (
                    "character",
                    models.CharField(
                        choices=cctns.cases.heads.characters,
                        max_length=40,
                        verbose_name="character assumed",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=cctns.cases.heads.languages,
                        max_length=40,
                        verbose_name="language, dialect or slang",
                    ),
                ),
                (
                    "feature_1",
                    models.CharField(
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
                    "feature_3",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.features,
                        max_length=40,
                        verbose_name="third special feature",
                    ),
                ),
                (
                    "feature_words",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="special features in own words"
                    ),
                ),
                (
                    "place_type",
                    models.CharField(
                        choices=cctns.cases.heads.places,
                        max_length=40,
                        verbose_name="type of place",
                    ),
                ),
                (
                    "property_1",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.property_types,
                        max_length=40,
                        verbose_name="type of property",
                    ),
                ),
                (
                    "property_2",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.property_types,
                        max_length=40,
                        verbose_name="second type of property",
                    ),
                ),
                (
                    "property_3",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.property_types,
                        max_length=40,
                        verbose_name="third type of property",
                    ),
                ),
                (
                    "property_4",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.property_types,
                        max_length=40,
                        verbose_name="fourth type of property",
                    ),
                ),
                (
                    "motive",
                    models.CharField(
                        blank=True,
                        choices=cctns.cases.heads.motives,
                        max_length=40,
                        verbose_name="motive",
                    ),
                ),
                ("place_description", models.TextField(verbose_name="description of the place")),
                (
                    "sketch",
                    models.CharField(max_length=100, verbose_name="number of the sketch or map"),
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
                    "evidence",
                    models.TextField(
                        blank=True, verbose_name="physical evidence found and collected"
                    ),
                ),
                (
                    "expert",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="forensic expert, and when"
                    ),
                ),
                (
                    "no_expert_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why no forensic expert came"
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
            name="CrimeVictim",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
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
                        max_length=12,
                        verbose_name="sex",
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
                ("religion", models.CharField(blank=True, max_length=60, verbose_name="religion")),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sc", "Scheduled Caste"),
                            ("st", "Scheduled Tribe"),
                            ("obc", "Other backward class"),
                            ("general", "General"),
                        ],
                        max_length=8,
                        verbose_name="category",
                    ),
                ),
                (
                    "occupation",
                    models.CharField(blank=True, max_length=100, verbose_name="occupation"),
                ),
                ("address", models.CharField(blank=True, max_length=500, verbose_name="address")),
                (
                    "injury",
                    models.CharField(
                        choices=[
                            ("none", "None"),
                            ("simple", "Simple"),
                            ("grievous", "Grievous"),
                            ("death", "Death"),
                        ],
                        max_length=10,
                        verbose_name="injury",
                    ),
                ),
                (
                    "weapon",
                    models.CharField(blank=True, max_length=200, verbose_name="means or weapon"),
                ),
                (
                    "crimedetails",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="victims",
                        to="cases.crimedetails",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Panch",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "relative_name",
                    models.CharField(blank=True, max_length=200, verbose_name="relative's name"),
                ),
                (
                    "age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="age in years"
                    ),
                ),
                (
                    "occupation",
                    models.CharField(blank=True, max_length=100, verbose_name="occupation"),
                ),
                ("address", models.CharField(max_length=500, verbose_name="address")),
                (
                    "crimedetails",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="panches",
                        to="cases.crimedetails",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Seizure",
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
                    "recording",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="audio-video recording, id"
                    ),
                ),
                (
                    "no_recording",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("device", "The device failed or was not there"),
                            ("danger", "Danger at the place"),
                            ("urgent", "The property would have been lost"),
                            ("privacy", "Privacy of a woman or child"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="why there is no recording",
                    ),
                ),
                (
                    "no_recording_detail",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="details why there is no recording"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("seized", "Seized"), ("reported", "Reported to the Magistrate")],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="seized on")),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("stolen", "Stolen"),
                            ("unclaimed", "Unclaimed"),
                            ("unlawful", "Unlawful possession"),
                            ("involved", "Involved"),
                            ("intestate", "Intestate"),
                        ],
                        max_length=10,
                        verbose_name="nature",
                    ),
                ),
                ("place", models.CharField(max_length=500, verbose_name="place of seizure")),
                (
                    "place_description",
                    models.TextField(blank=True, verbose_name="description of the place"),
                ),
                (
                    "before_fir_reason",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        verbose_name="why before the FIR (General Diary reference)",
                    ),
                ),
                (
                    "professional_receiver",
                    models.BooleanField(
                        default=False, verbose_name="professional receiver of stolen property"
                    ),
                ),
                (
                    "perishable",
                    models.TextField(blank=True, verbose_name="action on perishable property"),
                ),
                (
                    "valuable",
                    models.TextField(blank=True, verbose_name="action on valuable property"),
                ),
                (
                    "identification_needed",
                    models.BooleanField(default=False, verbose_name="identification required"),
                ),
                ("grounds", models.TextField(verbose_name="circumstances and grounds")),
                (
                    "copy_to",
                    models.CharField(blank=True, max_length=200, verbose_name="copy given to"),
                ),
                ("seal", models.CharField(max_length=200, verbose_name="specimen of the seal")),
                (
                    "seal_with",
                    models.CharField(blank=True, max_length=200, verbose_name="seal entrusted to"),
                ),
                (
                    "recording_sent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="recording sent on"),
                ),
                (
                    "recording_sent_to",
                    models.CharField(blank=True, max_length=200, verbose_name="recording sent to"),
                ),
                (
                    "reported_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="reported to the Magistrate on"
                    ),
                ),
                (
                    "reported_to",
                    models.CharField(blank=True, max_length=200, verbose_name="Magistrate"),
                ),
                (
                    "superior_told_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="superior told on"),
                ),
                (
                    "superior",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="immediate superior officer"
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
            name="SeizedItem",
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
                    "property_class",
                    models.CharField(
                        choices=[
                            ("vehicle", "Motor vehicle"),
                            ("phone", "Mobile telephone"),
                            ("currency", "Currency"),
                            ("counterfeit", "Counterfeit currency"),
                            ("jewellery", "Jewellery"),
                            ("arms", "Arms"),
                            ("explosives", "Explosives"),
                            ("drugs", "Drugs"),
                            ("document", "Document"),
                            ("electrical", "Electrical or electronic goods"),
                            ("cultural", "Cultural property"),
                            ("cattle", "Cattle"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        verbose_name="class",
                    ),
                ),
                ("description", models.CharField(max_length=1000, verbose_name="description")),
                (
                    "quantity",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="number, weight or measure"
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="value in rupees",
                    ),
                ),
                (
                    "identification",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        verbose_name="identification: IMEI, registration, engine, chassis, serial number",
                    ),
                ),
                (
                    "register_number",
                    models.CharField(max_length=40, verbose_name="number in the property register"),
                ),
                ("packet", models.CharField(max_length=200, verbose_name="packet and seal")),
                (
                    "seizure",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="cases.seizure",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SeizureWitness",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "relative_name",
                    models.CharField(blank=True, max_length=200, verbose_name="relative's name"),
                ),
                (
                    "age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="age in years"
                    ),
                ),
                (
                    "occupation",
                    models.CharField(blank=True, max_length=100, verbose_name="occupation"),
                ),
                ("address", models.CharField(max_length=500, verbose_name="address")),
                (
                    "seizure",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="witnesses",
                        to="cases.seizure",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="crimedetails",
            index=models.Index(fields=["case", "id"], name="crimedetails_of_case"),
        ),
        migrations.AddConstraint(
            model_name="crimedetails",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="crimedetails_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="crimedetails",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="crimedetails_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="crimedetails",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="crimedetails_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="crimedetails",
            constraint=models.UniqueConstraint(fields=("case", "state"), name="crime_once_a_case"),
        ),
        migrations.AddConstraint(
            model_name="crimedetails",
            constraint=models.CheckConstraint(
                condition=models.Q(("panchnama_ended_at__gte", models.F("happened_at"))),
                name="crime_panchnama_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="crimedetails",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "major_head",
                        django.db.models.functions.text.Substr(
                            "minor_head",
                            1,
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.functions.text.StrIndex(
                                    "minor_head", models.Value(".")
                                ),
                                "-",
                                models.Value(1),
                            ),
                        ),
                    )
                ),
                name="crime_head_of_its_major",
            ),
        ),
        migrations.AddConstraint(
            model_name="crimedetails",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recording", ""), _negated=True),
                    models.Q(("no_recording", ""), _negated=True),
                    _connector="OR",
                ),
                name="crime_recorded_or_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="crimevictim",
            constraint=models.UniqueConstraint(
                fields=("crimedetails", "ordinal", "state"), name="crime_victim_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="panch",
            constraint=models.UniqueConstraint(
                fields=("crimedetails", "ordinal", "state"), name="panch_once"
            ),
        ),
        migrations.AddIndex(
            model_name="seizure",
            index=models.Index(fields=["case", "id"], name="seizure_of_case"),
        ),
        migrations.AddConstraint(
            model_name="seizure",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="seizure_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="seizure",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="seizure_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="seizure",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="seizure_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="seizure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recording", ""), _negated=True),
                    models.Q(("no_recording", ""), _negated=True),
                    _connector="OR",
                ),
                name="seizure_recorded_or_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="seizure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("recording_sent_at", None),
                        ("recording_sent_at__gte", models.F("happened_at")),
                        _connector="OR",
                    ),
                    models.Q(
                        ("reported_at", None),
                        ("reported_at__gte", models.F("happened_at")),
                        _connector="OR",
                    ),
                ),
                name="seizure_before_its_report",
            ),
        ),
        migrations.AddConstraint(
            model_name="seizeditem",
            constraint=models.UniqueConstraint(
                fields=("seizure", "ordinal", "state"), name="seized_item_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="seizurewitness",
            constraint=models.UniqueConstraint(
                fields=("seizure", "ordinal", "state"), name="seizure_witness_once"
            ),
        ),
        *journalled("cases_crimedetails", children=("cases_panch", "cases_crimevictim")),
        *journalled("cases_seizure", children=("cases_seizurewitness", "cases_seizeditem")),
        guards.in_case("cases_crimedetails"),
        guards.in_case("cases_seizure"),
        guards.after_fir("cases_seizure"),
        staged("cases_crimedetails", {("", "described")}),
        staged("cases_seizure", {("", "seized"), ("seized", "reported")}),
    ]
