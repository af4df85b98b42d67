"""A case on its way to another station: a Zero FIR (BNSS 173(1)), or one under investigation.

Each side writes its own record: the sender hands over a copy of the whole FIR, the receiver
answers with its own number or with the reason for returning it. Neither edits the other's.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record

from ..codes import FirKind, TransferGround
from .fir import Fir


class ZeroTransfer(Record):
    """Written by the station that sends; named after the first kind of case that went this way.

    `contents` are the answers of the FIR, `accused` those with a form in the case, `forms` the list
    of what was written in it: register, id and number of each.
    """

    fir = models.ForeignKey(Fir, on_delete=models.PROTECT, related_name="transfers")
    number = models.CharField(max_length=40)
    to_office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(_("sent"))
    officer_name = models.CharField(_("sent by"), max_length=200)
    contents = models.JSONField()
    ground = models.CharField(
        _("ground"), max_length=14, choices=TransferGround, default=TransferGround.JURISDICTION
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    order_reference = models.CharField(
        _("number and date of the order"), max_length=200, blank=True
    )
    accused = models.JSONField(default=list, blank=True)
    forms = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("-sent_at",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(office=models.F("to_office")), name="transfer_to_another"
            ),
            models.CheckConstraint(
                condition=Q(ground=TransferGround.JURISDICTION) | ~Q(order_reference=""),
                name="transfer_by_order",
            ),
        )
        indexes = (models.Index(fields=("to_office", "-sent_at"), name="transfer_inbox"),)

    def __str__(self) -> str:
        return self.number

    @property
    def is_zero(self) -> bool:
        return bool(self.contents.get("kind") == FirKind.ZERO)

    @property
    def kind_told(self) -> str:
        """ "Zero FIR", "FIR" and so on; the receiver has no other row to ask."""
        return str(FirKind(self.contents.get("kind") or FirKind.ORDINARY).label)


class TransferAnswer(Record):
    """Written by the receiving station, once for each transfer."""

    # No foreign key to the sender's rows: they may not have arrived at this node yet.
    transfer_id = models.UUIDField(unique=True)
    to_office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    accepted = models.BooleanField()
    fir = models.OneToOneField(
        Fir, null=True, blank=True, on_delete=models.PROTECT, related_name="transfer_answer"
    )
    number = models.CharField(max_length=40, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    answered_at = models.DateTimeField()
    officer_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-answered_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(accepted=True, fir__isnull=False)
                | (Q(accepted=False, fir=None) & ~Q(reason="")),
                name="transfer_answered_whole",
            ),
        )
