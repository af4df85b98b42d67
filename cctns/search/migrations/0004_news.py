"""What the worker counts for each saved search."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0003_sight")]

    operations = [
        migrations.AddField("savedsearch", "news", models.PositiveIntegerField(default=0)),
        migrations.AddField("savedsearch", "asked_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "savedsearch", models.Index(fields=("asked_at",), name="saved_by_turn")
        ),
    ]
