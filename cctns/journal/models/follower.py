"""How far each follower of the journals has come, office by office."""

from django.db import models

from cctns.offices.models import Office


class JournalCursor(models.Model):
    """The next number that a follower has not handled yet."""

    pk = models.CompositePrimaryKey("follower", "state", "office_id", "epoch")
    follower = models.CharField(max_length=40)
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    epoch = models.PositiveIntegerField()
    next = models.BigIntegerField(default=0)
    made = models.PositiveSmallIntegerField(default=1)  # `Follower.made` when it began

    class Meta:
        db_table = "journal_cursor"
