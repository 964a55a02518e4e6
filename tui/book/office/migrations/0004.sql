-- A copy of a book that is put back under another name on the same server brings along what the first one's roles may.
-- Once the copy has roles of its own, those of another book are nobody there; and no right is everybody's, whatever of the
-- rights a copy was made with.

CREATE OR REPLACE FUNCTION minutebook.grant_roles() RETURNS text LANGUAGE plpgsql SET search_path = minutebook, pg_temp AS $$
DECLARE
    clerk text := current_database() || '_clerk';
    chair text := current_database() || '_chair';
    reader text := current_database() || '_reader';
    role text;
    internal text;
BEGIN
    -- First, for it is right where the roles are still to be made, too. Whoever owns something is not looked at.
    FOR role IN
        SELECT DISTINCT rolname FROM pg_roles JOIN (
            SELECT nspowner AS owner, (aclexplode(nspacl)).grantee FROM pg_namespace WHERE nspname = 'minutebook'
            UNION ALL SELECT relowner, (aclexplode(relacl)).grantee FROM pg_class
                WHERE relnamespace = 'minutebook'::regnamespace
            UNION ALL SELECT proowner, (aclexplode(proacl)).grantee FROM pg_proc
                WHERE pronamespace = 'minutebook'::regnamespace
        ) AS given ON pg_roles.oid = given.grantee AND given.grantee <> given.owner
        WHERE rolname ~ '_(clerk|chair|reader)$' AND rolname NOT IN (clerk, chair, reader)
    LOOP
        EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA minutebook FROM %I CASCADE', role);
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA minutebook FROM %I CASCADE', role);
        EXECUTE format('REVOKE ALL ON SCHEMA minutebook FROM %I CASCADE', role);
    END LOOP;
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA minutebook FROM PUBLIC;
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
    EXECUTE format('GRANT SELECT ON minutebook.meeting, minutebook.row, minutebook.pen, minutebook.file,'
        ' minutebook.proposal TO %I, %I', clerk, chair);
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA minutebook TO %I', clerk);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION minutebook.grant_roles() FROM %I', clerk);
    EXECUTE format('GRANT EXECUTE ON FUNCTION minutebook.propose(uuid, text, text) TO %I', chair);
    -- The policies name who may read, so that a right which is given by mistake gives nothing.
    FOREACH internal IN ARRAY ARRAY['meeting', 'row', 'pen', 'file', 'proposal'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS office_may_read ON minutebook.%I', internal);
        EXECUTE format('CREATE POLICY office_may_read ON minutebook.%I FOR SELECT TO %I, %I USING (true)', internal, clerk, chair);
    END LOOP;
    RETURN 'granted';
END $$;
SELECT minutebook.grant_roles();
