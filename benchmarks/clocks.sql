-- A year of a district, copied from one FIR; benchmarks/clocks.py gives the parameters.
CREATE TEMP TABLE made AS
SELECT gen_random_uuid() AS fir, gen_random_uuid() AS file, gen_random_uuid() AS arrest,
    office.id AS office, number, (number * 31 + office.place * 17) % 100 AS chance,
    now() - make_interval(days => ((number * 7 + office.place) % 365)::int,
        hours => (number % 24)::int) AS at
FROM unnest(%(offices)s::uuid[]) WITH ORDINALITY AS office (id, place),
    generate_series(1, %(each)s) AS number;

INSERT INTO cases_fir SELECT (jsonb_populate_record(one, jsonb_build_object('id', fir,
    'office_id', office, 'series', 'fir', 'kind', 'ordinary', 'serial', number,
    'registered_at', at, 'received_at', at, 'occurred_from', at, 'occurred_to', at,
    'gd_recorded_at', at))).* FROM made, cases_fir one WHERE one.id = %(fir)s;

INSERT INTO cases_case SELECT (jsonb_populate_record(one, jsonb_build_object('id', file,
    'fir_id', fir, 'office_id', office, 'version', 9))).* FROM made, cases_case one WHERE one.fir_id = %(fir)s;

INSERT INTO cases_firsection (id, fir_id, state, ordinal, act, act_as_written, number,
    law_version, read_with)
SELECT gen_random_uuid(), fir, 99, 1, 'BNS', '', (%(sections)s::text[])[1 + number % 6], '1', false
FROM made;

INSERT INTO journal_entry (state, office_id, epoch, seq, record_type, record_id, version, kind,
    schema, actor_id, role, occurred_at, recorded_at, refs, payload_digest, leaf)
SELECT 99, office, 1, row_number() OVER (PARTITION BY office ORDER BY at, number, nth) - 1,
    split_part(kind, '.', 1), CASE who WHEN 'fir' THEN fir WHEN 'case' THEN file
    WHEN 'arrest' THEN arrest ELSE gen_random_uuid() END, version, kind, 1, %(actor)s, 'sho',
    at + after, at + after, CASE who WHEN 'fir' THEN '{}'::uuid[] WHEN 'case' THEN ARRAY[fir]
    WHEN 'after' THEN ARRAY[fir, arrest] ELSE ARRAY[fir] END, '',
    decode(repeat('00', 32), 'hex')
FROM made CROSS JOIN (VALUES
    (1, 'fir.registered', 'fir', 1, interval '0', 100),
    (2, 'case.opened', 'case', 1, '0', 100),
    (3, 'case.copy_given', 'case', 2, '1 hour', 97),
    (4, 'case.dispatched', 'case', 3, '9 hours', 95),
    (5, 'seizure.recorded', 'sheet', 1, '1 day', 60),
    (6, 'forensic.requested', 'sheet', 1, '3 hours', 80),
    (7, 'notice.issued', 'sheet', 1, '9 days', 70),
    (8, 'arrest.recorded', 'arrest', 1, '3 days', 60),
    (9, 'arrest.examined', 'after', 1, '3 days', 58),
    (10, 'arrest.relative_informed', 'after', 1, '3 days', 55),
    (11, 'arrest.produced', 'after', 1, '90 hours', 59),
    (12, 'remand.ordered', 'after', 1, '4 days', 58),
    (13, 'remand.ordered', 'after', 1, '18 days', 50),
    (14, 'bail.ordered', 'after', 1, '20 days', 20),
    (15, 'progress.informed', 'sheet', 1, '80 days', 40),
    (16, 'report.transmitted', 'sheet', 1, '85 days', 45)
) AS act (nth, kind, who, version, after, of_hundred)
WHERE chance < of_hundred AND at + after < now();

INSERT INTO journal_head (state, office_id, epoch, size, frontier, home_node, closed)
SELECT 99, office_id, 1, count(*),
    decode(repeat('00', 32 * bit_count(count(*)::bit(64))::int), 'hex'), 'bench', false FROM journal_entry
WHERE office_id = ANY(%(offices)s) GROUP BY office_id;

ANALYZE
