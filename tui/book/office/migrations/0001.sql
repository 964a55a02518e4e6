-- The book: its meetings row by row, what may be public of them apart, who holds the pen, and the files of the house.
-- Whoever writes does so by these functions alone, which look at the pen in the same transaction.

CREATE TABLE minutebook.book (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO minutebook.book DEFAULT VALUES;

CREATE TABLE minutebook.meeting (
    id text PRIMARY KEY,
    name text NOT NULL,
    version bigint NOT NULL,
    digest text NOT NULL,
    tables text[] NOT NULL,
    changes integer NOT NULL,
    title text NOT NULL,
    day date NOT NULL,
    series text NOT NULL,
    removed boolean NOT NULL DEFAULT false,
    stored_at timestamptz NOT NULL,
    stored_by text NOT NULL
);
CREATE UNIQUE INDEX meeting_name ON minutebook.meeting (name) WHERE NOT removed;

CREATE FUNCTION minutebook.mark_of(line text) RETURNS text LANGUAGE sql STABLE AS
    $$ SELECT encode(sha256(convert_to(line, 'UTF8')), 'hex') $$;

-- `line` is the row as it stands in a meeting's file, JSON with its checksum; `mark` is the SHA-256 of it.
CREATE TABLE minutebook.row (
    meeting text NOT NULL REFERENCES minutebook.meeting,
    kind text NOT NULL,
    key text NOT NULL,
    place integer NOT NULL,
    line text NOT NULL,
    mark text NOT NULL,
    stored_at timestamptz NOT NULL,
    stored_by text NOT NULL,
    PRIMARY KEY (meeting, kind, key)
);

-- What was made public of each meeting by the program, before it was sent: no words that are restricted are in these.
CREATE TABLE minutebook.public_meeting (
    id text PRIMARY KEY REFERENCES minutebook.meeting,
    name text NOT NULL,
    version bigint NOT NULL,
    digest text NOT NULL,
    tables text[] NOT NULL,
    title text NOT NULL,
    day date NOT NULL,
    series text NOT NULL,
    stored_at timestamptz NOT NULL
);
CREATE TABLE minutebook.public_row (
    meeting text NOT NULL REFERENCES minutebook.public_meeting ON DELETE CASCADE,
    kind text NOT NULL,
    key text NOT NULL,
    place integer NOT NULL,
    line text NOT NULL,
    mark text NOT NULL,
    PRIMARY KEY (meeting, kind, key)
);

-- The right to write to a meeting. `token` grows each time that it changes hands: what was begun under an older one is
-- refused. Only the server's clock counts.
CREATE TABLE minutebook.pen (
    meeting text PRIMARY KEY,
    token bigint NOT NULL DEFAULT 0,
    holder text,
    who text,
    login text,
    since timestamptz,
    until timestamptz,
    asked_by text,
    asked_who text,
    asked_at timestamptz
);

CREATE TABLE minutebook.file (
    path text PRIMARY KEY,
    digest text NOT NULL,
    content bytea NOT NULL,
    removed boolean NOT NULL DEFAULT false,
    stored_at timestamptz NOT NULL,
    stored_by text NOT NULL
);

CREATE FUNCTION minutebook.take_pen(a_meeting text, a_holder text, a_who text, take_over boolean, lease interval)
RETURNS TABLE (outcome text, token bigint, who text, since timestamptz, silent interval)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
DECLARE
    pen minutebook.pen;
BEGIN
    INSERT INTO minutebook.pen (meeting) VALUES (a_meeting) ON CONFLICT DO NOTHING;
    SELECT * INTO pen FROM minutebook.pen p WHERE p.meeting = a_meeting FOR UPDATE;
    IF pen.holder IS NULL OR pen.holder = a_holder OR (pen.until < clock_timestamp() AND take_over) THEN
        UPDATE minutebook.pen p SET token = p.token + 1, holder = a_holder, who = a_who, login = session_user,
            since = clock_timestamp(), until = clock_timestamp() + lease, asked_by = NULL, asked_who = NULL, asked_at = NULL
            WHERE p.meeting = a_meeting RETURNING p.token INTO pen.token;
        PERFORM pg_notify('minutebook', 'pen ' || a_meeting);
        RETURN QUERY SELECT 'yours', pen.token, a_who, clock_timestamp(), interval '0';
    ELSIF pen.until < clock_timestamp() THEN
        RETURN QUERY SELECT 'silent', pen.token, pen.who, pen.since, clock_timestamp() - (pen.until - lease);
    ELSE
        RETURN QUERY SELECT 'held', pen.token, pen.who, pen.since, interval '0';
    END IF;
END $$;

CREATE FUNCTION minutebook.keep_pen(a_meeting text, a_holder text, a_token bigint, lease interval)
RETURNS TABLE (outcome text, who text, asked_who text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
BEGIN
    UPDATE minutebook.pen p SET until = clock_timestamp() + lease
        WHERE p.meeting = a_meeting AND p.holder = a_holder AND p.token = a_token;
    RETURN QUERY SELECT CASE WHEN p.holder = a_holder AND p.token = a_token THEN 'yours' ELSE 'lost' END,
        p.who, CASE WHEN p.asked_at > clock_timestamp() - interval '2 minutes' THEN p.asked_who END
        FROM minutebook.pen p WHERE p.meeting = a_meeting;
END $$;

CREATE FUNCTION minutebook.give_pen(a_meeting text, a_holder text, a_token bigint, lease interval) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
BEGIN
    -- Whoever asked a moment ago has it at once, and nobody in between.
    UPDATE minutebook.pen p SET token = p.token + 1,
        holder = CASE WHEN p.asked_at > clock_timestamp() - interval '2 minutes' THEN p.asked_by END,
        who = CASE WHEN p.asked_at > clock_timestamp() - interval '2 minutes' THEN p.asked_who END,
        since = clock_timestamp(), until = clock_timestamp() + lease, asked_by = NULL, asked_who = NULL, asked_at = NULL
        WHERE p.meeting = a_meeting AND p.holder = a_holder AND p.token = a_token;
    PERFORM pg_notify('minutebook', 'pen ' || a_meeting);
END $$;

CREATE FUNCTION minutebook.ask_pen(a_meeting text, a_holder text, a_who text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
BEGIN
    UPDATE minutebook.pen p SET asked_by = a_holder, asked_who = a_who, asked_at = clock_timestamp()
        WHERE p.meeting = a_meeting AND p.holder IS NOT NULL AND p.holder <> a_holder;
    PERFORM pg_notify('minutebook', 'pen ' || a_meeting);
END $$;

-- Store a meeting's next state. `stored` where it is there now, also where it was before; `lost` where another holds the
-- pen; `moved` where the meeting is not what the writer thinks; `named` where another meeting has its name.
CREATE FUNCTION minutebook.store(
    a_meeting text, a_holder text, a_token bigint, base bigint, base_digest text, a_digest text, a_name text, a_tables text[],
    a_changes integer, a_title text, a_day date, a_series text,
    gone_kinds text[], gone_keys text[], kinds text[], keys text[], places integer[], lines text[],
    public_name text, public_digest text, public_tables text[], public_title text, public_series text,
    public_gone_kinds text[], public_gone_keys text[],
    public_kinds text[], public_keys text[], public_places integer[], public_lines text[]
)
RETURNS TABLE (outcome text, version bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
DECLARE
    old minutebook.meeting;
    next bigint;
BEGIN
    PERFORM FROM minutebook.pen p WHERE p.meeting = a_meeting AND p.holder = a_holder AND p.token = a_token FOR UPDATE;
    IF NOT FOUND THEN
        SELECT * INTO old FROM minutebook.meeting m WHERE m.id = a_meeting;
        RETURN QUERY SELECT CASE WHEN old.digest = a_digest AND NOT old.removed THEN 'stored' ELSE 'lost' END, old.version;
        RETURN;
    END IF;
    SELECT * INTO old FROM minutebook.meeting m WHERE m.id = a_meeting FOR UPDATE;
    IF old.digest = a_digest AND NOT old.removed THEN
        RETURN QUERY SELECT 'stored', old.version;
        RETURN;
    ELSIF coalesce(old.version, 0) <> base OR coalesce(old.digest, '') <> base_digest THEN
        RETURN QUERY SELECT 'moved', old.version;
        RETURN;
    ELSIF EXISTS (SELECT FROM minutebook.meeting m WHERE m.name = a_name AND m.id <> a_meeting AND NOT m.removed) THEN
        RETURN QUERY SELECT 'named', old.version;
        RETURN;
    END IF;
    next := base + 1;
    INSERT INTO minutebook.meeting
        VALUES (a_meeting, a_name, next, a_digest, a_tables, a_changes, a_title, a_day, a_series, false,
            clock_timestamp(), session_user)
        ON CONFLICT (id) DO UPDATE SET (name, version, digest, tables, changes, title, day, series, removed, stored_at,
            stored_by) = (excluded.name, excluded.version, excluded.digest, excluded.tables, excluded.changes,
            excluded.title, excluded.day, excluded.series, false, excluded.stored_at, excluded.stored_by);
    DELETE FROM minutebook.row r USING unnest(gone_kinds, gone_keys) AS gone (kind, key)
        WHERE r.meeting = a_meeting AND r.kind = gone.kind AND r.key = gone.key;
    UPDATE minutebook.row r SET place = moved.place FROM unnest(kinds, keys, places, lines) AS moved (kind, key, place, line)
        WHERE moved.line IS NULL AND r.meeting = a_meeting AND r.kind = moved.kind AND r.key = moved.key;
    INSERT INTO minutebook.row (meeting, kind, key, place, line, mark, stored_at, stored_by)
        SELECT a_meeting, new.kind, new.key, new.place, new.line, minutebook.mark_of(new.line), clock_timestamp(), session_user
        FROM unnest(kinds, keys, places, lines) AS new (kind, key, place, line) WHERE new.line IS NOT NULL
        ON CONFLICT (meeting, kind, key) DO UPDATE SET (place, line, mark, stored_at, stored_by) =
            (excluded.place, excluded.line, excluded.mark, excluded.stored_at, excluded.stored_by);
    INSERT INTO minutebook.public_meeting
        VALUES (a_meeting, public_name, next, public_digest, public_tables, public_title, a_day, public_series,
            clock_timestamp())
        ON CONFLICT (id) DO UPDATE SET (name, version, digest, tables, title, day, series, stored_at) =
            (excluded.name, excluded.version, excluded.digest, excluded.tables, excluded.title, excluded.day,
            excluded.series, excluded.stored_at);
    DELETE FROM minutebook.public_row r USING unnest(public_gone_kinds, public_gone_keys) AS gone (kind, key)
        WHERE r.meeting = a_meeting AND r.kind = gone.kind AND r.key = gone.key;
    UPDATE minutebook.public_row r SET place = moved.place
        FROM unnest(public_kinds, public_keys, public_places, public_lines) AS moved (kind, key, place, line)
        WHERE moved.line IS NULL AND r.meeting = a_meeting AND r.kind = moved.kind AND r.key = moved.key;
    INSERT INTO minutebook.public_row (meeting, kind, key, place, line, mark)
        SELECT a_meeting, new.kind, new.key, new.place, new.line, minutebook.mark_of(new.line)
        FROM unnest(public_kinds, public_keys, public_places, public_lines) AS new (kind, key, place, line)
        WHERE new.line IS NOT NULL
        ON CONFLICT (meeting, kind, key) DO UPDATE SET (place, line, mark) = (excluded.place, excluded.line, excluded.mark);
    PERFORM pg_notify('minutebook', 'meeting ' || a_meeting);
    RETURN QUERY SELECT 'stored', next;
END $$;

CREATE FUNCTION minutebook.remove(a_meeting text, a_holder text, a_token bigint, base bigint) RETURNS TABLE (outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
BEGIN
    PERFORM FROM minutebook.pen p WHERE p.meeting = a_meeting AND p.holder = a_holder AND p.token = a_token FOR UPDATE;
    IF NOT FOUND THEN
        RETURN QUERY SELECT 'lost';
        RETURN;
    END IF;
    UPDATE minutebook.meeting m SET removed = true, version = m.version + 1, stored_at = clock_timestamp(),
        stored_by = session_user WHERE m.id = a_meeting AND m.version = base AND NOT m.removed;
    IF NOT FOUND THEN
        RETURN QUERY SELECT 'moved';
        RETURN;
    END IF;
    DELETE FROM minutebook.public_meeting p WHERE p.id = a_meeting;
    PERFORM pg_notify('minutebook', 'meeting ' || a_meeting);
    RETURN QUERY SELECT 'stored';
END $$;

CREATE FUNCTION minutebook.put_file(a_path text, base text, a_content bytea, is_removed boolean) RETURNS TABLE (outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = minutebook, pg_temp AS $$
DECLARE
    old minutebook.file;
    next text := CASE WHEN is_removed THEN '' ELSE encode(sha256(a_content), 'hex') END;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(a_path, 7));
    SELECT * INTO old FROM minutebook.file f WHERE f.path = a_path;
    IF coalesce(old.digest, '') = next THEN
        RETURN QUERY SELECT 'stored';
    ELSIF coalesce(old.digest, '') <> base THEN
        RETURN QUERY SELECT 'moved';
    ELSE
        INSERT INTO minutebook.file VALUES (a_path, next, a_content, is_removed, clock_timestamp(), session_user)
            ON CONFLICT (path) DO UPDATE SET (digest, content, removed, stored_at, stored_by) =
            (excluded.digest, excluded.content, excluded.removed, excluded.stored_at, excluded.stored_by);
        PERFORM pg_notify('minutebook', 'file');
        RETURN QUERY SELECT 'stored';
    END IF;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA minutebook FROM PUBLIC;
