-- Sign-in happens before a newsroom is known. These definer functions are the only way across newsrooms, and each
-- answers by a secret's hash, an e-mail address at sign-in, or a throttle key; nothing can be listed through them.

CREATE FUNCTION find_session(p_hash bytea)
  RETURNS TABLE (id uuid, newsroom_id uuid, member_id uuid, roles text[], kind text, authenticated_at timestamptz, locale text, refusal text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- Reading marks the session as alive at most once a minute; the idle limit is 30 minutes.
  WITH found AS (
    SELECT s.*, CASE WHEN s.ended_at IS NOT NULL THEN 'revoked'
      WHEN s.expires_at <= now() OR s.last_seen_at <= now() - interval '30 minutes' THEN 'expired' END AS refused
    FROM session s WHERE s.secret_hash = p_hash
  ), seen AS (
    UPDATE session s SET last_seen_at = now() FROM found f
    WHERE s.newsroom_id = f.newsroom_id AND s.id = f.id AND f.refused IS NULL AND f.last_seen_at < now() - interval '1 minute'
  )
  SELECT f.id, f.newsroom_id, f.member_id, m.roles, m.kind, f.authenticated_at, m.locale,
    coalesce(f.refused, CASE WHEN NOT m.active THEN 'revoked' END)
  FROM found f JOIN member m ON m.newsroom_id = f.newsroom_id AND m.id = f.member_id
$$;

CREATE FUNCTION find_token(p_hash bytea)
  RETURNS TABLE (id uuid, newsroom_id uuid, member_id uuid, roles text[], kind text, scopes text[], locale text, refusal text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH found AS (
    SELECT t.*, CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= now() THEN 'expired' END AS refused
    FROM access_token t WHERE t.secret_hash = p_hash
  ), used AS (
    UPDATE access_token t SET last_used_at = now() FROM found f
    WHERE t.newsroom_id = f.newsroom_id AND t.id = f.id AND f.refused IS NULL
      AND (f.last_used_at IS NULL OR f.last_used_at < now() - interval '1 minute')
  )
  SELECT f.id, f.newsroom_id, f.member_id, m.roles, m.kind, f.scopes, m.locale,
    coalesce(f.refused, CASE WHEN NOT m.active THEN 'revoked' END)
  FROM found f JOIN member m ON m.newsroom_id = f.newsroom_id AND m.id = f.member_id
$$;

CREATE FUNCTION find_login(p_email text)
  RETURNS TABLE (newsroom_id uuid, member_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.newsroom_id, m.id, m.password_hash FROM member m
  WHERE m.email = p_email AND m.active AND m.kind = 'person' ORDER BY m.created_at, m.id
$$;

-- One-time: the first caller gets the row, every later one nothing.
CREATE FUNCTION use_link(p_hash bytea, p_purpose text)
  RETURNS TABLE (newsroom_id uuid, member_id uuid)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sign_in_link l SET used_at = now() FROM member m
  WHERE l.secret_hash = p_hash AND l.purpose = p_purpose AND l.used_at IS NULL AND l.expires_at > now()
    AND m.newsroom_id = l.newsroom_id AND m.id = l.member_id AND m.active
  RETURNING l.newsroom_id, l.member_id
$$;

-- Fixed windows: counts one try and answers how many seconds to wait, 0 when allowed.
CREATE FUNCTION take_throttle(p_key text, p_limit integer, p_window integer) RETURNS integer
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO throttle AS t VALUES (p_key, now(), 1)
  ON CONFLICT (key) DO UPDATE SET
    taken = CASE WHEN t.window_start <= now() - make_interval(secs => p_window) THEN 1 ELSE t.taken + 1 END,
    window_start = CASE WHEN t.window_start <= now() - make_interval(secs => p_window) THEN now() ELSE t.window_start END
  RETURNING CASE WHEN t.taken > p_limit
    THEN greatest(1, ceil(extract(epoch FROM t.window_start + make_interval(secs => p_window) - now()))::integer) ELSE 0 END
$$;

DO $$
DECLARE
  f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['find_session(bytea)', 'find_token(bytea)', 'find_login(text)', 'use_link(bytea, text)', 'take_throttle(text, integer, integer)']
  LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION ' || f || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || f || ' TO isnad_app';
  END LOOP;
END $$;
