"""The petitioner's own word after the outcome of a complaint, and the reply."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.addressed import readable_by_receiver
from cctns.registers.staged import staged

# No reply before the outcome; none of a compromise that the petitioner has not confirmed above.
ANSWERED = """
CREATE FUNCTION registers_reply_answered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held record;
    said text;
BEGIN
    SELECT outcome, outcome_at, office_id INTO held FROM registers_complaint
        WHERE id = NEW.complaint_id;
    SELECT decision INTO said FROM registers_complaintreview
        WHERE complaint_id = NEW.complaint_id AND recorded_at >= held.outcome_at
        ORDER BY id DESC LIMIT 1;
    IF held.outcome = '' OR held.office_id <> NEW.office_id
            OR held.outcome = 'settled' AND said IS DISTINCT FROM 'confirmed' THEN
        RAISE EXCEPTION 'reply %: this complaint cannot be answered yet', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answered BEFORE INSERT ON registers_reply
    FOR EACH ROW EXECUTE FUNCTION registers_reply_answered();

CREATE FUNCTION registers_review_from_above() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM registers_complaint
        WHERE id = NEW.complaint_id AND office_id <> NEW.office_id AND outcome <> '';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'review %: a station does not confirm its own outcome', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER from_above BEFORE INSERT ON registers_complaintreview
    FOR EACH ROW EXECUTE FUNCTION registers_review_from_above();
"""
DROP_ANSWERED = """
DROP FUNCTION registers_reply_answered() CASCADE;
DROP FUNCTION registers_review_from_above() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_holiday"),
        ("registers", "0010_paper"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ComplaintReview",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cctns.lib.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("serial", models.PositiveIntegerField(verbose_name="number")),
                ("recorded_at", models.DateTimeField(verbose_name="entered")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "stage",
                    models.CharField(
                        choices=[("given", "Given")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="petitioner asked on")),
                (
                    "contact",
                    models.CharField(
                        choices=[
                            ("met", "Came to the office"),
                            ("visited", "Visited at home"),
                            ("telephone", "By telephone, on the number in the complaint"),
                            ("letter", "By a signed letter"),
                        ],
                        max_length=10,
                        verbose_name="how the petitioner was asked",
                    ),
                ),
                ("said", models.TextField(verbose_name="what the petitioner said")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("confirmed", "The petitioner agrees"),
                            ("reopened", "To be taken up again"),
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="registers.complaint",
                        verbose_name="complaint",
                    ),
                ),
                (
                    "gd_entry",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registers.generaldiaryentry",
                        verbose_name="General Diary entry",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officer",
                    ),
                ),
                (
                    "to_office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                        verbose_name="sent to",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
                "indexes": [models.Index(fields=["office", "-id"], name="complaintreview_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"),
                        name="complaintreview_serial_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)),
                        name="complaintreview_serial_from_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="complaintreview_event_before_entry",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cctns.lib.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("serial", models.PositiveIntegerField(verbose_name="number")),
                ("recorded_at", models.DateTimeField(verbose_name="entered")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "stage",
                    models.CharField(
                        choices=[("sent", "Sent")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="sent on")),
                ("text", models.TextField(verbose_name="reply")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("hand", "Handed over, signature taken"),
                            ("post", "By registered post"),
                            ("email", "By e-mail"),
                        ],
                        max_length=8,
                        verbose_name="how sent",
                    ),
                ),
                (
                    "proof",
                    models.CharField(
                        max_length=300, verbose_name="signature, postal number or address"
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="registers.complaint",
                        verbose_name="complaint",
                    ),
                ),
                (
                    "gd_entry",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registers.generaldiaryentry",
                        verbose_name="General Diary entry",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="officer",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "replies",
                "ordering": ("-id",),
                "abstract": False,
                "indexes": [models.Index(fields=["office", "-id"], name="reply_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="reply_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="reply_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="reply_event_before_entry",
                    ),
                ],
            },
        ),
        *journalled("registers_complaintreview"),
        *journalled("registers_reply"),
        readable_by_receiver("registers_complaintreview"),
        staged("registers_complaintreview", {("", "given")}),
        staged("registers_reply", {("", "sent")}),
        migrations.RunSQL(ANSWERED, DROP_ANSWERED),
    ]
