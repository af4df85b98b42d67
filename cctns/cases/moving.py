"""What the database refuses when a case goes elsewhere or is reopened: plain SQL for migrations."""

# A case that was sent stands still, and for ever once another station took it over. Property lies
# in the sender's room until it is handed over.
TRANSFERS = """
CREATE OR REPLACE FUNCTION cases_sheet_in_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held record;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.case_id <> OLD.case_id THEN
        RAISE EXCEPTION '% %: a form stays with its case', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT office_id, status INTO held FROM cases_case WHERE id = NEW.case_id;
    IF held.office_id <> NEW.office_id THEN
        RAISE EXCEPTION '% %: the case lies at another office', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF held.status = 'sent' AND TG_TABLE_NAME <> 'cases_movement' THEN
        RAISE EXCEPTION '% %: the case was sent to another station', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION cases_case_sent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    answer boolean;
BEGIN
    SELECT answer.accepted INTO answer FROM cases_zerotransfer sent
        JOIN cases_transferanswer answer ON answer.transfer_id = sent.id
        WHERE sent.fir_id = OLD.fir_id ORDER BY sent.sent_at DESC, answer.accepted DESC LIMIT 1;
    IF answer THEN
        RAISE EXCEPTION 'case %: another station took it over, nothing is written in it', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.status <> OLD.status AND answer IS NULL THEN
        RAISE EXCEPTION 'case %: the station it was sent to has not returned it', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER sent BEFORE UPDATE ON cases_case FOR EACH ROW WHEN (OLD.status = 'sent')
    EXECUTE FUNCTION cases_case_sent();

CREATE FUNCTION cases_transfer_of_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases_case WHERE fir_id = NEW.fir_id AND office_id = NEW.office_id
        AND status = 'sent';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'transfer %: the case is not marked as sent', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    PERFORM FROM cases_zerotransfer other WHERE other.fir_id = NEW.fir_id AND other.id <> NEW.id
        AND NOT EXISTS (SELECT FROM cases_transferanswer answer
            WHERE answer.transfer_id = other.id AND NOT answer.accepted);
    IF FOUND THEN
        RAISE EXCEPTION 'transfer %: the case was sent before and not returned', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER of_sent BEFORE INSERT ON cases_zerotransfer
    FOR EACH ROW EXECUTE FUNCTION cases_transfer_of_sent();

CREATE FUNCTION cases_transfer_answered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sent record;
    earlier uuid;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'transfer %: it is answered once', NEW.transfer_id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    -- The sender's row may not have arrived at this node yet.
    SELECT * INTO sent FROM cases_zerotransfer WHERE id = NEW.transfer_id;
    IF NOT FOUND THEN
        RETURN NEW;
    END IF;
    IF sent.to_office_id <> NEW.office_id THEN
        RAISE EXCEPTION 'transfer %: it was sent to another station', NEW.transfer_id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT zero_fir_id INTO earlier FROM cases_fir WHERE id = NEW.fir_id;
    IF NEW.accepted AND earlier IS DISTINCT FROM sent.fir_id THEN
        RAISE EXCEPTION 'transfer %: this FIR does not name the one that was sent', NEW.transfer_id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answered BEFORE INSERT OR UPDATE ON cases_transferanswer
    FOR EACH ROW EXECUTE FUNCTION cases_transfer_answered();

-- Whether a station within one's reach took this FIR over, at once or after others. It asks as the
-- tables' owner: the stations between are not within reach, and a policy may not ask itself.
CREATE FUNCTION cases_taken_over(fir uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    held uuid := fir;
    taker uuid;
BEGIN
    LOOP
        SELECT answer.fir_id, answer.office_id INTO held, taker FROM cases_zerotransfer sent
            JOIN cases_transferanswer answer ON answer.transfer_id = sent.id AND answer.accepted
            WHERE sent.fir_id = held;
        IF held IS NULL THEN
            RETURN false;
        END IF;
        PERFORM FROM offices_jurisdiction WHERE office_id = taker
            AND supervisor_id = nullif(current_setting('cctns.office', true), '')::uuid;
        IF FOUND THEN
            RETURN true;
        END IF;
    END LOOP;
END $$;
-- Its name stands behind "jurisdiction": of two policies PostgreSQL asks the earlier name first.
CREATE POLICY taken_over ON cases_fir FOR SELECT TO cctns_app USING (cases_taken_over(id));
CREATE POLICY taken_over ON cases_case FOR SELECT TO cctns_app USING (cases_taken_over(fir_id));
"""
DROP_TRANSFERS = """
DROP POLICY taken_over ON cases_case;
DROP POLICY taken_over ON cases_fir;
DROP FUNCTION cases_taken_over(uuid);
DROP FUNCTION cases_transfer_answered() CASCADE;
DROP FUNCTION cases_transfer_of_sent() CASCADE;
DROP FUNCTION cases_case_sent() CASCADE;
"""


# Whoever writes: after a report went to court a case is investigated again only because the court
# returned the report, or further (BNSS 193(9)); that ends with a supplementary report.
FURTHER = """
CREATE FUNCTION cases_case_reopened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases_case WHERE id = NEW.id AND status = 'investigation';
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    PERFORM FROM cases_furtherinvestigation WHERE case_id = NEW.id AND stage = 'open'
        UNION ALL SELECT FROM cases_finalreport WHERE case_id = NEW.id AND stage <> 'transmitted';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'case %: its report is with the court, nothing reopens it', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER reopened AFTER UPDATE ON cases_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.status = 'reported' AND NEW.status = 'investigation')
    EXECUTE FUNCTION cases_case_reopened();

CREATE FUNCTION cases_further_after_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases_finalreport WHERE id = NEW.first_report_id AND case_id = NEW.case_id
        AND stage = 'transmitted';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'further investigation %: no report of its case is with the court', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER after_report
    BEFORE INSERT OR UPDATE OF first_report_id ON cases_furtherinvestigation
    FOR EACH ROW EXECUTE FUNCTION cases_further_after_report();

CREATE FUNCTION cases_report_supplements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.supplements_id IS NOT NULL THEN
        PERFORM FROM cases_furtherinvestigation WHERE case_id = NEW.case_id AND stage = 'open'
            AND first_report_id = NEW.supplements_id;
    ELSE
        PERFORM WHERE NOT EXISTS (SELECT FROM cases_finalreport
            WHERE case_id = NEW.case_id AND stage = 'transmitted');
    END IF;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'final report %: after the first, one ends a further investigation', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supplements BEFORE INSERT ON cases_finalreport
    FOR EACH ROW EXECUTE FUNCTION cases_report_supplements();
"""
DROP_FURTHER = """
DROP FUNCTION cases_report_supplements() CASCADE;
DROP FUNCTION cases_further_after_report() CASCADE;
DROP FUNCTION cases_case_reopened() CASCADE;
"""
