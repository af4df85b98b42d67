"""Answers of forms that were not yet entered."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from cctns.offices import rls


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_holiday"),
        ("registers", "0012_transfers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form", models.CharField(max_length=300)),
                ("answers", models.JSONField()),
                ("saved_at", models.DateTimeField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("officer", "office", "form"), name="kept_form_once"
                    )
                ],
            },
        ),
        migrations.RunSQL(rls.enable("registers_keptform"), rls.disable("registers_keptform")),
    ]
