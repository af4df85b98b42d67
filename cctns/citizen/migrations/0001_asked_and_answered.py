"""What the public may ask, and how often it did."""

import django.db.models.deletion
from django.db import migrations, models

from cctns.citizen.answering import ANSWERS, NO_ANSWERS


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("offices", "0004_holiday"),
        ("registers", "0013_kept_form"),
        ("cases", "0021_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="Asked",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "state",
                        "office_id",
                        "on",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("on", models.DateField()),
                ("count", models.PositiveIntegerField()),
                ("answered", models.PositiveIntegerField()),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(ANSWERS, NO_ANSWERS),
    ]
