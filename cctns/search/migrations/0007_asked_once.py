"""The views look up who asks once for a question, not for each of its rows."""

from django.db import migrations

from cctns.search import sight

TABLES = ("search_person", "search_thing", "search_text")


class Migration(migrations.Migration):
    dependencies = [("search", "0006_persons_alone")]

    operations = [
        migrations.RunSQL(sight.renewed_view(one), migrations.RunSQL.noop) for one in TABLES
    ]
