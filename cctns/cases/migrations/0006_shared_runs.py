"""A large file is shared by two runs."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_what_is_searched"),
    ]

    operations = [
        migrations.AddField(
            model_name="importrun",
            name="apart",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="importrun",
            name="beside",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="second",
                to="cases.importrun",
            ),
        ),
    ]
