"""The worklist's one question about alerts."""

from django.db import migrations

from cctns.alerts import guards


class Migration(migrations.Migration):
    dependencies = [("alerts", "0001_initial")]

    operations = [guards.waiting()]
