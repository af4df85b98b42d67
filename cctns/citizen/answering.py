"""The SQL by which the database itself answers an informant, and nothing else, for the pages."""

# Sensitive cases and those that hide somebody stay closed, to their informant's telephone too:
# it may lie in other hands (Youth Bar Association v. Union of India, 2016; BNS 72; POCSO 23).
ANSWERS = r"""
CREATE FUNCTION citizen_knows(phone text, known text) RETURNS boolean
    LANGUAGE sql IMMUTABLE AS $$
    SELECT length(known) = 10 AND right(regexp_replace(phone, '\D', '', 'g'), 10) = known
$$;

CREATE FUNCTION citizen_complaint(
    of_state integer, at uuid, of_year integer, of_serial integer, known text
) RETURNS TABLE (received_at timestamptz, stage text, since timestamptz, officer text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT one.received_at,
        CASE WHEN one.fir_id IS NOT NULL THEN 'registered' WHEN one.outcome <> '' THEN 'decided'
            WHEN one.reported_at IS NOT NULL THEN 'enquired'
            WHEN one.enquiry_officer_id IS NOT NULL THEN 'enquiry' ELSE 'received' END,
        coalesce(one.outcome_at, one.reported_at), one.enquiry_officer_name
    FROM registers_complaint one
    WHERE one.state = of_state AND one.office_id = at AND one.year = of_year
        AND one.serial = of_serial
        AND (citizen_knows(one.mobile, known) OR citizen_knows(one.phone, known))
$$;

CREATE FUNCTION citizen_fir(
    of_state integer, at uuid, of_year integer, of_serial integer, known text
) RETURNS TABLE (received_at timestamptz, stage text, since timestamptz, officer text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT fir.received_at,
        CASE WHEN court.judged_on IS NOT NULL THEN 'judged' WHEN court.on_file THEN 'on_file'
            ELSE one.status END,
        coalesce(court.judged_on::timestamp AT TIME ZONE 'Asia/Kolkata', report.sent_at),
        coalesce(io.name || ', ' || io.rank, '')
    FROM cases_fir fir
    JOIN cases_case one ON one.fir_id = fir.id
    LEFT JOIN offices_officer io ON io.id = one.investigating_officer_id
    LEFT JOIN LATERAL (
        SELECT max(judgment_on) AS judged_on, EXISTS (
            SELECT FROM cases_acknowledgement seen
            WHERE seen.case_id = one.id AND seen.receipt = 'consumed'
        ) AS on_file
        FROM cases_disposal WHERE case_id = one.id
    ) court ON true
    LEFT JOIN LATERAL (
        SELECT max(transmitted_at) AS sent_at FROM cases_finalreport WHERE case_id = one.id
    ) report ON true
    WHERE fir.state = of_state AND fir.office_id = at AND fir.year = of_year
        AND fir.serial = of_serial AND fir.series = 'fir'
        AND NOT (one.sensitive OR one.child_involved OR one.victim_masked)
        AND NOT coalesce((
            SELECT decided.sensitive FROM cases_sensitivitydecision decided
            WHERE decided.fir_id = fir.id ORDER BY decided.decided_at DESC LIMIT 1
        ), false)
        AND EXISTS (
            SELECT FROM cases_party told WHERE told.fir_id = fir.id AND told.role = 'complainant'
                AND told.withheld = ''
                AND (citizen_knows(told.mobile, known) OR citizen_knows(told.phone, known))
        )
$$;

REVOKE ALL ON FUNCTION citizen_complaint(integer, uuid, integer, integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION citizen_fir(integer, uuid, integer, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION citizen_complaint(integer, uuid, integer, integer, text)
    TO cctns_app, cctns_citizen;
GRANT EXECUTE ON FUNCTION citizen_fir(integer, uuid, integer, integer, text)
    TO cctns_app, cctns_citizen;
"""
NO_ANSWERS = """
DROP FUNCTION citizen_fir(integer, uuid, integer, integer, text);
DROP FUNCTION citizen_complaint(integer, uuid, integer, integer, text);
DROP FUNCTION citizen_knows(text, text);
"""
