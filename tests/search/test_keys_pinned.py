"""Under which keys names are kept: who changes a reading tells nodes to rebuild their search."""

from __future__ import annotations

from zlib import crc32

from cctns.lib.names import keys, parse
from cctns.search import sources

NAMES = (
    "Mohd Rafeeq s/o Abdul Karim", "मोहम्मद रफ़ीक", "ಲಕ್ಷ್ಮಣ ಗೌಡ", "சுரேஷ் யாதவ்", "இரஞ்சித் பாலு",
    "প্রণব মুখোপাধ্যায়", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "ઈબ્રાહીમ સિન્હા", "ଜଗନ୍ନାଥ ମିଶ୍ର", "పటేల్ వెంకట",
    "തോമസ് വർഗ്ഗീസ്", "محمد رفیق", "K. Raman", "Shaikh Abdul Rehman", "Chandra Pradeep",
)  # fmt: skip
PINNED = {2: 2_137_066_608}


def test_names_are_kept_under_the_keys_that_the_search_says_it_made() -> None:
    """Fails when a reading changed: raise `sources.MADE` and pin what is printed under it."""
    told = [(parse(one).name, parse(one).relative) for one in NAMES]
    made = repr([sorted(keys.of_person(name, relative)) for name, relative in told])
    assert PINNED[sources.MADE] == crc32(made.encode())
