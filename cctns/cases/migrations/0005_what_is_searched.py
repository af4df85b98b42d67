"""Indexes for what is searched, without those that another one covers."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Only a table's owner may count it. Thousands of rows brought in within a minute outrun the server's
# own counting, and a search planned on old figures reads whole tables.
TAKE_STOCK = """
CREATE FUNCTION cases_take_stock() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    ANALYZE cases_fir, cases_party, cases_firsection, cases_case;
END $$;
REVOKE ALL ON FUNCTION cases_take_stock() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_take_stock() TO cctns_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_dispatch_delay"),
        ("offices", "0003_ranks_and_charge"),
        ("registers", "0002_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="fir",
            name="fir_serial_once",
        ),
        migrations.RemoveIndex(
            model_name="fir",
            name="fir_by_state",
        ),
        migrations.RemoveIndex(
            model_name="fir",
            name="fir_by_number",
        ),
        migrations.RemoveIndex(
            model_name="firsection",
            name="section_by_number",
        ),
        migrations.RemoveIndex(
            model_name="party",
            name="party_by_name",
        ),
        migrations.AlterField(
            model_name="case",
            name="investigating_officer",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="fir",
            name="gd_entry",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="firs",
                to="registers.generaldiaryentry",
            ),
        ),
        migrations.AlterField(
            model_name="fir",
            name="office",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="offices.office",
            ),
        ),
        migrations.AddIndex(
            model_name="fir",
            index=models.Index(fields=["-registered_at", "-id"], name="fir_newest"),
        ),
        migrations.AddIndex(
            model_name="fir",
            index=models.Index(
                condition=models.Q(("gd_entry__isnull", False)),
                fields=["gd_entry"],
                name="fir_by_diary_entry",
            ),
        ),
        migrations.AddIndex(
            model_name="firsection",
            index=models.Index(fields=["number", "act"], name="section_by_number"),
        ),
        migrations.AddIndex(
            model_name="party",
            index=models.Index(
                fields=["name_key"], name="party_by_name", opclasses=("varchar_pattern_ops",)
            ),
        ),
        migrations.AddConstraint(
            model_name="fir",
            constraint=models.UniqueConstraint(
                fields=("serial", "year", "office", "series", "state"), name="fir_serial_once"
            ),
        ),
        migrations.RunSQL(TAKE_STOCK, "DROP FUNCTION cases_take_stock()"),
    ]
