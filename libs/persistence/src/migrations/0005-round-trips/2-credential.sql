-- The look-up of a credential comes before every request: the same answers, by plans that a session keeps, and without a writing
-- part where there is nothing to write.

CREATE OR REPLACE FUNCTION find_token(p_hash bytea)
  RETURNS TABLE (id uuid, newsroom_id uuid, member_id uuid, roles text[], kind text, scopes text[], locale text, refusal text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  is_due boolean;
BEGIN
  SELECT t.id, t.newsroom_id, t.member_id, m.roles, m.kind, t.scopes, m.locale,
      CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= now() THEN 'expired' WHEN NOT m.active THEN 'revoked' END,
      t.revoked_at IS NULL AND t.expires_at > now() AND (t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute')
    INTO find_token.id, find_token.newsroom_id, find_token.member_id, find_token.roles, find_token.kind, find_token.scopes,
      find_token.locale, find_token.refusal, is_due
    FROM access_token t JOIN member m ON m.newsroom_id = t.newsroom_id AND m.id = t.member_id WHERE t.secret_hash = p_hash;
  IF NOT FOUND THEN RETURN; END IF;
  IF is_due THEN
    UPDATE access_token t SET last_used_at = now() WHERE t.newsroom_id = find_token.newsroom_id AND t.id = find_token.id;
  END IF;
  RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION find_session(p_hash bytea)
  RETURNS TABLE (id uuid, newsroom_id uuid, member_id uuid, roles text[], kind text, authenticated_at timestamptz, locale text, refusal text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  is_due boolean;
BEGIN
  -- Reading marks the session as alive at most once a minute; the idle limit is 30 minutes.
  SELECT s.id, s.newsroom_id, s.member_id, m.roles, m.kind, s.authenticated_at, m.locale,
      CASE WHEN s.ended_at IS NOT NULL THEN 'revoked'
        WHEN s.expires_at <= now() OR s.last_seen_at <= now() - interval '30 minutes' THEN 'expired' WHEN NOT m.active THEN 'revoked' END,
      s.ended_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '30 minutes'
        AND s.last_seen_at < now() - interval '1 minute'
    INTO find_session.id, find_session.newsroom_id, find_session.member_id, find_session.roles, find_session.kind,
      find_session.authenticated_at, find_session.locale, find_session.refusal, is_due
    FROM session s JOIN member m ON m.newsroom_id = s.newsroom_id AND m.id = s.member_id WHERE s.secret_hash = p_hash;
  IF NOT FOUND THEN RETURN; END IF;
  IF is_due THEN
    UPDATE session s SET last_seen_at = now() WHERE s.newsroom_id = find_session.newsroom_id AND s.id = find_session.id;
  END IF;
  RETURN NEXT;
END $$;
