"""Clocks of the law: the derived table behind the second wall, and the arithmetic of a period."""

import django.db.models.deletion
from django.db import migrations, models

from cctns.journal.guards import second_wall

# The same as cctns.lib.due, which says why; a property test holds the two together. Days are those
# of India, whatever the server's own time zone.
DUE = """
CREATE FUNCTION cases_open_day(day date, holidays date[]) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT one::date FROM generate_series(day::timestamp, day::timestamp + interval '400 days',
        interval '1 day') AS one
    WHERE extract(isodow FROM one) <> 7 AND to_char(one, 'MM-DD') NOT IN ('01-26', '08-15', '10-02')
        AND one::date <> ALL(holidays)
    ORDER BY one LIMIT 1
$$;
CREATE FUNCTION cases_due(starts_at timestamptz, amount int, unit text, includes_first boolean,
    to_the_clock boolean, next_open_day boolean, holidays date[]) RETURNS timestamptz
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    begun timestamp := starts_at AT TIME ZONE 'Asia/Kolkata';
    final date;
BEGIN
    IF unit = 'hours' THEN
        RETURN starts_at + make_interval(hours => amount);
    END IF;
    final := (begun::date + CASE unit WHEN 'months' THEN make_interval(months => amount)
        ELSE make_interval(days => amount) END)::date - includes_first::int;
    IF next_open_day THEN
        final := cases_open_day(final, holidays);
    END IF;
    IF to_the_clock THEN
        RETURN (final + begun::time) AT TIME ZONE 'Asia/Kolkata';
    END IF;
    RETURN (final + 1)::timestamp AT TIME ZONE 'Asia/Kolkata' - interval '1 microsecond';
END $$;
"""
UNDO = """
DROP FUNCTION cases_due(timestamptz, int, text, boolean, boolean, boolean, date[]);
DROP FUNCTION cases_open_day(date, date[]);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_investigation"),
        ("offices", "0004_holiday"),
        ("journal", "0004_who_points_at_a_record"),
    ]

    operations = [
        migrations.CreateModel(
            name="Clock",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "state",
                        "rule",
                        "subject_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("rule", models.CharField(max_length=30)),
                ("subject_id", models.UUIDField()),
                ("version", models.DateField()),
                ("root_id", models.UUIDField()),
                ("fir_id", models.UUIDField(null=True)),
                ("starts_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("shows_at", models.DateTimeField()),
                ("sdpo_at", models.DateTimeField(null=True)),
                ("sp_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by", models.CharField(max_length=60)),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["root_id"], name="clock_by_root"),
                    models.Index(
                        condition=models.Q(("closed_at", None)),
                        fields=["office", "due_at", "subject_id", "rule"],
                        name="clock_open",
                    ),
                ],
            },
        ),
        second_wall("cases_clock"),
        migrations.RunSQL(DUE, UNDO),
    ]
