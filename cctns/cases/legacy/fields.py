"""The fields of an old FIR that a file can bring, by the names that mappings use."""

from __future__ import annotations

from cctns.people.codes import Sex

from .. import codes

# name -> what it is, for the reference page and for a person who writes a mapping.
FIELDS = {
    "number": "number as written: 0142/2019; 0/0012/2023 is a Zero FIR; 142 with a year column",
    "year": "year of the register, when the number does not hold it",
    "station_code": "code of the station",
    "station_name": "name of the station",
    "district": "district of the station",
    "registered_at": "date, or date and time, of registration",
    "received_at": "when the information reached the station",
    "occurred_from": "when the offence began",
    "occurred_to": "when the offence ended",
    "information": "how the information came",
    "kind": "kind of FIR",
    "act_section": "Acts and sections in one text",
    "crime_group": "crime group as written",
    "crime_head": "crime head as written",
    "place": "place of occurrence",
    "village": "village, town or area",
    "pin": "PIN code",
    "beat": "beat",
    "way": "direction and distance from the station in one text",
    "direction": "direction from the station",
    "distance_km": "distance from the station in kilometres",
    "latitude": "degrees north",
    "longitude": "degrees east",
    "narrative": "contents of the FIR",
    "property_value": "value of property in rupees",
    "stage": "stage of the case as written",
    "officer_rank": "rank of the investigating officer",
    "officer_name": "name or number of the investigating officer",
    "complainant_name": "complainant",
    "complainant_relative": "complainant's father, mother or husband",
    "complainant_sex": "complainant's sex",
    "complainant_age": "complainant's age in years",
    "complainant_phone": "complainant's telephone",
    "complainant_address": "complainant's address",
    "victim_names": "victims, separated by semicolons",
    "victim_ages": "their ages in years, in the same order",
    "accused_names": "accused persons, separated by semicolons",
    "victims_male": "number of men among the victims",
    "victims_female": "number of women among the victims",
    "victims_boys": "number of boys under 18",
    "victims_girls": "number of girls under 18",
    "victims_unknown": "number of victims whose age is not recorded",
    "accused_count": "number of accused persons",
}

# One of each group must have a column or a constant.
NEEDED = (("number",), ("station_code", "station_name"), ("registered_at",))

CHOICES: dict[str, tuple[str, ...]] = {
    "information": tuple(codes.Information.values),
    "kind": tuple(codes.FirKind.values),
    "direction": tuple(codes.Direction.values),
    "complainant_sex": tuple(Sex.values),
}
