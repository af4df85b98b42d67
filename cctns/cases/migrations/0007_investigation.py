"""Accused, case diary and arrests: guarded, in their case, in order, by whom they must be."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.staged import staged

ACCUSED = {
    "": ("named", "noticed", "arrested", "bailed", "jail", "absconding"),
    "named": ("noticed", "arrested", "bailed", "jail", "absconding", "removed"),
    "noticed": ("named", "arrested", "bailed", "jail", "absconding", "removed"),
    "arrested": ("named", "police_custody", "jail", "bailed", "absconding"),
    "police_custody": ("jail", "bailed", "absconding"),
    "jail": ("police_custody", "bailed", "absconding"),
    "bailed": ("arrested", "jail", "absconding", "removed"),
    "absconding": ("named", "arrested", "jail", "bailed", "proclaimed"),
    "proclaimed": ("arrested", "jail", "bailed"),
    "removed": ("named",),
}


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_shared_runs"),
        ("offices", "0003_ranks_and_charge"),
        ("registers", "0004_investigation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Accused",
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
                            ("named", "Named"),
                            ("noticed", "Notice under BNSS 35(3)"),
                            ("arrested", "Arrested"),
                            ("police_custody", "Police custody"),
                            ("jail", "Judicial custody"),
                            ("bailed", "On bail"),
                            ("absconding", "Absconding"),
                            ("proclaimed", "Proclaimed offender"),
                            ("removed", "Removed from the case"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("code", models.CharField(max_length=6, verbose_name="accused code")),
                (
                    "child_in_conflict",
                    models.BooleanField(default=False, verbose_name="child in conflict with law"),
                ),
                (
                    "features",
                    models.JSONField(blank=True, default=dict, verbose_name="physical features"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
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
            name="Arrest",
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
                        choices=[
                            ("arrested", "In police custody"),
                            ("produced", "Produced before the Magistrate"),
                            ("released", "Released"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("forwarded", "Arrested and forwarded"),
                            ("bailed", "Arrested and released on bail or bond"),
                            ("anticipatory", "Arrested, released on anticipatory bail"),
                            ("surrendered", "Surrendered in court"),
                            ("apprehended", "Child apprehended (JJ Act 10)"),
                        ],
                        max_length=14,
                        verbose_name="kind of arrest",
                    ),
                ),
                ("place", models.CharField(max_length=500, verbose_name="place of arrest")),
                (
                    "before_fir_reason",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="why before the FIR (BNSS 170)"
                    ),
                ),
                (
                    "court_name",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="court, if surrendered"
                    ),
                ),
                (
                    "reasons",
                    models.TextField(verbose_name="reasons that make the arrest necessary"),
                ),
                ("grounds", models.TextField(verbose_name="grounds of arrest told in writing")),
                (
                    "rights_told",
                    models.BooleanField(
                        default=False, verbose_name="told of the right to bail and to a lawyer"
                    ),
                ),
                (
                    "relative_told",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="person informed of the arrest"
                    ),
                ),
                (
                    "relative_told_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="informed at"),
                ),
                (
                    "witness_name",
                    models.CharField(max_length=200, verbose_name="witness of the memo"),
                ),
                (
                    "witness_address",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="address of the witness"
                    ),
                ),
                (
                    "memo_signed",
                    models.BooleanField(
                        default=False, verbose_name="countersigned by the arrested person"
                    ),
                ),
                (
                    "woman_officer",
                    models.CharField(blank=True, max_length=200, verbose_name="woman officer"),
                ),
                (
                    "night_leave",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="Magistrate's leave at night"
                    ),
                ),
                (
                    "permission",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="DySP's permission (BNSS 35(7))"
                    ),
                ),
                ("articles", models.TextField(verbose_name="articles found on search, or NIL")),
                ("injuries", models.TextField(blank=True, verbose_name="injuries and condition")),
                (
                    "prints_number",
                    models.CharField(blank=True, max_length=20, verbose_name="fingerprint number"),
                ),
                (
                    "no_prints_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why no fingerprints or photograph"
                    ),
                ),
                (
                    "examined_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="examined by a doctor at"
                    ),
                ),
                (
                    "examined_by",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="doctor and hospital"
                    ),
                ),
                ("examination", models.TextField(blank=True, verbose_name="what the doctor found")),
                (
                    "produced_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="produced before the Magistrate at"
                    ),
                ),
                (
                    "produced_before",
                    models.CharField(blank=True, max_length=200, verbose_name="Magistrate"),
                ),
                (
                    "travel_minutes",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="minutes of journey"
                    ),
                ),
                (
                    "released_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="released at"),
                ),
                (
                    "release_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why released"),
                ),
                (
                    "accused",
                    models.ForeignKey(
                        help_text="Not in the list? Add the accused to the case first",
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
            name="CaseDiaryEntry",
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
                        choices=[("signed", "Signed")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("day", models.DateField(verbose_name="day of investigation")),
                (
                    "information_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="information reached the officer at"
                    ),
                ),
                ("began_at", models.DateTimeField(verbose_name="investigation began at")),
                ("closed_at", models.DateTimeField(verbose_name="investigation closed at")),
                ("places", models.TextField(blank=True, verbose_name="places visited")),
                ("circumstances", models.TextField(verbose_name="circumstances ascertained")),
                (
                    "statements",
                    models.TextField(blank=True, verbose_name="statements of witnesses recorded"),
                ),
                (
                    "next_steps",
                    models.TextField(blank=True, verbose_name="what is to be done next"),
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
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.casediaryentry",
                        verbose_name="adds to the entry",
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
            model_name="accused",
            index=models.Index(fields=["case", "id"], name="accused_of_case"),
        ),
        migrations.AddConstraint(
            model_name="accused",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="accused_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="accused",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="accused_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="accused",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="accused_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="accused",
            constraint=models.UniqueConstraint(
                fields=("case", "code", "state"), name="accused_code_once"
            ),
        ),
        migrations.AddIndex(
            model_name="arrest",
            index=models.Index(fields=["case", "id"], name="arrest_of_case"),
        ),
        migrations.AddConstraint(
            model_name="arrest",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="arrest_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="arrest",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="arrest_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="arrest",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="arrest_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="arrest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reasons", ""), _negated=True),
                    models.Q(("grounds", ""), _negated=True),
                    models.Q(("witness_name", ""), _negated=True),
                ),
                name="arrest_memo_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="arrest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("produced_at", None),
                    ("produced_at__gte", models.F("happened_at")),
                    _connector="OR",
                ),
                name="arrest_before_production",
            ),
        ),
        migrations.AddIndex(
            model_name="casediaryentry",
            index=models.Index(fields=["case", "id"], name="casediaryentry_of_case"),
        ),
        migrations.AddConstraint(
            model_name="casediaryentry",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="casediaryentry_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="casediaryentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="casediaryentry_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="casediaryentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="casediaryentry_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="casediaryentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("began_at__lte", models.F("closed_at"))),
                name="case_diary_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="casediaryentry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("corrects", None)),
                fields=("case", "day", "state"),
                name="case_diary_one_a_day",
            ),
        ),
        migrations.RunSQL(guards.FUNCTIONS, guards.DROP_FUNCTIONS),
        *journalled("cases_accused"),
        *journalled("cases_casediaryentry"),
        *journalled("cases_arrest"),
        guards.in_case("cases_accused"),
        guards.in_case("cases_casediaryentry"),
        guards.in_case("cases_arrest"),
        guards.by_io("cases_casediaryentry"),
        guards.after_fir("cases_arrest"),
        guards.own_accused("cases_arrest"),
        staged("cases_accused", {(old, new) for old, after in ACCUSED.items() for new in after}),
        staged("cases_casediaryentry", {("", "signed")}),
        staged(
            "cases_arrest",
            {("", "arrested"), ("arrested", "produced"), ("arrested", "released")},
        ),
    ]
