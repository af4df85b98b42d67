"""Judgements, journalled and guarded; clusters and candidates, derived, behind the second wall."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.identity import guards
from cctns.journal.guards import journalled, second_wall
from cctns.registers.addressed import readable_by_receiver


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("journal", "0004_who_points_at_a_record"),
        ("offices", "0004_holiday"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Cluster",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "state",
                        "mention_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("state", models.PositiveSmallIntegerField()),
                ("mention_id", models.UUIDField(db_index=True)),
                ("cluster_id", models.UUIDField(db_index=True)),
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
        ),
        migrations.CreateModel(
            name="Candidate",
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
                ("first_id", models.UUIDField()),
                ("second_id", models.UUIDField(db_index=True)),
                ("score", models.FloatField()),
                ("worth", models.FloatField()),
                ("reasons", models.JSONField()),
                ("made_at", models.DateTimeField()),
                (
                    "first_office",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "second_office",
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
                "indexes": [models.Index(fields=["-worth", "-id"], name="candidate_by_worth")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "first_id", "second_id"), name="candidate_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
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
                ("first_id", models.UUIDField()),
                ("second_id", models.UUIDField()),
                ("first_told", models.CharField(max_length=300)),
                ("second_told", models.CharField(max_length=300)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("confirmed", "Confirmed"),
                            ("rejected", "Proposal rejected"),
                            ("decided", "Decided"),
                            ("undone", "Undone"),
                        ],
                        max_length=10,
                        verbose_name="step",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("same", "The same person"),
                            ("different", "Different persons"),
                            ("unsure", "Cannot be said yet"),
                        ],
                        max_length=10,
                        verbose_name="verdict",
                    ),
                ),
                ("answers", models.UUIDField(null=True)),
                (
                    "grounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("biometric", "Fingerprints, face or DNA"),
                                ("identity", "Identity number or paper"),
                                ("admitted", "The person's own statement"),
                                ("known", "Known to an officer, kin or a witness"),
                                ("contact", "Telephone or vehicle"),
                                ("name", "Name, other names, relative's name"),
                                ("place", "Age, address or place"),
                                ("elsewhere", "In custody or elsewhere at that time"),
                                ("other", "Something else, as written below"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="grounds",
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("decided_at", models.DateTimeField(verbose_name="time")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "first_office",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="offices.office",
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
                    ),
                ),
                (
                    "second_office",
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
                "ordering": ("id",),
                "indexes": [
                    models.Index(fields=["first_id", "second_id"], name="judgement_of_pair"),
                    models.Index(fields=["second_id"], name="judgement_of_second"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first_id__lt", models.F("second_id"))),
                        name="judgement_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="judgement_reasoned"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answers", None), ("step__in", ("proposed", "decided"))),
                            models.Q(
                                ("answers__isnull", False),
                                ("step__in", ("confirmed", "rejected", "undone")),
                            ),
                            _connector="OR",
                        ),
                        name="judgement_answers",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("step", "undone"),
                            models.Q(("step__in", ("proposed", "confirmed")), ("verdict", "same")),
                            models.Q(
                                ("step__in", ("rejected", "decided")),
                                ("verdict__in", ("different", "unsure")),
                            ),
                            _connector="OR",
                        ),
                        name="judgement_verdict_of_step",
                    ),
                    models.UniqueConstraint(
                        fields=("state", "answers"), name="judgement_answered_once"
                    ),
                ],
            },
        ),
        *journalled("identity_judgement"),
        readable_by_receiver("identity_judgement", "first_office_id", "second_office_id"),
        guards.in_order(),
        second_wall("identity_cluster"),
        guards.seen_from_both("identity_candidate"),
    ]
