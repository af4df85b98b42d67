"""Unnatural deaths and medico-legal cases: guarded, their stages kept in order."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_holiday"),
        ("registers", "0005_found"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Death",
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
                            ("recorded", "Recorded"),
                            ("inquest", "Inquest reported"),
                            ("concluded", "Concluded"),
                            ("converted", "FIR registered"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="information received on")),
                ("place", models.CharField(max_length=500, verbose_name="where the body lies")),
                ("circumstances", models.TextField(verbose_name="circumstances as told")),
                ("informant_name", models.CharField(max_length=200, verbose_name="informant")),
                (
                    "informant_address",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="informant's address"
                    ),
                ),
                ("in_custody", models.BooleanField(default=False, verbose_name="died in custody")),
                (
                    "newly_married",
                    models.BooleanField(
                        default=False, verbose_name="woman married for less than seven years"
                    ),
                ),
                (
                    "magistrate_told",
                    models.CharField(max_length=200, verbose_name="Executive Magistrate informed"),
                ),
                ("magistrate_told_at", models.DateTimeField(verbose_name="informed on")),
                (
                    "commission_told_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="Human Rights Commission informed on"
                    ),
                ),
                (
                    "inquest_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="inquest held on"),
                ),
                ("findings", models.TextField(blank=True, verbose_name="what the inquest found")),
                (
                    "wounds",
                    models.TextField(blank=True, verbose_name="wounds, marks, by what weapon"),
                ),
                (
                    "manner",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("suicide", "Suicide"),
                            ("accident", "Accident"),
                            ("animal", "Killed by an animal"),
                            ("machinery", "Killed by machinery"),
                            ("natural", "Natural causes"),
                            ("another", "Suspicion that another committed an offence"),
                            ("unknown", "Not known yet"),
                        ],
                        max_length=10,
                        verbose_name="apparent cause",
                    ),
                ),
                (
                    "reported_to",
                    models.CharField(blank=True, max_length=200, verbose_name="report sent to"),
                ),
                (
                    "reported_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="report sent on"),
                ),
                (
                    "late_reason",
                    models.TextField(blank=True, verbose_name="why later than 24 hours"),
                ),
                ("hospital", models.CharField(blank=True, max_length=200, verbose_name="hospital")),
                (
                    "sent_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="body sent on"),
                ),
                (
                    "escort",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="escort: rank, number, name"
                    ),
                ),
                ("questions", models.TextField(blank=True, verbose_name="questions to the doctor")),
                (
                    "report_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the post-mortem report"
                    ),
                ),
                (
                    "report_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="post-mortem report received on"
                    ),
                ),
                (
                    "medical_cause",
                    models.TextField(blank=True, verbose_name="cause of death by the doctor"),
                ),
                ("viscera", models.BooleanField(default=False, verbose_name="viscera preserved")),
                (
                    "laboratory",
                    models.CharField(blank=True, max_length=200, verbose_name="laboratory"),
                ),
                (
                    "viscera_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the request"
                    ),
                ),
                (
                    "viscera_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="viscera sent on"),
                ),
                (
                    "handed_to",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="body handed over to, relation"
                    ),
                ),
                (
                    "handed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="body handed over on"),
                ),
                (
                    "final_manner",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("suicide", "Suicide"),
                            ("accident", "Accident"),
                            ("animal", "Killed by an animal"),
                            ("machinery", "Killed by machinery"),
                            ("natural", "Natural causes"),
                            ("another", "Suspicion that another committed an offence"),
                            ("unknown", "Not known yet"),
                        ],
                        max_length=10,
                        verbose_name="cause found",
                    ),
                ),
                ("end_reason", models.TextField(blank=True, verbose_name="reasons")),
                ("fir_number", models.CharField(blank=True, max_length=40, verbose_name="FIR")),
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
            name="Mlc",
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
                            ("recorded", "Recorded"),
                            ("answered", "Certificate received"),
                            ("closed", "Closed"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="intimation received on")),
                ("hospital", models.CharField(max_length=200, verbose_name="hospital")),
                (
                    "hospital_number",
                    models.CharField(max_length=60, verbose_name="hospital's number of the case"),
                ),
                (
                    "brought_by",
                    models.CharField(blank=True, max_length=200, verbose_name="brought by"),
                ),
                ("history", models.TextField(verbose_name="brief facts, as told")),
                ("fit", models.BooleanField(default=False, verbose_name="fit to make a statement")),
                ("sections", models.CharField(blank=True, max_length=200, verbose_name="sections")),
                (
                    "escort",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="escort: rank, number, name"
                    ),
                ),
                (
                    "escort_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="sent with the escort on"
                    ),
                ),
                ("arrested", models.BooleanField(default=False, verbose_name="under arrest")),
                (
                    "arrested_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="arrested on"),
                ),
                (
                    "certificate",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the certificate"
                    ),
                ),
                (
                    "certified_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="certificate received on"
                    ),
                ),
                ("doctor", models.CharField(blank=True, max_length=200, verbose_name="doctor")),
                (
                    "gravity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("simple", "Simple hurt"),
                            ("grievous", "Grievous hurt"),
                            ("dangerous", "Dangerous to life"),
                            ("reserved", "Opinion reserved"),
                        ],
                        max_length=10,
                        verbose_name="nature of the injuries",
                    ),
                ),
                (
                    "weapon",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="weapon, by the doctor's opinion"
                    ),
                ),
                ("opinion", models.TextField(blank=True, verbose_name="opinion")),
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
            },
        ),
        migrations.CreateModel(
            name="Injury",
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
                            ("abrasion", "Abrasion"),
                            ("bruise", "Bruise"),
                            ("cut", "Incised wound"),
                            ("torn", "Lacerated wound"),
                            ("stab", "Stab wound"),
                            ("gunshot", "Gunshot wound"),
                            ("fracture", "Fracture"),
                            ("burn", "Burn"),
                            ("poison", "Poisoning"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="injury",
                    ),
                ),
                ("place", models.CharField(max_length=200, verbose_name="place on the body")),
                ("size", models.CharField(blank=True, max_length=100, verbose_name="size")),
                (
                    "mlc",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="injuries",
                        to="registers.mlc",
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
                    "death",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panches",
                        to="registers.death",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="death",
            index=models.Index(fields=["office", "-id"], name="death_newest"),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="death_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="death_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="death_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage", "recorded"),
                    ("stage", "converted"),
                    models.Q(
                        ("inquest_at__isnull", False),
                        models.Q(("findings", ""), _negated=True),
                        models.Q(("reported_to", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="death_inquest_before_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "converted"), _negated=True),
                    models.Q(("fir_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="death_converted_to_fir",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("final_manner", "another"), ("stage", "concluded"), _negated=True
                ),
                name="death_offence_is_no_conclusion",
            ),
        ),
        migrations.AddIndex(
            model_name="mlc",
            index=models.Index(fields=["office", "-id"], name="mlc_newest"),
        ),
        migrations.AddConstraint(
            model_name="mlc",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="mlc_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="mlc",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="mlc_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="mlc",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="mlc_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="mlc",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "closed"), _negated=True),
                    models.Q(("fir_number", ""), _negated=True),
                    models.Q(("end_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="mlc_closed_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="mlc",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "answered"), _negated=True),
                    models.Q(("certificate", ""), _negated=True),
                    _connector="OR",
                ),
                name="mlc_certificate_named",
            ),
        ),
        *journalled("registers_death", children=("registers_panch",)),
        staged(
            "registers_death",
            {
                ("", "recorded"),
                ("inquest", "concluded"),
                ("inquest", "converted"),
                ("recorded", "converted"),
                ("recorded", "inquest"),
            },
        ),
        *journalled("registers_mlc", children=("registers_injury",)),
        staged(
            "registers_mlc",
            {
                ("", "recorded"),
                ("answered", "closed"),
                ("recorded", "answered"),
                ("recorded", "closed"),
            },
        ),
    ]
