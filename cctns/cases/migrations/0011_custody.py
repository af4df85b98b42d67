"""Remand, bail, proclamation and changes of sections, guarded."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.staged import staged

FORMS = ("cases_remand", "cases_bail", "cases_proclamation", "cases_sectionchange")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_scene"),
        ("offices", "0003_ranks_and_charge"),
        ("registers", "0004_investigation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SectionChange",
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
                        choices=[("made", "Made")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason for the change")),
                (
                    "court_told",
                    models.CharField(max_length=300, verbose_name="court that was told, and when"),
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
            name="ChangedSection",
            fields=[
                ("ordinal", models.PositiveSmallIntegerField()),
                ("state", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(
                        default=cctns.lib.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("add", "Added"), ("delete", "Deleted")],
                        max_length=6,
                        verbose_name="change",
                    ),
                ),
                ("act", models.CharField(max_length=20, verbose_name="Act")),
                ("number", models.CharField(max_length=30, verbose_name="section")),
                (
                    "sectionchange",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changed",
                        to="cases.sectionchange",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Bail",
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
                        choices=[("decided", "Decided"), ("cancelled", "Cancelled")],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("police", "By the police (BNSS 478)"),
                            ("regular", "By the court (BNSS 480, 483)"),
                            ("anticipatory", "Anticipatory (BNSS 482)"),
                            ("default", "In default of a report (BNSS 187(3))"),
                            ("interim", "Interim"),
                            ("undertrial", "Undertrial, half the term (BNSS 479)"),
                        ],
                        max_length=14,
                        verbose_name="kind of bail",
                    ),
                ),
                ("granted", models.BooleanField(default=False, verbose_name="granted")),
                ("court_name", models.CharField(max_length=200, verbose_name="court or officer")),
                (
                    "order_number",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="number and date of the order"
                    ),
                ),
                ("opposed", models.TextField(blank=True, verbose_name="how the police opposed it")),
                ("conditions", models.TextField(blank=True, verbose_name="conditions")),
                ("sureties", models.TextField(blank=True, verbose_name="sureties, with address")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        verbose_name="amount of the bond",
                    ),
                ),
                (
                    "cancelled_reason",
                    models.CharField(blank=True, max_length=500, verbose_name="why cancelled"),
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
                "indexes": [models.Index(fields=["case", "id"], name="bail_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="bail_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="bail_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="bail_event_before_entry",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proclamation",
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
                            ("absconding", "Absconding"),
                            ("warrant", "Warrant issued"),
                            ("proclaimed", "Proclaimed"),
                            ("found", "Found or surrendered"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("attempts", models.TextField(verbose_name="where and when he was looked for")),
                ("court_name", models.CharField(blank=True, max_length=200, verbose_name="court")),
                (
                    "warrant_number",
                    models.CharField(blank=True, max_length=200, verbose_name="warrant"),
                ),
                ("appear_by", models.DateField(blank=True, null=True, verbose_name="to appear by")),
                ("published", models.TextField(blank=True, verbose_name="how it was published")),
                (
                    "attached",
                    models.TextField(blank=True, verbose_name="property attached (BNSS 85)"),
                ),
                (
                    "found_how",
                    models.CharField(blank=True, max_length=500, verbose_name="how found"),
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
                "indexes": [models.Index(fields=["case", "id"], name="proclamation_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"),
                        name="proclamation_serial_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="proclamation_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="proclamation_event_before_entry",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Remand",
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
                            ("asked", "Asked for"),
                            ("ordered", "Ordered"),
                            ("refused", "Refused"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                (
                    "kind_asked",
                    models.CharField(
                        choices=[
                            ("police", "Police custody"),
                            ("judicial", "Judicial custody"),
                            ("home", "Observation home (JJ Act 12)"),
                        ],
                        max_length=10,
                        verbose_name="custody asked for",
                    ),
                ),
                ("days_asked", models.PositiveSmallIntegerField(verbose_name="days asked for")),
                ("grounds", models.TextField(verbose_name="grounds for the custody")),
                (
                    "diary_sent",
                    models.BooleanField(default=False, verbose_name="copy of the case diary sent"),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("police", "Police custody"),
                            ("judicial", "Judicial custody"),
                            ("home", "Observation home (JJ Act 12)"),
                        ],
                        max_length=10,
                        verbose_name="custody ordered",
                    ),
                ),
                ("court_name", models.CharField(blank=True, max_length=200, verbose_name="court")),
                (
                    "order_number",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="number and date of the order"
                    ),
                ),
                ("from_day", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_day", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "next_production",
                    models.DateField(blank=True, null=True, verbose_name="next production"),
                ),
                (
                    "refusal",
                    models.CharField(blank=True, max_length=500, verbose_name="why refused"),
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
                    "arrest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.arrest",
                        verbose_name="arrest",
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
                "indexes": [models.Index(fields=["case", "id"], name="remand_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="remand_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="remand_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="remand_event_before_entry",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_day", None),
                            ("from_day__lte", models.F("to_day")),
                            _connector="OR",
                        ),
                        name="remand_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "ordered"), _negated=True),
                            models.Q(
                                models.Q(("kind", ""), _negated=True),
                                ("from_day__isnull", False),
                                ("to_day__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="remand_ordered_whole",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="sectionchange",
            index=models.Index(fields=["case", "id"], name="sectionchange_of_case"),
        ),
        migrations.AddConstraint(
            model_name="sectionchange",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="sectionchange_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="sectionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="sectionchange_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="sectionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="sectionchange_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="changedsection",
            constraint=models.UniqueConstraint(
                fields=("sectionchange", "ordinal", "state"), name="changed_section_once"
            ),
        ),
        *journalled("cases_remand"),
        *journalled("cases_bail"),
        *journalled("cases_proclamation"),
        *journalled("cases_sectionchange", children=("cases_changedsection",)),
        *(guards.in_case(table) for table in FORMS),
        *(guards.own_accused(table) for table in FORMS[:3]),
        guards.by_io("cases_sectionchange"),
        staged("cases_remand", {("", "asked"), ("asked", "ordered"), ("asked", "refused")}),
        staged("cases_bail", {("", "decided"), ("decided", "cancelled")}),
        staged(
            "cases_proclamation",
            {
                ("", "absconding"),
                ("absconding", "warrant"),
                ("warrant", "proclaimed"),
                ("absconding", "found"),
                ("warrant", "found"),
                ("proclaimed", "found"),
            },
        ),
        staged("cases_sectionchange", {("", "made")}),
    ]
