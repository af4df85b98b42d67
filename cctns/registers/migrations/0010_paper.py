"""Paper registers in use, and the numbers under which entries stood on paper."""

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_holiday"),
        ("registers", "0009_process"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperRegister",
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
                        choices=[("in_use", "In use")], max_length=14, verbose_name="stage"
                    ),
                ),
                (
                    "register",
                    models.CharField(
                        choices=[
                            ("ncr", "Non-cognizable reports"),
                            ("mlc", "Medico-legal cases"),
                            ("death", "Unnatural deaths"),
                        ],
                        max_length=10,
                        verbose_name="register",
                    ),
                ),
                (
                    "paper_year",
                    models.PositiveSmallIntegerField(verbose_name="year of the paper register"),
                ),
                ("first", models.PositiveIntegerField(verbose_name="first number")),
                ("last", models.PositiveIntegerField(verbose_name="last number so far")),
                ("remarks", models.CharField(blank=True, max_length=300, verbose_name="remarks")),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="death",
            name="paper_number",
            field=models.PositiveIntegerField(
                blank=True, null=True, verbose_name="number in the paper register"
            ),
        ),
        migrations.AddField(
            model_name="death",
            name="paper_year",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="year of the paper register"
            ),
        ),
        migrations.AddField(
            model_name="mlc",
            name="paper_number",
            field=models.PositiveIntegerField(
                blank=True, null=True, verbose_name="number in the paper register"
            ),
        ),
        migrations.AddField(
            model_name="mlc",
            name="paper_year",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="year of the paper register"
            ),
        ),
        migrations.AddField(
            model_name="ncr",
            name="paper_number",
            field=models.PositiveIntegerField(
                blank=True, null=True, verbose_name="number in the paper register"
            ),
        ),
        migrations.AddField(
            model_name="ncr",
            name="paper_year",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="year of the paper register"
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("paper_number", None), ("paper_year", None)),
                    models.Q(
                        ("paper_number__gte", 1),
                        ("paper_number__isnull", False),
                        ("paper_year__gte", 1900),
                        ("paper_year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="death_paper_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="death",
            constraint=models.UniqueConstraint(
                condition=models.Q(("paper_number__isnull", False)),
                fields=("office", "paper_year", "paper_number", "state"),
                name="death_paper_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="mlc",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("paper_number", None), ("paper_year", None)),
                    models.Q(
                        ("paper_number__gte", 1),
                        ("paper_number__isnull", False),
                        ("paper_year__gte", 1900),
                        ("paper_year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="mlc_paper_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="mlc",
            constraint=models.UniqueConstraint(
                condition=models.Q(("paper_number__isnull", False)),
                fields=("office", "paper_year", "paper_number", "state"),
                name="mlc_paper_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="ncr",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("paper_number", None), ("paper_year", None)),
                    models.Q(
                        ("paper_number__gte", 1),
                        ("paper_number__isnull", False),
                        ("paper_year__gte", 1900),
                        ("paper_year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ncr_paper_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="ncr",
            constraint=models.UniqueConstraint(
                condition=models.Q(("paper_number__isnull", False)),
                fields=("office", "paper_year", "paper_number", "state"),
                name="ncr_paper_once",
            ),
        ),
        migrations.AddField(
            model_name="paperregister",
            name="gd_entry",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registers.generaldiaryentry",
                verbose_name="General Diary entry",
            ),
        ),
        migrations.AddField(
            model_name="paperregister",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
            ),
        ),
        migrations.AddField(
            model_name="paperregister",
            name="officer",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="officer",
            ),
        ),
        migrations.AddIndex(
            model_name="paperregister",
            index=models.Index(fields=["office", "-id"], name="paperregister_newest"),
        ),
        migrations.AddConstraint(
            model_name="paperregister",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="paperregister_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="paperregister",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="paperregister_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="paperregister",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="paperregister_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperregister",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first__gte", 1),
                    ("last__gte", models.F("first")),
                    (
                        "last__lt",
                        django.db.models.expressions.CombinedExpression(
                            models.F("first"), "+", models.Value(20000)
                        ),
                    ),
                    ("paper_year__gte", 1900),
                ),
                name="paperregister_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperregister",
            constraint=models.UniqueConstraint(
                fields=("office", "register", "paper_year", "first", "state"),
                name="paperregister_once",
            ),
        ),
        *journalled("registers_paperregister"),
        staged("registers_paperregister", [("", "in_use")]),
    ]
