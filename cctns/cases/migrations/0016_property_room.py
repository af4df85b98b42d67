"""Searches, hearings, and the property room: movements of exhibits and counts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cctns.lib.ids
from cctns.cases import guards
from cctns.journal.guards import journalled
from cctns.registers.staged import staged


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0015_supervision"),
        ("offices", "0004_holiday"),
        ("registers", "0008_rolls"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Hearing",
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
                        choices=[("fixed", "Fixed"), ("held", "Held"), ("adjourned", "Adjourned")],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="day known since")),
                ("hearing_on", models.DateField(verbose_name="day of the hearing")),
                ("court_name", models.CharField(max_length=200, verbose_name="court")),
                (
                    "case_number",
                    models.CharField(max_length=60, verbose_name="case number of the court, CNR"),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("appearance", "Appearance"),
                            ("charge", "Charge"),
                            ("prosecution", "Evidence of the prosecution"),
                            ("accused", "Examination of the accused (BNSS 351)"),
                            ("defence", "Evidence of the defence"),
                            ("arguments", "Arguments"),
                            ("judgment", "Judgment"),
                            ("bail", "Bail"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        verbose_name="purpose",
                    ),
                ),
                (
                    "bring",
                    models.TextField(blank=True, verbose_name="exhibits and papers to bring"),
                ),
                ("outcome", models.TextField(blank=True, verbose_name="what happened")),
                (
                    "adjourned_why",
                    models.CharField(blank=True, max_length=500, verbose_name="why adjourned"),
                ),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next hearing")),
                (
                    "next_purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("appearance", "Appearance"),
                            ("charge", "Charge"),
                            ("prosecution", "Evidence of the prosecution"),
                            ("accused", "Examination of the accused (BNSS 351)"),
                            ("defence", "Evidence of the defence"),
                            ("arguments", "Arguments"),
                            ("judgment", "Judgment"),
                            ("bail", "Bail"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                        verbose_name="purpose of the next hearing",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                        verbose_name="case",
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
            name="HearingWitness",
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
                ("name", models.CharField(max_length=200, verbose_name="witness")),
                (
                    "summons",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="summons: number, served or not"
                    ),
                ),
                (
                    "attendance",
                    models.CharField(
                        choices=[
                            ("wanted", "Wanted"),
                            ("examined", "Examined"),
                            ("hostile", "Examined, turned hostile"),
                            ("sent_back", "Came, not examined"),
                            ("absent", "Did not come"),
                            ("given_up", "Given up by the prosecution"),
                        ],
                        default="wanted",
                        max_length=10,
                        verbose_name="attendance",
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="witnesses",
                        to="cases.hearing",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Movement",
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
                        choices=[("moved", "Moved")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="moved on")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("in", "Into the property room"),
                            ("lab", "Out to the laboratory"),
                            ("court", "Out to the court"),
                            ("expert", "Out to an expert or valuer"),
                            ("back", "Back into the property room"),
                            ("returned", "Returned to the owner"),
                            ("destroyed", "Destroyed"),
                            ("auctioned", "Auctioned, proceeds credited"),
                            ("retained", "Kept by the court"),
                        ],
                        max_length=10,
                        verbose_name="movement",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        max_length=300,
                        verbose_name="shelf, or court, laboratory, person that it goes to",
                    ),
                ),
                (
                    "giver",
                    models.CharField(
                        max_length=200, verbose_name="handed over by: rank, number, name"
                    ),
                ),
                (
                    "taker",
                    models.CharField(
                        max_length=200, verbose_name="taken over by: rank, number, name"
                    ),
                ),
                (
                    "seal",
                    models.CharField(
                        choices=[
                            ("intact", "Intact"),
                            ("resealed", "Opened by order and sealed again"),
                            ("broken", "Broken or changed"),
                        ],
                        max_length=10,
                        verbose_name="seal",
                    ),
                ),
                (
                    "seal_remark",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        verbose_name="what is wrong with the seal, and why",
                    ),
                ),
                (
                    "photo",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="photograph: number or file"
                    ),
                ),
                (
                    "no_photo_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why no photograph"),
                ),
                (
                    "order_number",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="order of the court: number, date"
                    ),
                ),
                (
                    "road_certificate",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="number of the road certificate"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                        verbose_name="case",
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="cases.seizeditem",
                        verbose_name="exhibit",
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
            name="Search",
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
                    "recording",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="audio-video recording, id"
                    ),
                ),
                (
                    "no_recording",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("device", "The device failed or was not there"),
                            ("danger", "Danger at the place"),
                            ("urgent", "The property would have been lost"),
                            ("privacy", "Privacy of a woman or child"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                        verbose_name="why there is no recording",
                    ),
                ),
                (
                    "no_recording_detail",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="details why there is no recording"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("searched", "Searched"),
                            ("reported", "Record sent to the Magistrate"),
                        ],
                        max_length=14,
                        verbose_name="stage",
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="searched on")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("no_warrant", "Of a place, without warrant (BNSS 185)"),
                            ("warrant", "Of a place, by search warrant (BNSS 96)"),
                            ("person", "Of an arrested person (BNSS 49)"),
                        ],
                        max_length=10,
                        verbose_name="kind of search",
                    ),
                ),
                (
                    "warrant_number",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="warrant: court, number, date"
                    ),
                ),
                ("grounds", models.TextField(verbose_name="grounds of belief")),
                ("grounds_at", models.DateTimeField(verbose_name="grounds written down at")),
                ("looked_for", models.TextField(verbose_name="what was searched for")),
                (
                    "place",
                    models.CharField(max_length=500, verbose_name="place or person searched"),
                ),
                (
                    "other_station",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="limits of another station"
                    ),
                ),
                (
                    "occupant",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="occupant, or who stood for them"
                    ),
                ),
                (
                    "woman_searched_by",
                    models.CharField(blank=True, max_length=200, verbose_name="woman searched by"),
                ),
                ("damage", models.CharField(max_length=500, verbose_name="damage done, or NIL")),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("nil", "Nothing was found"),
                            ("seized", "Property was found and seized"),
                        ],
                        max_length=8,
                        verbose_name="result",
                    ),
                ),
                (
                    "copy_to",
                    models.CharField(blank=True, max_length=200, verbose_name="copy given to"),
                ),
                (
                    "reported_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="record sent on"),
                ),
                (
                    "reported_to",
                    models.CharField(blank=True, max_length=200, verbose_name="Magistrate"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                        verbose_name="case",
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
                    "seizure",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.seizure",
                        verbose_name="seizure",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SearchWitness",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "relative_name",
                    models.CharField(blank=True, max_length=200, verbose_name="relative's name"),
                ),
                (
                    "age",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="age in years"
                    ),
                ),
                (
                    "occupation",
                    models.CharField(blank=True, max_length=100, verbose_name="occupation"),
                ),
                ("address", models.CharField(max_length=500, verbose_name="address")),
                (
                    "search",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="witnesses",
                        to="cases.search",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Stocktaking",
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
                        choices=[("counted", "Counted")], max_length=14, verbose_name="stage"
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="counted on")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("periodic", "Periodic count"),
                            ("charge", "Change of the officer in charge of the room"),
                            ("inspection", "Inspection"),
                        ],
                        max_length=10,
                        verbose_name="why counted",
                    ),
                ),
                ("due", models.PositiveIntegerField(verbose_name="exhibits by the register")),
                ("counted", models.PositiveIntegerField(verbose_name="exhibits counted")),
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
                    "giver",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="counted by, or handing over",
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
                    "taker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="counted with, or taking over",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StockLine",
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
                    "finding",
                    models.CharField(
                        choices=[
                            ("missing", "Not there"),
                            ("seal", "Seal broken or changed"),
                            ("damaged", "Damaged or decayed"),
                        ],
                        max_length=10,
                        verbose_name="finding",
                    ),
                ),
                ("remark", models.CharField(max_length=500, verbose_name="remark")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.seizeditem",
                        verbose_name="exhibit",
                    ),
                ),
                (
                    "stocktaking",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="cases.stocktaking",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(fields=["case", "id"], name="hearing_of_case"),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(
                condition=models.Q(("stage", "fixed")),
                fields=["office", "hearing_on"],
                name="hearing_coming",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="hearing_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="hearing_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="hearing_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage", "fixed"),
                    models.Q(("stage", "held"), models.Q(("outcome", ""), _negated=True)),
                    models.Q(
                        ("stage", "adjourned"), models.Q(("adjourned_why", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="hearing_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearingwitness",
            constraint=models.UniqueConstraint(
                fields=("hearing", "ordinal", "state"), name="hearing_witness_once"
            ),
        ),
        migrations.AddIndex(
            model_name="movement",
            index=models.Index(fields=["case", "id"], name="movement_of_case"),
        ),
        migrations.AddIndex(
            model_name="movement",
            index=models.Index(fields=["item", "-id"], name="movement_newest"),
        ),
        migrations.AddConstraint(
            model_name="movement",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="movement_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="movement",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="movement_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="movement",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="movement_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="movement",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("taker")), _negated=True),
                name="movement_two_persons",
            ),
        ),
        migrations.AddConstraint(
            model_name="movement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("seal", "intact"),
                    models.Q(("seal_remark", ""), _negated=True),
                    _connector="OR",
                ),
                name="movement_seal_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="movement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("photo", ""), _negated=True),
                    models.Q(("no_photo_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="movement_photo_or_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="movement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind__in", ("returned", "destroyed", "auctioned", "retained")),
                        _negated=True,
                    ),
                    models.Q(("order_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="movement_ends_by_order",
            ),
        ),
        migrations.AddIndex(
            model_name="search",
            index=models.Index(fields=["case", "id"], name="search_of_case"),
        ),
        migrations.AddConstraint(
            model_name="search",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="search_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="search",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="search_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="search",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="search_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="search",
            constraint=models.CheckConstraint(
                condition=models.Q(("grounds_at__lte", models.F("happened_at"))),
                name="search_grounds_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="search",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recording", ""), _negated=True),
                    models.Q(("no_recording", ""), _negated=True),
                    _connector="OR",
                ),
                name="search_recorded_or_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="search",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "warrant"), _negated=True),
                    models.Q(("warrant_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="search_names_warrant",
            ),
        ),
        migrations.AddConstraint(
            model_name="search",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("result", "nil"), _negated=True), ("seizure", None), _connector="OR"
                ),
                name="search_nil_seizes_nothing",
            ),
        ),
        migrations.AddConstraint(
            model_name="searchwitness",
            constraint=models.UniqueConstraint(
                fields=("search", "ordinal", "state"), name="search_witness_once"
            ),
        ),
        migrations.AddIndex(
            model_name="stocktaking",
            index=models.Index(fields=["office", "-id"], name="stocktaking_newest"),
        ),
        migrations.AddConstraint(
            model_name="stocktaking",
            constraint=models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="stocktaking_serial_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="stocktaking",
            constraint=models.CheckConstraint(
                condition=models.Q(("serial__gte", 1)), name="stocktaking_serial_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="stocktaking",
            constraint=models.CheckConstraint(
                condition=models.Q(("happened_at__lte", models.F("recorded_at"))),
                name="stocktaking_event_before_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="stocktaking",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("taker")), _negated=True),
                name="stock_two_persons",
            ),
        ),
        migrations.AddConstraint(
            model_name="stockline",
            constraint=models.UniqueConstraint(
                fields=("stocktaking", "item", "state"), name="stock_item_once"
            ),
        ),
        *journalled("cases_search", children=("cases_searchwitness",)),
        *journalled("cases_movement"),
        *journalled("cases_stocktaking", children=("cases_stockline",)),
        *journalled("cases_hearing", children=("cases_hearingwitness",)),
        guards.in_case("cases_search"),
        guards.in_case("cases_movement"),
        guards.in_case("cases_hearing"),
        guards.moved_in_order(),
        staged("cases_search", {("", "searched"), ("searched", "reported")}),
        staged("cases_movement", {("", "moved")}),
        staged("cases_stocktaking", {("", "counted")}),
        staged("cases_hearing", {("", "fixed"), ("fixed", "held"), ("fixed", "adjourned")}),
    ]
