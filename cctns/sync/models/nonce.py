"""Requests that came lately, so that none is taken twice."""

from django.db import models


class Nonce(models.Model):
    """`id` is the caller's name and the word that it uses once."""

    id = models.CharField(primary_key=True, max_length=190)
    until = models.DateTimeField(db_index=True)  # older requests are refused for their date

    class Meta:
        db_table = "sync_nonce"
