"""The final report, what others say of it, and what the courts decide: guarded, in order."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.addressed import readable_by_receiver
from cctns.registers.staged import staged

LISTS = (
    "cases_reportaccused",
    "cases_reportwitness",
    "cases_reportdocument",
    "cases_reportarticle",
    "cases_reportdevice",
)
ANSWERS = ("cases_vetting", "cases_approval", "cases_acknowledgement", "cases_appeal")
MOVES = {
    ("", "draft"),
    ("draft", "submitted"),
    ("submitted", "forwarded"),
    ("forwarded", "transmitted"),
    ("submitted", "draft"),
    ("forwarded", "draft"),
    ("transmitted", "draft"),
}


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0011_custody"),
        ("offices", "0003_ranks_and_charge"),
        ("registers", "0004_investigation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="status",
            field=models.CharField(
                choices=[
                    ("investigation", "Under investigation"),
                    ("transfer", "To be transferred"),
                    ("sent", "Sent to the station that has jurisdiction"),
                    ("refused", "Investigation refused"),
                    ("reported", "Final report sent to court"),
                    ("legacy", "Brought in from old records"),
                ],
                max_length=14,
                verbose_name="status",
            ),
        ),
        migrations.CreateModel(
            name="FinalReport",
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
                            ("draft", "Being prepared"),
                            ("submitted", "Submitted by the investigating officer"),
                            ("forwarded", "Forwarded by the officer in charge"),
                            ("transmitted", "Transmitted to the court"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("charge_sheet", "Charge-sheeted"),
                            ("no_evidence", "Not charge-sheeted for want of evidence"),
                            ("undetected", "True, undetected"),
                            ("untraced", "True, untraced"),
                            ("abated", "Offence abated"),
                            ("unoccurred", "Offence did not occur"),
                        ],
                        max_length=14,
                        verbose_name="kind of report",
                    ),
                ),
                (
                    "unoccurred",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("false", "False"),
                            ("fact", "Mistake of fact"),
                            ("law", "Mistake of law"),
                            ("non_cognizable", "Non-cognizable"),
                            ("civil", "Civil nature"),
                        ],
                        max_length=14,
                        verbose_name="if it did not occur",
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("original", "Original"), ("supplementary", "Supplementary")],
                        default="original",
                        max_length=14,
                        verbose_name="original or supplementary",
                    ),
                ),
                ("fir_id", models.UUIDField(editable=False)),
                ("fir_told", models.CharField(max_length=200, verbose_name="FIR")),
                ("station_told", models.CharField(max_length=300, verbose_name="police station")),
                ("sections", models.TextField(verbose_name="Acts and sections")),
                ("officers", models.TextField(verbose_name="investigating officers")),
                ("complainant", models.TextField(verbose_name="complainant")),
                (
                    "false_action",
                    models.TextField(blank=True, verbose_name="action if false (BNS 217, 248)"),
                ),
                (
                    "results",
                    models.TextField(blank=True, verbose_name="results of laboratory and doctors"),
                ),
                (
                    "woman_medical",
                    models.BooleanField(
                        default=False,
                        verbose_name="woman's medical report attached (BNSS 193(3)(h))",
                    ),
                ),
                (
                    "sanction",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="sanction, when one is needed"
                    ),
                ),
                ("facts", models.TextField(verbose_name="brief facts of the case")),
                (
                    "complainant_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="complainant told on (BNSS 193(3)(ii))"
                    ),
                ),
                ("enclosures", models.TextField(blank=True, verbose_name="enclosures")),
                (
                    "submission",
                    models.PositiveSmallIntegerField(default=0, verbose_name="submission"),
                ),
                ("reworked", models.TextField(blank=True, verbose_name="what was mended")),
                (
                    "forward_note",
                    models.TextField(blank=True, verbose_name="note of the officer in charge"),
                ),
                (
                    "transmitted_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="transmitted"),
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
                    "court",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                        verbose_name="court",
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
                (
                    "prosecution",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                        verbose_name="prosecution office that vets it",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Disposal",
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
                ("submission", models.PositiveSmallIntegerField(verbose_name="submission")),
                ("fir_told", models.CharField(max_length=200, verbose_name="FIR")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                (
                    "stage",
                    models.CharField(
                        choices=[("decided", "Decided")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("presiding", models.CharField(max_length=200, verbose_name="presiding officer")),
                (
                    "case_number",
                    models.CharField(max_length=60, verbose_name="case number of the court"),
                ),
                (
                    "cognizance_on",
                    models.DateField(blank=True, null=True, verbose_name="cognizance taken"),
                ),
                (
                    "charge_on",
                    models.DateField(blank=True, null=True, verbose_name="charge framed"),
                ),
                ("judgment_on", models.DateField(verbose_name="judgment")),
                (
                    "property_order",
                    models.TextField(blank=True, verbose_name="order on the property"),
                ),
                (
                    "acquittal_reasons",
                    models.TextField(blank=True, verbose_name="reasons for acquittal"),
                ),
                ("adverse_remark", models.TextField(blank=True, verbose_name="adverse remark")),
                (
                    "appeal_by",
                    models.DateField(blank=True, null=True, verbose_name="appeal possible until"),
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
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.finalreport",
                        verbose_name="final report",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Approval",
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
                        choices=[("given", "Given")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("submission", models.PositiveSmallIntegerField(verbose_name="submission")),
                ("fir_told", models.CharField(max_length=200, verbose_name="FIR")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                (
                    "decision",
                    models.CharField(
                        choices=[("approved", "Approved"), ("returned", "Returned")],
                        max_length=10,
                        verbose_name="decision",
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
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.finalreport",
                        verbose_name="final report",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Appeal",
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
                ("submission", models.PositiveSmallIntegerField(verbose_name="submission")),
                ("fir_told", models.CharField(max_length=200, verbose_name="FIR")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                (
                    "stage",
                    models.CharField(
                        choices=[("filed", "Filed"), ("decided", "Decided")],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                (
                    "appeal_number",
                    models.CharField(
                        max_length=100, verbose_name="number of the appeal or revision"
                    ),
                ),
                (
                    "by_whom",
                    models.CharField(
                        choices=[
                            ("state", "The State"),
                            ("accused", "The accused"),
                            ("victim", "The victim"),
                        ],
                        max_length=10,
                        verbose_name="by whom",
                    ),
                ),
                ("against", models.TextField(verbose_name="against whom and what")),
                ("filed_on", models.DateField(verbose_name="filed")),
                ("stay", models.BooleanField(default=False, verbose_name="execution stayed")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("dismissed", "Dismissed"),
                            ("allowed", "Allowed"),
                            ("modified", "Modified"),
                            ("remanded", "Remanded"),
                            ("retrial", "Retrial ordered"),
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided")),
                ("new_sentence", models.TextField(blank=True, verbose_name="new sentence")),
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
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.finalreport",
                        verbose_name="final report",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Acknowledgement",
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
                        choices=[("given", "Given")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("submission", models.PositiveSmallIntegerField(verbose_name="submission")),
                ("fir_told", models.CharField(max_length=200, verbose_name="FIR")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                (
                    "receipt",
                    models.CharField(
                        choices=[
                            ("consumed", "Taken on file"),
                            ("returned", "Returned with defects"),
                        ],
                        max_length=10,
                        verbose_name="what the court did",
                    ),
                ),
                (
                    "cnr",
                    models.CharField(
                        blank=True,
                        max_length=16,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2}[A-Z0-9]{4}\\d{6}\\d{4}$",
                                "A CNR has sixteen characters, as DLHC010012342026",
                            )
                        ],
                        verbose_name="CNR",
                    ),
                ),
                (
                    "case_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="case number of the court"
                    ),
                ),
                ("next_date", models.DateField(blank=True, null=True, verbose_name="next date")),
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
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.finalreport",
                        verbose_name="final report",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportAccused",
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
                ("sent", models.BooleanField(default=False, verbose_name="sent up for trial")),
                (
                    "who",
                    models.CharField(max_length=1000, verbose_name="name, relative, age, address"),
                ),
                ("sections", models.CharField(blank=True, max_length=300, verbose_name="sections")),
                (
                    "custody",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="arrest, bail, custody"
                    ),
                ),
                (
                    "convictions",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="previous convictions"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="reason, if not sent"
                    ),
                ),
                (
                    "accused",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.accused",
                        verbose_name="accused",
                    ),
                ),
                (
                    "finalreport",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="accused_lines",
                        to="cases.finalreport",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportArticle",
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
                ("what", models.CharField(max_length=1000, verbose_name="article")),
                (
                    "taken_from",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="from whom and where"
                    ),
                ),
                (
                    "lies",
                    models.CharField(blank=True, max_length=300, verbose_name="where it lies"),
                ),
                (
                    "finalreport",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="articles",
                        to="cases.finalreport",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportDevice",
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
                ("device", models.CharField(max_length=500, verbose_name="electronic device")),
                ("held_by", models.CharField(max_length=300, verbose_name="held by")),
                ("since", models.CharField(max_length=200, verbose_name="from when to when")),
                (
                    "finalreport",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="devices",
                        to="cases.finalreport",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportDocument",
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
                ("what", models.CharField(max_length=500, verbose_name="document")),
                (
                    "marked_by",
                    models.CharField(blank=True, max_length=300, verbose_name="marked by"),
                ),
                (
                    "finalreport",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="cases.finalreport",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportWitness",
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
                    "who",
                    models.CharField(max_length=1000, verbose_name="name, relative, age, address"),
                ),
                (
                    "proves",
                    models.CharField(max_length=500, verbose_name="what the witness proves"),
                ),
                (
                    "finalreport",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="witnesses",
                        to="cases.finalreport",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Vetting",
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
                        choices=[("given", "Given")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("submission", models.PositiveSmallIntegerField(verbose_name="submission")),
                ("fir_told", models.CharField(max_length=200, verbose_name="FIR")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                (
                    "opinion",
                    models.CharField(
                        choices=[
                            ("fit", "Fit to be sent to court"),
                            ("defects", "Returned with defects"),
                        ],
                        max_length=10,
                        verbose_name="opinion",
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
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.finalreport",
                        verbose_name="final report",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DisposalAccused",
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
                ("accused_id", models.UUIDField(blank=True, null=True)),
                ("who", models.CharField(max_length=1000, verbose_name="accused")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("convicted", "Convicted"),
                            ("acquitted", "Acquitted"),
                            ("discharged", "Discharged"),
                            ("compounded", "Compounded"),
                            ("withdrawn", "Withdrawn (BNSS 360)"),
                            ("abated", "Abated"),
                            ("quashed", "Quashed"),
                            ("probation", "Released on probation"),
                            ("plea", "Plea bargain"),
                            ("jjb", "Transferred to the Juvenile Justice Board"),
                            ("split", "Separated: proclaimed offender"),
                        ],
                        max_length=12,
                        verbose_name="result",
                    ),
                ),
                (
                    "sections",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="sections of conviction"
                    ),
                ),
                (
                    "sentence",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="sentence, fine, set-off"
                    ),
                ),
                (
                    "disposal",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="cases.disposal",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("disposal", "ordinal", "state"), name="verdict_once"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="finalreport",
            index=models.Index(fields=["case", "id"], name="finalreport_of_case"),
        ),
        migrations.AddConstraint(
            model_name="finalreport",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="finalreport_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="finalreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="finalreport_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="finalreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="finalreport_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="finalreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "unoccurred"), _negated=True),
                    models.Q(("unoccurred", ""), _negated=True),
                    _connector="OR",
                ),
                name="report_unoccurred_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="finalreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "transmitted"), _negated=True),
                    ("transmitted_at__isnull", False),
                    _connector="OR",
                ),
                name="report_transmitted_when",
            ),
        ),
        migrations.AddIndex(
            model_name="disposal",
            index=models.Index(fields=["report", "submission"], name="disposal_of_report"),
        ),
        migrations.AddConstraint(
            model_name="disposal",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="disposal_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="disposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="disposal_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="disposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="disposal_event_before_entry",
            ),
        ),
        migrations.AddIndex(
            model_name="approval",
            index=models.Index(fields=["report", "submission"], name="approval_of_report"),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="approval_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="approval_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="approval_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", "returned"), _negated=True),
                    models.Q(("remarks", ""), _negated=True),
                    _connector="OR",
                ),
                name="approval_return_reasoned",
            ),
        ),
        migrations.AddIndex(
            model_name="appeal",
            index=models.Index(fields=["report", "submission"], name="appeal_of_report"),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="appeal_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="appeal_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="appeal_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage", "filed"),
                    models.Q(
                        models.Q(("decision", ""), _negated=True), ("decided_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="appeal_decided_whole",
            ),
        ),
        migrations.AddIndex(
            model_name="acknowledgement",
            index=models.Index(fields=["report", "submission"], name="acknowledgement_of_report"),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="acknowledgement_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="acknowledgement_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="acknowledgement_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cnr", ""), ("receipt", "returned")),
                    models.Q(
                        ("cnr__regex", "^[A-Z]{2}[A-Z0-9]{4}\\d{6}\\d{4}$"), ("receipt", "consumed")
                    ),
                    _connector="OR",
                ),
                name="acknowledged_by_cnr",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportaccused",
            constraint=models.UniqueConstraint(
                fields=("finalreport", "ordinal", "state"), name="reportaccused_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportarticle",
            constraint=models.UniqueConstraint(
                fields=("finalreport", "ordinal", "state"), name="reportarticle_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportdevice",
            constraint=models.UniqueConstraint(
                fields=("finalreport", "ordinal", "state"), name="reportdevice_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportdocument",
            constraint=models.UniqueConstraint(
                fields=("finalreport", "ordinal", "state"), name="reportdocument_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportwitness",
            constraint=models.UniqueConstraint(
                fields=("finalreport", "ordinal", "state"), name="reportwitness_once"
            ),
        ),
        migrations.AddIndex(
            model_name="vetting",
            index=models.Index(fields=["report", "submission"], name="vetting_of_report"),
        ),
        migrations.AddConstraint(
            model_name="vetting",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="vetting_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="vetting",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="vetting_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="vetting",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="vetting_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="vetting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("opinion", "defects"), _negated=True),
                    models.Q(("remarks", ""), _negated=True),
                    _connector="OR",
                ),
                name="vetting_defects_named",
            ),
        ),
        *journalled("cases_finalreport", children=LISTS),
        *(one for table in ANSWERS for one in journalled(table)),
        *journalled("cases_disposal", children=("cases_disposalaccused",)),
        migrations.RunSQL(guards.REPORTS, guards.DROP_REPORTS),
        guards.in_case("cases_finalreport"),
        guards.by_io("cases_finalreport"),
        readable_by_receiver("cases_finalreport", "court_id", "prosecution_id"),
        *(guards.read_with_case(table) for table in (*ANSWERS, "cases_disposal")),
        guards.read_with_case("cases_sensitivitydecision", column="fir_id", of="fir_id"),
        *(guards.answers_report(table) for table in (*ANSWERS, "cases_disposal")),
        staged("cases_finalreport", MOVES),
        *(staged(table, {("", "given")}) for table in ANSWERS[:3]),
        staged("cases_disposal", {("", "decided")}),
        staged("cases_appeal", {("", "filed"), ("filed", "decided")}),
    ]
