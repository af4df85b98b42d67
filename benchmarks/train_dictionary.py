"""Makes a compression dictionary for journal payloads out of invented records.

    CCTNS_HOME=... python -m benchmarks.train_dictionary cctns/journal/dictionaries/1.zdict

A dictionary that was ever shipped is never made again: a better one gets the next number.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import zstandard
from django.contrib.postgres.fields import ArrayField
from django.db import models

from cctns.config import bootstrap
from cctns.lib.ids import uuid7

BYTES = 64 * 1024
SAMPLES = 600
WORDS = """
the of and at was on from by house road near informant stated that unknown persons stole
motorcycle mobile phone cash gold chain market bus stand village police station arrived
patrol duty returned charge handed over night evening morning accused complainant witness
थाना गश्त रवानगी वापसी सूचना प्रार्थी ने बताया कि अज्ञात चोर मोबाइल मोटर साइकिल चोरी घर के
सामने से रात्रि में दिनांक समय बजे ग्राम बाजार रिपोर्ट दर्ज की गई धारा बीएनएस जाँच अधिकारी
""".split()  # noqa: SIM905 - words, not a list to maintain


def main() -> int:
    bootstrap.prepare_home()
    bootstrap.setup_django("app")
    samples = list(_samples(Random(1861)))  # the year of the Police Act
    made = zstandard.train_dictionary(BYTES, samples, level=3)
    Path(sys.argv[1]).write_bytes(made.as_bytes())
    print(f"{len(made.as_bytes()):,} bytes from {len(samples):,} invented documents")
    return 0


def _samples(random: Random) -> Iterator[bytes]:
    from cctns.journal import kinds

    for _ in range(SAMPLES):
        for kind in kinds.all_kinds():
            record = _row(kind.model, random)
            children = {
                name: [_row(child.model, random) for _ in range(random.randint(0, 3))]
                for name, child in kind.children.items()
            }
            yield kinds.to_bytes(kinds.document(record, children))


def _row(model: type[models.Model], random: Random) -> Any:
    return model(
        **{
            field.attname: _value(field, random)
            for field in model._meta.concrete_fields
            if random.random() < 0.6 or not (field.null or field.has_default())
        }
    )


def _value(field: Any, random: Random) -> Any:
    """Something that such a field may hold; most values repeat, as they do in real records."""
    if field.choices:
        return random.choice(list(field.choices))[0]
    if isinstance(field, models.UUIDField | models.ForeignKey):
        return uuid7()
    if isinstance(field, models.DateTimeField):
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=random.randrange(31_000_000))
    if isinstance(field, models.DateField):
        return date(2026, 1, 1) + timedelta(days=random.randrange(365))
    if isinstance(field, models.BooleanField):
        return random.random() < 0.2
    if isinstance(field, models.IntegerField | models.DecimalField):
        return random.randrange(100)
    if isinstance(field, models.BinaryField):
        return random.randbytes(32)
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, ArrayField):
        return []
    longest = field.max_length or 400
    return " ".join(random.choices(WORDS, k=random.randint(1, 60)))[:longest]


if __name__ == "__main__":
    sys.exit(main())
