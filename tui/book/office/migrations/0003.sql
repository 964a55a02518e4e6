-- What somebody settles of a meeting whose pen another has, the chair in the review: it waits here until the program that
-- has the pen takes it in, or says that it was changed there too. Once that is said, the words are kept here no longer.

CREATE TABLE minutebook.proposal (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,
    meeting text NOT NULL,
    content text NOT NULL,
    outcome text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'taken', 'apart')),
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    answered_at timestamptz,
    answered_by text
);
CREATE INDEX proposal_waiting ON minutebook.proposal (meeting, number) WHERE outcome = 'waiting';
ALTER TABLE minutebook.proposal ENABLE ROW LEVEL SECURITY;

-- Proposing the same once more does nothing.
CREATE FUNCTION minutebook.propose(an_id uuid, a_meeting text, a_content text) RETURNS TABLE (outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
BEGIN
    INSERT INTO minutebook.proposal (id, meeting, content, made_at, made_by)
        VALUES (an_id, a_meeting, a_content, clock_timestamp(), session_user) ON CONFLICT DO NOTHING;
    PERFORM pg_notify('minutebook', 'proposal ' || a_meeting);
    RETURN QUERY SELECT p.outcome FROM minutebook.proposal p WHERE p.id = an_id;
END $$;

-- Only who has the pen may say what came of it.
CREATE FUNCTION minutebook.answer(an_id uuid, a_holder text, a_token bigint, an_outcome text) RETURNS TABLE (outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
DECLARE
    a_meeting text;
BEGIN
    UPDATE minutebook.proposal p SET outcome = an_outcome, content = '', answered_at = clock_timestamp(),
        answered_by = session_user FROM minutebook.pen
        WHERE p.id = an_id AND p.outcome = 'waiting' AND pen.meeting = p.meeting AND pen.holder = a_holder
            AND pen.token = a_token RETURNING p.meeting INTO a_meeting;
    IF FOUND THEN
        PERFORM pg_notify('minutebook', 'proposal ' || a_meeting);
    END IF;
    RETURN QUERY SELECT p.outcome FROM minutebook.proposal p WHERE p.id = an_id;
END $$;

CREATE OR REPLACE FUNCTION minutebook.grant_roles() RETURNS text LANGUAGE plpgsql SET search_path = minutebook, pg_temp AS $$
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
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA minutebook FROM PUBLIC;
SELECT minutebook.grant_roles();
