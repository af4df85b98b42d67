"""Finding the entries that point at a record."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_epochs")]

    operations = [
        migrations.AddIndex(
            model_name="journalentry",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("kind__in", ("fir.imported", "case.imported")), _negated=True),
                fastupdate=False,
                fields=["refs"],
                name="entry_by_ref",
            ),
        ),
    ]
