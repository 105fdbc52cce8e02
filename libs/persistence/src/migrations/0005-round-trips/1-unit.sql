-- A unit of work is sent to the database in as few round trips as it has decisions to make, so what must stop it is raised,
-- and whatever was sent behind it does not run.

-- begin_unit for a unit whose first statements are sent with it: a key that is taken stops them.
CREATE FUNCTION open_unit(p_newsroom uuid, p_member uuid, p_operation text, p_key text, p_hash text) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  found_status text;
BEGIN
  SELECT status INTO found_status FROM begin_unit(p_newsroom, p_member, p_operation, p_key, p_hash);
  IF found_status <> 'new' THEN
    RAISE EXCEPTION 'the key is %', found_status USING ERRCODE = 'IS001';
  END IF;
END $$;

-- A compare-and-set nobody waits for: 40001, which is tried again, unless exactly one row was changed.
CREATE FUNCTION require_one(p_count bigint) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  IF p_count <> 1 THEN
    RAISE EXCEPTION '% rows changed instead of one', p_count USING ERRCODE = '40001';
  END IF;
END $$;
