from tests.cases.conftest import duty_officer, io, sho
from tests.offices.conftest import land

__all__ = ["duty_officer", "io", "land", "sho"]
