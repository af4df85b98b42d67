"""Verifying a journal: everything that can be recomputed is, and compared with what is stored."""

from .fault import Fault
from .office import verify

__all__ = ["Fault", "verify"]
