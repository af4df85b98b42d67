"""Names as papers write them, and what is taken out of each."""

import pytest

from cctns.lib.names import parse

TABLE = [
    ("Late Sh. Mohd. Rafiq", "mohammad rafiq", "", ""),
    ("Mohd Rafeeq S/o Abdul Karim", "mohammad rafeeq", "son", "abdul karim"),
    ("Md Rafiq s / o Abdul", "mohammad rafiq", "son", "abdul"),
    ("Rafiq, son of Late Abdul", "rafiq", "son", "abdul"),
    ("Smt. Lakshmi Devi W/O Ram Kr.", "lakshmi devi", "wife", "ram kumar"),
    ("Srimathi Bala Devi w/o Raman", "bala devi", "wife", "raman"),
    ("Sonia Smt", "sonia shrimati", "", ""),
    ("Gita d/o Mohan", "gita", "daughter", "mohan"),
    ("S.P. Singh S.O. Ram Singh", "s p singh", "son", "ram singh"),
    ("Ravi M/o", "ravi", "mother", ""),
    ("राम कुमार पुत्र श्री मोहन लाल", "राम कुमार", "son", "मोहन लाल"),
    ("सीता देवी पत्नी राम", "सीता देवी", "wife", "राम"),
    ("মোঃ রফিক পিতা আব্দুল", "মোহাম্মদ রফিক", "son", "আব্দুল"),
    ("ਗੁਰਮੀਤ ਸਿੰਘ ਪੁੱਤਰ ਹਰਜੀਤ ਸਿੰਘ", "ਗੁਰਮੀਤ ਸਿੰਘ", "son", "ਹਰਜੀਤ ਸਿੰਘ"),
    ("રમેશ પુત્ર મોહન", "રમેશ", "son", "મોહન"),
    ("ରମେଶ ପିତା ମୋହନ", "ରମେଶ", "son", "ମୋହନ"),
    ("திரு முருகன் த/பெ கந்தசாமி", "முருகன்", "son", "கந்தசாமி"),
    ("రాము తండ్రి లక్ష్మణ", "రాము", "son", "లక్ష్మణ"),
    ("ರಾಮ ಬಿನ್ ಕೃಷ್ಣ", "ರಾಮ", "son", "ಕೃಷ್ಣ"),
    ("രാമൻ മകൻ കൃഷ്ണൻ", "രാമൻ", "son", "കൃഷ്ണൻ"),
    ("محمد رفیق ولد عبدالکریم", "محمد رفیق", "son", "عبدالکریم"),
]


@pytest.mark.parametrize(("text", "name", "relation", "relative"), TABLE)
def test_name_and_relative(text: str, name: str, relation: str, relative: str) -> None:
    parsed = parse(text)
    assert " ".join(parsed.name) == name
    assert parsed.relation == relation
    assert " ".join(parsed.relative) == relative


@pytest.mark.parametrize(
    "text",
    ["Ramesh @ Pappu", "Ramesh alias Pappu", "Ramesh urf Pappu", "Ramesh a.k.a. Pappu"],
)
def test_other_names(text: str) -> None:
    assert parse(text).name == ("ramesh",)
    assert parse(text).aliases == (("pappu",),)


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("रमेश उर्फ पप्पू", "पप्पू"),
        ("রমেশ ওরফে পাপ্পু", "পাপ্পু"),
        ("ਰਮੇਸ਼ ਉਰਫ ਪੱਪੂ", "ਪੱਪੂ"),
        ("ரமேஷ் என்ற பப்பு", "பப்பு"),
        ("رمیش عرف پپو", "پپو"),
    ],
)
def test_other_names_in_other_letters(text: str, alias: str) -> None:
    assert parse(text).aliases == ((alias,),)


def test_an_alias_after_the_father_is_still_the_persons() -> None:
    parsed = parse("Ramesh s/o Mohan @ Pappu @ Raju")
    assert parsed.relative == ("mohan",)
    assert parsed.aliases == (("pappu",), ("raju",))


def test_where_how_old_and_when_born() -> None:
    parsed = parse("मोहम्मद रफ़ीक s/o abdul, about 35, Ballari")
    assert (parsed.name, parsed.relative) == (("मोहम्मद", "रफ़ीक"), ("abdul",))
    assert (parsed.age, parsed.place) == (35, "ballari")
    assert parse("Ravi r/o Kurnool").place == "kurnool"
    assert parse("राम उम्र ३५ वर्ष निवासी रीवा").age == 35
    assert parse("Ravi Kumar born 1985").birth_year == 1985


def test_initials_stay_letters() -> None:
    assert parse("K.S. Raman").initials == ("k", "s")
    assert parse("K.S. Raman").words == ("raman",)
    assert parse("के. रमन").initials == ("के",)


@pytest.mark.parametrize("text", ["झा", "ঝা", "ஷா", "ಶಾ", "ഷാ", "দে", "दे", "പൈ", "பை", "റം"])
def test_a_name_of_one_sign_is_no_initial(text: str) -> None:
    """Jha, Shah, De, Pai, Ram: they were taken for J., S., D., P., R."""
    assert parse(text).initials == ()
    assert parse(f"विनोद {text}").words == ("विनोद", text)


@pytest.mark.parametrize(("text", "initials"), [
    ("के रमन", ("के",)), ("வி முருகன்", ("வி",)), ("জে দাস", ("জে",)), ("र. मोरे", ("र",)),
    ("वि. दा. सावरकर", ("वि", "द")), ("நா. முத்து", ("ந",)), ("दे. मोरे", ("द",)),
    ("x\u0301 Raman", ("x\u0301",)),
])  # fmt: skip
def test_a_letters_name_or_one_sign_before_a_dot_is_an_initial(
    text: str, initials: tuple[str, ...]
) -> None:
    assert parse(text).initials == initials


def test_a_title_before_a_dot_stays_a_title() -> None:
    assert parse("डा. रमेश शर्मा").honorifics == ("डा",)
    assert parse("मो. रफ़ी").name[0] == parse("मोहम्मद").name[0]


def test_a_shri_before_one_word_may_be_the_given_name() -> None:
    assert parse("Sri Deo").name == ("deo",)
    assert parse("Sri Deo").with_honorific == ("sri", "deo")
    assert parse("श्री राजू").with_honorific == ("श्री", "राजू")
    for one in ("Sri Ram Deo", "Deo", "Dr. Deo", "Late Deo"):
        assert parse(one).with_honorific == ()


def test_a_word_for_kin_before_a_written_relation_is_a_name() -> None:
    assert parse("Pande Son S/O Abhijeet").name == ("pande", "son")
    assert parse("Pande Son S/O Abhijeet").relative == ("abhijeet",)
    assert parse("Ravi son Mohan").relative == ("mohan",)


def test_an_honorific_alone_is_a_name() -> None:
    assert parse("Sri").name == ("sri",)
    assert parse("Shri Ji").name == ("ji",)


@pytest.mark.parametrize(
    "text", ["", " ", "@", "s/o", "12345", "😀", "' OR 1=1 --", "\u202e\u200f"]
)
def test_nothing_to_read_is_no_error(text: str) -> None:
    parse(text)


def test_five_hundred_letters_are_cut() -> None:
    assert [len(one) for one in parse("A" * 500).name] == [40]
    assert len(parse("ab " * 300).name) == 12
