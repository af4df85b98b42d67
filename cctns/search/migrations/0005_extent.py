"""How large the index is, as the planner reckons it: its figures are the owner's alone to read."""

from django.db import migrations

EXTENT = """
CREATE FUNCTION search_extent(OUT persons bigint, OUT districts integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT greatest(reltuples, 0)::bigint, greatest(1, coalesce((
        SELECT CASE WHEN n_distinct < 0 THEN -n_distinct * reltuples ELSE n_distinct END
        FROM pg_stats WHERE schemaname = 'public' AND tablename = 'search_person'
            AND attname = 'district'), 1))::integer
    FROM pg_class WHERE oid = 'public.search_person'::regclass
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0004_news")]

    operations = [migrations.RunSQL(EXTENT, "DROP FUNCTION search_extent()")]
