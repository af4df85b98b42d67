"""Ten scripts read aloud: one name in each, and what is special to a script."""

import pytest

from cctns.lib.names import likeness, romanise, sound
from cctns.lib.names.compare import SAME_SKELETON

TABLE = [
    ("रमेश", "ramesh"),  # final schwa
    ("राजकुमार", "raajkumaar"),
    ("सलमा", "salmaa"),  # schwa between VC and CV
    ("ज़ाहिद", "zaahid"),  # nukta
    ("ज्ञान", "gyaan"),
    ("पार्इ", "paaee"),  # ई as old fonts typed it
    ("प्रकाश", "prakaash"),
    ("শর্মা", "sharmaa"),
    ("প্যাটেল", "paatel"),  # ya-phala
    ("যাদব", "jaadab"),
    ("ਸਿੰਘ", "singh"),  # tippi
    ("ਕੌਰ", "kaur"),
    ("ગુજરાત", "gujraat"),
    ("ସୁରେଶ", "suresha"),  # Odia keeps its last a
    ("முருகன்", "murugan"),  # voiced between vowels
    ("காந்தி", "kaandi"),
    ("முத்து", "muttu"),  # doubled: voiceless
    ("அபு", "abu"),  # after the vowel that opens the word
    ("ശങ്കർ", "shankar"),
    ("రెడ్డి", "reddi"),
    ("ಗೌಡ", "gauda"),
    ("കൃഷ്ണൻ", "krishnan"),  # chillu
    ("പീറ്റർ", "peettar"),  # doubled hard r
    ("محمد", "mahamad"),
    ("رفیق", "rafiq"),
    ("రవీంద్ర", "raveendra"),  # the sign of a nasal as what follows
    ("అంబిక", "ambika"),
    ("ಶಂಕರ", "shankara"),
    ("ബണ്ടി", "bandi"),  # ṇṭ is spoken nd
]


@pytest.mark.parametrize(("word", "latin"), TABLE)
def test_first_reading(word: str, latin: str) -> None:
    assert romanise(word)[0] == latin


ONE_NAME = {
    "Mohammad": "मोहम्मद মোহাম্মদ ਮੁਹੰਮਦ મોહમ્મદ ମହମ୍ମଦ முகமது మహమ్మద్ ಮೊಹಮ್ಮದ್ മുഹമ്മദ് محمد",
    "Gopal": "गोपाल গোপাল ਗੋਪਾਲ ગોપાલ ଗୋପାଳ கோபால் గోపాల్ ಗೋಪಾಲ್ ഗോപാൽ گوپال",
    "Lakshmi": "लक्ष्मी লক্ষ্মী ਲਕਸ਼ਮੀ લક્ષ્મી ଲକ୍ଷ୍ମୀ லட்சுமி లక్ష్మి ಲಕ್ಷ್ಮಿ ലക്ഷ്മി لکشمی",
}


@pytest.mark.parametrize("latin", ONE_NAME)
def test_one_name_sounds_alike_in_every_script(latin: str) -> None:
    heard = {word: likeness(latin.lower(), word) for word in ONE_NAME[latin].split()}
    assert len(heard) == 10
    assert min(heard.values()) >= 0.7, heard


@pytest.mark.parametrize(("bengali", "latin"), [("ভেদ", "ved"), ("ভাস্কর", "bhaskar")])
def test_bengali_bha_is_bh_and_v(bengali: str, latin: str) -> None:
    assert likeness(bengali, latin) >= 0.9


@pytest.mark.parametrize("latin", ["sangya", "sanjna"])
def test_jna_is_heard_as_gya_and_as_it_is_written(latin: str) -> None:
    assert likeness("संज्ञा", latin) == 1


def test_tamil_does_not_tell_voices_apart() -> None:
    assert likeness("gandhi", "காந்தி") > 0.9
    assert likeness("babu", "பாபு") > 0.9


@pytest.mark.parametrize("word", ["அகமது", "அஹ்மத்", "അഹമദ്", "अहमद", "احمد"])
@pytest.mark.parametrize("latin", ["ahmed", "ahmad", "ahamad", "ahamed"])
def test_ahmed_is_one_name_with_or_without_its_h(word: str, latin: str) -> None:
    """Tamil writes the h as k, and an u after the d, with which no Tamil word ends."""
    assert likeness(word, latin) >= SAME_SKELETON


def test_what_a_script_does_not_tell_costs_no_more_than_its_vowels() -> None:
    assert likeness("சந்திரா", "chander") >= SAME_SKELETON


def test_mixed_scripts_in_one_word_are_read_run_by_run() -> None:
    assert romanise("रामesh") == ("raamesh",)


def test_letters_that_nobody_here_reads() -> None:
    assert sound("王").plain == ()
