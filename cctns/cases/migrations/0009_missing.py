"""Missing persons: guarded; a child's FIR is one of the same station."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.staged import staged

OWN_FIR = """
CREATE FUNCTION cases_missing_own_fir() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases_fir WHERE id = NEW.fir_id AND office_id = NEW.office_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'missing person %: the FIR is one of another station', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER own_fir BEFORE INSERT OR UPDATE OF fir_id ON cases_missing
    FOR EACH ROW WHEN (NEW.fir_id IS NOT NULL) EXECUTE FUNCTION cases_missing_own_fir();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0008_clock"),
        ("offices", "0003_ranks_and_charge"),
        ("registers", "0005_found"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Missing",
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
                ("house", models.CharField(blank=True, max_length=200, verbose_name="house")),
                (
                    "street",
                    models.CharField(blank=True, max_length=200, verbose_name="street or ward"),
                ),
                ("landmark", models.CharField(blank=True, max_length=200, verbose_name="landmark")),
                (
                    "village",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="village, town or city"
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="area, mandal or tehsil"
                    ),
                ),
                (
                    "district_name",
                    models.CharField(blank=True, max_length=100, verbose_name="district"),
                ),
                ("state_name", models.CharField(blank=True, max_length=100, verbose_name="State")),
                ("pin", models.CharField(blank=True, max_length=6, verbose_name="PIN code")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("alias", models.CharField(blank=True, max_length=200, verbose_name="alias")),
                (
                    "relation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("father", "Father"),
                            ("mother", "Mother"),
                            ("husband", "Husband"),
                            ("wife", "Wife"),
                            ("guardian", "Guardian"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="relation",
                    ),
                ),
                (
                    "relative_name",
                    models.CharField(blank=True, max_length=200, verbose_name="relative's name"),
                ),
                (
                    "sex",
                    models.CharField(
                        choices=[
                            ("male", "Male"),
                            ("female", "Female"),
                            ("transgender", "Transgender"),
                            ("unknown", "Not known"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="sex",
                    ),
                ),
                ("born_on", models.DateField(blank=True, null=True, verbose_name="date of birth")),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="year of birth"
                    ),
                ),
                (
                    "age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="age in years"
                    ),
                ),
                (
                    "nationality",
                    models.CharField(blank=True, max_length=60, verbose_name="nationality"),
                ),
                (
                    "occupation",
                    models.CharField(blank=True, max_length=100, verbose_name="occupation"),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telephone")),
                (
                    "mobile",
                    models.CharField(blank=True, max_length=20, verbose_name="mobile telephone"),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "permanent_address",
                    models.CharField(blank=True, max_length=500, verbose_name="permanent address"),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("serial", models.PositiveIntegerField(verbose_name="number")),
                ("recorded_at", models.DateTimeField(verbose_name="entered")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "features",
                    models.JSONField(blank=True, default=dict, verbose_name="physical features"),
                ),
                (
                    "dress",
                    models.TextField(blank=True, verbose_name="dress and articles on the body"),
                ),
                (
                    "photo",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="photograph: number or file"
                    ),
                ),
                (
                    "no_photo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none_exists", "No photograph exists"),
                            ("to_come", "The family will bring it"),
                            ("refused", "The family does not give it"),
                            ("decayed", "The body is decayed or burnt"),
                            ("no_camera", "No camera at the place"),
                        ],
                        max_length=12,
                        verbose_name="why there is no photograph",
                    ),
                ),
                (
                    "gps",
                    models.CharField(
                        blank=True,
                        help_text="As 28.613900, 77.209000",
                        max_length=40,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{1,2}(\\.\\d{1,8})?, ?\\d{1,3}(\\.\\d{1,8})?$",
                                "Write it as 28.613900, 77.209000",
                            )
                        ],
                        verbose_name="latitude and longitude",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("reported", "Missing"),
                            ("traced", "Traced"),
                            ("handed", "Handed over"),
                            ("closed", "Closed"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="last seen on")),
                ("place", models.CharField(max_length=500, verbose_name="place where last seen")),
                (
                    "no_relative",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="why no relative is named"
                    ),
                ),
                (
                    "appears_child",
                    models.BooleanField(
                        default=False, verbose_name="a child, or appears to be one"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("unknown", "Not known"),
                            ("left_home", "Left home after a quarrel"),
                            ("eloped", "Went with somebody"),
                            ("lost", "Lost the way, or in a crowd"),
                            ("mind", "Illness of mind or memory"),
                            ("work", "Went for work"),
                            ("kidnapped", "Kidnapping or trafficking suspected"),
                            ("disaster", "Accident or disaster"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="possible reason",
                    ),
                ),
                ("told", models.TextField(blank=True, verbose_name="what is told")),
                ("informant_name", models.CharField(max_length=200, verbose_name="informant")),
                (
                    "informant_relation",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="relation to the missing person"
                    ),
                ),
                (
                    "informant_address",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="informant's address"
                    ),
                ),
                (
                    "informant_mobile",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="informant's telephone"
                    ),
                ),
                (
                    "unit_told_at",
                    models.DateTimeField(
                        blank=True,
                        null=True,
                        verbose_name="sent to the Anti-Human-Trafficking Unit on",
                    ),
                ),
                (
                    "unit_reference",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="reference of the unit"
                    ),
                ),
                (
                    "traced_condition",
                    models.CharField(
                        blank=True,
                        choices=[("alive", "Alive"), ("dead", "Dead")],
                        max_length=6,
                        verbose_name="found alive or dead",
                    ),
                ),
                (
                    "traced_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="traced on"),
                ),
                (
                    "traced_place",
                    models.CharField(blank=True, max_length=500, verbose_name="where traced"),
                ),
                (
                    "traced_how",
                    models.TextField(blank=True, verbose_name="how traced, what the person says"),
                ),
                (
                    "elsewhere",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="number and station of an entry elsewhere",
                    ),
                ),
                (
                    "handed_to",
                    models.CharField(blank=True, max_length=300, verbose_name="handed over to"),
                ),
                (
                    "handed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="handed over on"),
                ),
                (
                    "committee_order",
                    models.CharField(
                        blank=True,
                        max_length=200,
                        verbose_name="order of the Child Welfare Committee",
                    ),
                ),
                ("end_reason", models.TextField(blank=True, verbose_name="reason for closing")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registers.body",
                        verbose_name="unidentified body",
                    ),
                ),
                (
                    "fir",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.fir",
                        verbose_name="FIR",
                    ),
                ),
                (
                    "found",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registers.foundperson",
                        verbose_name="unidentified person found",
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
                "ordering": ("-id",),
                "abstract": False,
                "indexes": [models.Index(fields=["office", "-id"], name="missing_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="missing_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="missing_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="missing_event_before_entry",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("photo", ""), _negated=True),
                            models.Q(("no_photo", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="missing_photo_or_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fir__isnull", False),
                            models.Q(
                                ("appears_child", False),
                                models.Q(("age", None), ("age__gte", 18), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="missing_child_has_fir",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage", "reported"),
                            models.Q(("traced_condition", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="missing_traced_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("traced_condition", "dead"), _negated=True),
                            ("body__isnull", False),
                            models.Q(("elsewhere", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="missing_dead_has_body",
                    ),
                ],
            },
        ),
        *journalled("cases_missing"),
        staged(
            "cases_missing",
            {
                ("", "reported"),
                ("handed", "closed"),
                ("reported", "traced"),
                ("traced", "closed"),
                ("traced", "handed"),
            },
        ),
        migrations.RunSQL(OWN_FIR, "DROP FUNCTION cases_missing_own_fir() CASCADE"),
    ]
