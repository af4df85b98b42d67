"""How many persons there are, as the planner reckons it; of districts nobody asks any more."""

from importlib import import_module

from django.db import migrations

EXTENT = """
DROP FUNCTION search_extent();
CREATE FUNCTION search_persons() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT greatest(reltuples, 0)::bigint FROM pg_class
    WHERE oid = 'public.search_person'::regclass
$$;
"""
BEFORE = import_module("cctns.search.migrations.0005_extent").EXTENT


class Migration(migrations.Migration):
    dependencies = [("search", "0005_extent")]

    operations = [migrations.RunSQL(EXTENT, "DROP FUNCTION search_persons();" + BEFORE)]
