-- Who may what: roles named after the database, so that those of one book are nobody in another. A clerk reads and
-- writes, the chair reads all, a reader reaches what is public and nothing else.

ALTER TABLE minutebook.book ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutebook.meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutebook.row ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutebook.public_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutebook.public_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutebook.pen ENABLE ROW LEVEL SECURITY;
ALTER TABLE minutebook.file ENABLE ROW LEVEL SECURITY;

CREATE POLICY all_may_read ON minutebook.book FOR SELECT USING (true);
CREATE POLICY all_may_read ON minutebook.public_meeting FOR SELECT USING (true);
CREATE POLICY all_may_read ON minutebook.public_row FOR SELECT USING (true);

-- Make the roles and say what they may; where this login may not make roles, make them first and call this again.
CREATE FUNCTION minutebook.grant_roles() RETURNS text LANGUAGE plpgsql SET search_path = minutebook, pg_temp AS $$
DECLARE
    clerk text := current_database() || '_clerk';
    chair text := current_database() || '_chair';
    reader text := current_database() || '_reader';
    role text;
    internal text;
BEGIN
    FOREACH role IN ARRAY ARRAY[clerk, chair, reader] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', role);
            EXCEPTION WHEN insufficient_privilege THEN
                RETURN format('make the roles first: %I, %I, %I', clerk, chair, reader);
            END;
        END IF;
    END LOOP;
    EXECUTE format('GRANT USAGE ON SCHEMA minutebook TO %I, %I, %I', clerk, chair, reader);
    EXECUTE format('GRANT SELECT ON minutebook.migration, minutebook.book, minutebook.public_meeting,'
        ' minutebook.public_row TO %I, %I, %I', clerk, chair, reader);
    EXECUTE format('GRANT SELECT ON minutebook.meeting, minutebook.row, minutebook.pen, minutebook.file TO %I, %I', clerk, chair);
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA minutebook TO %I', clerk);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION minutebook.grant_roles() FROM %I', clerk);
    -- The policies name who may read, so that a right which is given by mistake gives nothing.
    FOREACH internal IN ARRAY ARRAY['meeting', 'row', 'pen', 'file'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS office_may_read ON minutebook.%I', internal);
        EXECUTE format('CREATE POLICY office_may_read ON minutebook.%I FOR SELECT TO %I, %I USING (true)', internal, clerk, chair);
    END LOOP;
    RETURN 'granted';
END $$;
REVOKE EXECUTE ON FUNCTION minutebook.grant_roles() FROM PUBLIC;
SELECT minutebook.grant_roles();
