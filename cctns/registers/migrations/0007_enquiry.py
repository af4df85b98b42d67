"""Preliminary enquiries, calls and property: guarded; a permission is read where it is sent."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.journal.guards import journalled
from cctns.registers.addressed import readable_by_receiver
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_holiday"),
        ("registers", "0006_death"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Enquiry",
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
                    "stage",
                    models.CharField(
                        choices=[
                            ("asked", "Permission asked"),
                            ("concluded", "Concluded"),
                            ("dropped", "Not taken up"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="information received on")),
                (
                    "offence",
                    models.CharField(
                        help_text="As BNS 316(2), BNS 318(4)",
                        max_length=200,
                        verbose_name="sections",
                    ),
                ),
                ("information", models.TextField(verbose_name="information")),
                (
                    "complaint_number",
                    models.CharField(blank=True, max_length=40, verbose_name="complaint"),
                ),
                ("why", models.TextField(verbose_name="why an enquiry is needed first")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fir", "A prima facie case: FIR registered"),
                            ("no_case", "No prima facie case"),
                        ],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                ("findings", models.TextField(blank=True, verbose_name="what the enquiry found")),
                (
                    "concluded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="concluded on"),
                ),
                (
                    "late_reason",
                    models.TextField(blank=True, verbose_name="why later than 14 days"),
                ),
                (
                    "informed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="informant told on"),
                ),
                ("fir_number", models.CharField(blank=True, max_length=40, verbose_name="FIR")),
                ("end_reason", models.TextField(blank=True, verbose_name="reason")),
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
            },
        ),
        migrations.CreateModel(
            name="EnquiryPermission",
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
                ("happened_at", models.DateTimeField(verbose_name="when it happened")),
                ("recorded_at", models.DateTimeField(verbose_name="entered")),
                ("officer_name", models.CharField(max_length=200, verbose_name="officer")),
                (
                    "stage",
                    models.CharField(
                        choices=[("given", "Decided")], max_length=14, verbose_name="stage"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("permitted", "Permitted"),
                            ("refused", "Refused: register the FIR or close the matter"),
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="permissions",
                        to="registers.enquiry",
                        verbose_name="preliminary enquiry",
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
            },
        ),
        migrations.CreateModel(
            name="Property",
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
                    "stage",
                    models.CharField(
                        choices=[
                            ("recorded", "Recorded"),
                            ("claimed", "Claimed"),
                            ("notified", "Proclamation issued"),
                            ("ordered", "Ordered by the Magistrate"),
                            ("disposed", "Disposed of"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="found or lost on")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("found", "Found by somebody"),
                            ("abandoned", "Abandoned"),
                            ("unclaimed", "Unclaimed"),
                            ("lost", "Reported lost"),
                            ("intestate", "Of somebody who died without heirs"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "place",
                    models.CharField(max_length=500, verbose_name="place where found or lost"),
                ),
                ("circumstances", models.TextField(verbose_name="circumstances")),
                ("kept_at", models.CharField(blank=True, max_length=200, verbose_name="kept at")),
                (
                    "claimant",
                    models.CharField(blank=True, max_length=500, verbose_name="claimant, address"),
                ),
                (
                    "claimed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="claimed on"),
                ),
                ("proof", models.TextField(blank=True, verbose_name="proof of ownership")),
                (
                    "court_name",
                    models.CharField(blank=True, max_length=200, verbose_name="Magistrate"),
                ),
                (
                    "notified_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="proclamation issued on"
                    ),
                ),
                (
                    "order_number",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="number and date of the order"
                    ),
                ),
                ("order_text", models.TextField(blank=True, verbose_name="what was ordered")),
                (
                    "end",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("returned", "Returned to the owner"),
                            ("auctioned", "Auctioned, proceeds credited"),
                            ("destroyed", "Destroyed"),
                            ("state", "Vested in the State"),
                        ],
                        max_length=10,
                        verbose_name="disposal",
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="disposed of on"),
                ),
                (
                    "received_by",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        verbose_name="received by, receipt or credit number",
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
            },
        ),
        migrations.CreateModel(
            name="PropertyItem",
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
                ("ordinal", models.PositiveSmallIntegerField()),
                ("state", models.PositiveSmallIntegerField()),
                (
                    "description",
                    models.CharField(max_length=500, verbose_name="description, marks, numbers"),
                ),
                ("quantity", models.CharField(blank=True, max_length=60, verbose_name="quantity")),
                (
                    "value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="value in rupees",
                    ),
                ),
                (
                    "property",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="registers.property",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Call",
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
                        choices=[("received", "Received"), ("acted", "Acted upon")],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="call received on")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("erss", "Emergency number 112"),
                            ("control_room", "Control room"),
                            ("helpline", "Helpline for women, children or the old"),
                            ("station", "Telephone of the station"),
                        ],
                        max_length=12,
                        verbose_name="how received",
                    ),
                ),
                (
                    "event_id",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="event number of the control room"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="caller")),
                (
                    "mobile",
                    models.CharField(blank=True, max_length=20, verbose_name="caller's telephone"),
                ),
                ("place", models.CharField(max_length=500, verbose_name="place of the event")),
                ("told", models.TextField(verbose_name="what the caller says")),
                (
                    "unit",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="unit or officers sent"
                    ),
                ),
                (
                    "dispatched_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="sent out on"),
                ),
                (
                    "arrived_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="arrived on"),
                ),
                ("action", models.TextField(blank=True, verbose_name="what was done")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fir", "FIR registered"),
                            ("ncr", "Non-cognizable report"),
                            ("diary", "General Diary only"),
                            ("false", "No such event found"),
                        ],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number of the FIR or report"
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
                "indexes": [models.Index(fields=["office", "-id"], name="call_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "office", "year", "serial"), name="call_serial_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("serial__gte", 1)), name="call_serial_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                        name="call_event_before_entry",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage", "received"),
                            models.Q(
                                models.Q(("action", ""), _negated=True),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="call_outcome_told",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dispatched_at", None),
                            ("dispatched_at__gte", models.F("happened_at")),
                            _connector="OR",
                        ),
                        name="call_sent_after_received",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("arrived_at", None),
                            ("arrived_at__gte", models.F("dispatched_at")),
                            _connector="OR",
                        ),
                        name="call_arrived_after_sent",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="enquiry",
            index=models.Index(fields=["office", "-id"], name="enquiry_newest"),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="enquiry_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="enquiry_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="enquiry_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "concluded"), _negated=True),
                    models.Q(
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("findings", ""), _negated=True),
                        ("concluded_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="enquiry_outcome_reasoned",
            ),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "fir"), _negated=True),
                    models.Q(("fir_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="enquiry_leads_to_fir",
            ),
        ),
        migrations.AddIndex(
            model_name="enquirypermission",
            index=models.Index(fields=["office", "-id"], name="enquirypermission_newest"),
        ),
        migrations.AddConstraint(
            model_name="enquirypermission",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="enquirypermission_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="enquirypermission",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="enquirypermission_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="enquirypermission",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="enquirypermission_event_before_entry",
            ),
        ),
        migrations.AddIndex(
            model_name="property",
            index=models.Index(fields=["office", "-id"], name="property_newest"),
        ),
        migrations.AddConstraint(
            model_name="property",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="property_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="property",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="property_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="property",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="property_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="property",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "disposed"), _negated=True),
                    models.Q(("end", "returned"), models.Q(("claimant", ""), _negated=True)),
                    models.Q(("order_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="property_disposed_by_order",
            ),
        ),
        *journalled("registers_enquiry"),
        staged("registers_enquiry", {("", "asked"), ("asked", "concluded"), ("asked", "dropped")}),
        *journalled("registers_enquirypermission"),
        staged("registers_enquirypermission", {("", "given")}),
        *journalled("registers_call"),
        staged("registers_call", {("", "received"), ("received", "acted")}),
        *journalled("registers_property", children=("registers_propertyitem",)),
        staged(
            "registers_property",
            {
                ("", "recorded"),
                ("claimed", "disposed"),
                ("claimed", "ordered"),
                ("notified", "claimed"),
                ("notified", "ordered"),
                ("ordered", "disposed"),
                ("recorded", "claimed"),
                ("recorded", "disposed"),
                ("recorded", "notified"),
                ("recorded", "ordered"),
            },
        ),
        readable_by_receiver("registers_enquirypermission"),
    ]
