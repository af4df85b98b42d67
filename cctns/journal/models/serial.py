"""Serial numbers that an office gives: FIR, General Diary, complaint, each in its own series."""

from django.db import models

from cctns.offices.models import Office


class SerialCounter(models.Model):
    """The last number given in a series of one period (a year, a month, a day)."""

    pk = models.CompositePrimaryKey("state", "office_id", "series", "period")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=20)
    period = models.CharField(max_length=10)
    last = models.BigIntegerField()

    class Meta:
        db_table = "journal_serial"
