"""A candidate says where each mention stands, for whoever cannot see one; who sees a mention."""

from django.db import migrations, models

from cctns.identity import guards


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial"), ("search", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="candidate",
            name="first_told",
            field=models.CharField(default="", max_length=300),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="candidate",
            name="second_told",
            field=models.CharField(default="", max_length=300),
            preserve_default=False,
        ),
        guards.mentions_seen(),
    ]
