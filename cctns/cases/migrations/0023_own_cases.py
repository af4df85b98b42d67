"""Whose cases an investigating officer finds, with the persons that the law closes to others."""

from django.db import migrations

from cctns.search import sight

# As its owner, since the search asks for it beneath no policy; the settings are the transaction's.
OWN_CASES = """
CREATE OR REPLACE FUNCTION search_own_cases() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public
    AS $$ SELECT array_agg(held.id) FROM cases_case held
        JOIN offices_posting posting ON posting.officer_id = held.investigating_officer_id
            AND posting.office_id = held.office_id
        WHERE posting.id = nullif(current_setting('cctns.posting', true), '')::uuid $$;
"""
NONE = sight.OWN_CASES.replace("CREATE", "CREATE OR REPLACE")


class Migration(migrations.Migration):
    dependencies = [("cases", "0022_authority"), ("search", "0003_sight")]

    operations = [migrations.RunSQL(OWN_CASES, NONE)]
