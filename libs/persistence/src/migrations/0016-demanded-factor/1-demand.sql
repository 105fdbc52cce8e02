-- Whether the newsroom's policy demands a second factor of somebody who has none in use. Asked beside find_session and find_token,
-- before any newsroom is bound, and answers for one member only.
CREATE FUNCTION lacks_second_factor(p_newsroom uuid, p_member uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((
    SELECT m.kind = 'person' AND (n.policy -> 'secondFactorOf') ?| m.roles AND NOT EXISTS (
      SELECT FROM second_factor s
      WHERE s.newsroom_id = m.newsroom_id AND s.member_id = m.id AND s.removed_at IS NULL AND s.confirmed_at IS NOT NULL)
    FROM member m JOIN newsroom n ON n.id = m.newsroom_id WHERE m.newsroom_id = p_newsroom AND m.id = p_member), false)
$$;
REVOKE ALL ON FUNCTION lacks_second_factor(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lacks_second_factor(uuid, uuid) TO isnad_app;
