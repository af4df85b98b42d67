"""Cases go to other stations: what goes along, what is refused, what is read at the receiver."""

from django.db import migrations, models

from cctns.cases import guards, moving
from cctns.registers.staged import staged

# Every form of a case is read by whoever sees the case.
FORMS = (
    "accused",
    "casediaryentry",
    "arrest",
    "remand",
    "bail",
    "proclamation",
    "finalreport",
    "statement",
    "magistratestatement",
    "notice",
    "forensicrequest",
    "medicalexamination",
    "parade",
    "progress",
    "crimedetails",
    "seizure",
    "sectionchange",
    "search",
    "movement",
    "hearing",
)
# As before; an accused who came with a case begins where the last form left them.
ACCUSED = {
    "": (
        "named",
        "noticed",
        "arrested",
        "police_custody",
        "jail",
        "bailed",
        "absconding",
        "proclaimed",
        "removed",
    ),
    "named": ("noticed", "arrested", "bailed", "jail", "absconding", "removed"),
    "noticed": ("named", "arrested", "bailed", "jail", "absconding", "removed"),
    "arrested": ("named", "police_custody", "jail", "bailed", "absconding"),
    "police_custody": ("jail", "bailed", "absconding"),
    "jail": ("police_custody", "bailed", "absconding"),
    "bailed": ("arrested", "jail", "absconding", "removed"),
    "absconding": ("named", "arrested", "jail", "bailed", "proclaimed"),
    "proclaimed": ("arrested", "jail", "bailed"),
    "removed": ("named",),
}


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0018_release_gate"),
        ("offices", "0004_holiday"),
    ]

    operations = [
        migrations.AddField(
            model_name="accused",
            name="earlier_id",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="zerotransfer",
            name="accused",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="zerotransfer",
            name="forms",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="zerotransfer",
            name="ground",
            field=models.CharField(
                choices=[
                    ("jurisdiction", "Jurisdiction"),
                    ("court", "Order of the court"),
                    ("senior", "Order of a senior officer"),
                ],
                default="jurisdiction",
                max_length=14,
                verbose_name="ground",
            ),
        ),
        migrations.AddField(
            model_name="zerotransfer",
            name="order_reference",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="number and date of the order"
            ),
        ),
        migrations.AddField(
            model_name="zerotransfer",
            name="reason",
            field=models.CharField(blank=True, max_length=500, verbose_name="reason"),
        ),
        migrations.AddConstraint(
            model_name="zerotransfer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ground", "jurisdiction"),
                    models.Q(("order_reference", ""), _negated=True),
                    _connector="OR",
                ),
                name="transfer_by_order",
            ),
        ),
        migrations.RunSQL(moving.TRANSFERS, moving.DROP_TRANSFERS),
        *(guards.read_with_case(f"cases_{form}") for form in FORMS),
        staged("cases_accused", {(old, new) for old, after in ACCUSED.items() for new in after}),
    ]
