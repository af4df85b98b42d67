"""The order of stages that the database itself keeps, whoever writes: plain SQL for migrations."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import migrations


def staged(table: str, moves: Iterable[tuple[str, str]]) -> migrations.RunSQL:
    """Refuse a row that begins at, or moves to, a stage its register does not lead to.

    `moves` are (from, to); from "" is where an entry may begin. Staying is always allowed.
    """
    name = f"{table}_staged"
    pairs = ", ".join(f"('{old}', '{new}')" for old, new in sorted(moves))
    return migrations.RunSQL(
        f"""
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.stage = OLD.stage THEN
        RETURN NEW;
    END IF;
    IF (CASE TG_OP WHEN 'UPDATE' THEN OLD.stage ELSE '' END, NEW.stage)
            NOT IN (VALUES {pairs}) THEN
        RAISE EXCEPTION '{table} %: no step leads to the stage %', NEW.id, NEW.stage
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER staged BEFORE INSERT OR UPDATE OF stage ON {table}
    FOR EACH ROW EXECUTE FUNCTION {name}();
""",
        f"DROP FUNCTION {name}() CASCADE",
    )
