"""How far files of old FIRs have come; what was refused stays in reach."""

import django.db.models.deletion
from django.db import migrations, models

import cctns.lib.ids
from cctns.offices import rls


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_guards"),
        ("offices", "0003_ranks_and_charge"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
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
                ("file_name", models.CharField(max_length=200)),
                ("file_sha256", models.CharField(max_length=64)),
                ("mapping_sha256", models.CharField(blank=True, max_length=64)),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("next_row", models.PositiveIntegerField(default=1)),
                ("imported", models.PositiveIntegerField(default=0)),
                ("already_there", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
                ("counts", models.JSONField(default=dict)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.posting",
                    ),
                ),
            ],
            options={
                "db_table": "cases_import_run",
            },
        ),
        migrations.CreateModel(
            name="ImportRefusal",
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
                ("row", models.PositiveIntegerField()),
                ("code", models.CharField(max_length=40)),
                ("sentence", models.CharField(max_length=500)),
                ("columns", models.JSONField(default=dict)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refusals",
                        to="cases.importrun",
                    ),
                ),
            ],
            options={
                "db_table": "cases_import_refusal",
                "ordering": ("row",),
            },
        ),
        migrations.AddIndex(
            model_name="importrun",
            index=models.Index(fields=["office", "file_sha256"], name="import_by_file"),
        ),
        migrations.AddConstraint(
            model_name="importrefusal",
            constraint=models.UniqueConstraint(fields=("run", "row"), name="refused_once"),
        ),
        migrations.RunSQL(rls.enable("cases_import_run"), rls.disable("cases_import_run")),
        migrations.RunSQL(rls.enable("cases_import_refusal"), rls.disable("cases_import_refusal")),
    ]
