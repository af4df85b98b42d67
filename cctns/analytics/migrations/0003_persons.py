"""How many persons an FIR names, of whom the counters of quality speak."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("analytics", "0002_issuedreturn"),
    ]

    operations = [
        migrations.AddField(
            model_name="casefigure",
            name="persons",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
