"""Who sees what of the search: views for pages, guards for look-ups, walls for what officers keep."""

from django.db import migrations

from cctns.journal.guards import journalled
from cctns.offices import rls
from cctns.search import sight

TABLES = ("search_person", "search_thing", "search_text")
# The owner of a record reads who was shown it, in whatever office's journal that stands.
OWNERS = (
    f"CREATE POLICY owner ON search_shown FOR SELECT TO cctns_app USING (owner_id = {rls.REACH})"
)
# A line of a list is seen with its list.
LINES = """
ALTER TABLE search_screened ENABLE ROW LEVEL SECURITY;
CREATE POLICY jurisdiction ON search_screened TO cctns_app
    USING (EXISTS (SELECT 1 FROM search_screening list WHERE list.id = screening_id OFFSET 0))
    WITH CHECK (EXISTS (SELECT 1 FROM search_screening list WHERE list.id = screening_id OFFSET 0));
CREATE POLICY worker ON search_screened TO cctns_worker USING (true) WITH CHECK (true);
"""
NO_LINES = """
DROP POLICY worker ON search_screened; DROP POLICY jurisdiction ON search_screened;
ALTER TABLE search_screened DISABLE ROW LEVEL SECURITY;
"""


def walled(table):
    worker = f"CREATE POLICY worker ON {table} TO cctns_worker USING (true) WITH CHECK (true);"
    return migrations.RunSQL(
        rls.enable(table) + worker, f"DROP POLICY worker ON {table};" + rls.disable(table)
    )


class Migration(migrations.Migration):
    dependencies = [("search", "0002_looking"), ("journal", "0002_guards")]

    operations = [
        migrations.RunSQL(sight.OWN_CASES, sight.DROP_OWN_CASES),
        *(migrations.RunSQL(sight.view(one), sight.drop_view(one)) for one in TABLES),
        migrations.RunSQL(sight.DEED_VIEW, sight.drop_view("search_deed")),
        *journalled("search_lookup", children=("search_shown",)),
        migrations.RunSQL(OWNERS, "DROP POLICY owner ON search_shown"),
        *journalled("search_lookupreview"),
        walled("search_savedsearch"),
        walled("search_screening"),
        migrations.RunSQL(LINES, NO_LINES),
    ]
