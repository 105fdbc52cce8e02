-- The audit ledger: one hash chain a newsroom, appended inside the transaction of the change by one function the app
-- role may only execute. Leaves are RFC 8785 bytes kept as text (jsonb would reorder them); what they commit to is kept
-- apart with its salt, so that personal data can be erased while the chain stays valid.

CREATE TABLE ledger_head (
  newsroom_id uuid PRIMARY KEY REFERENCES newsroom (id),
  seq bigint NOT NULL,
  hash bytea NOT NULL
);

CREATE TABLE ledger_leaf (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  seq bigint NOT NULL,
  bytes text NOT NULL,
  hash bytea NOT NULL,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id uuid NOT NULL,
  object_seq integer NOT NULL,
  member_id uuid,
  request_id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (newsroom_id, seq),
  UNIQUE (newsroom_id, object_type, object_id, object_seq)
);

CREATE TABLE ledger_payload (
  newsroom_id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea NOT NULL,
  payload text NOT NULL,
  PRIMARY KEY (newsroom_id, seq),
  FOREIGN KEY (newsroom_id, seq) REFERENCES ledger_leaf (newsroom_id, seq)
);

-- What the rest of the world is told, in ledger order; claim and article let readers filter by what they may see.
CREATE TABLE outbox (
  newsroom_id uuid NOT NULL,
  seq bigint NOT NULL,
  event text NOT NULL,
  object_type text NOT NULL,
  object_id uuid NOT NULL,
  article_id uuid,
  claim_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, seq),
  FOREIGN KEY (newsroom_id, seq) REFERENCES ledger_leaf (newsroom_id, seq)
);

-- Appends one leaf per change and answers the last sequence. Called last in a transaction: the head's lock is held
-- through COMMIT, which is what makes the order gap-free and commit-true for every reader by sequence.
-- p_actor: canonical JSON of the actor. p_changes: [{action, type, id, payload, salt, commit, reason?, articleId?, claimId?}].
CREATE FUNCTION ledger_append(p_newsroom uuid, p_actor text, p_member uuid, p_request text, p_changes json) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head_seq bigint;
  head_hash bytea;
  moment timestamptz;
  stamp text;
  change record;
  before_seq integer;
  before_hash bytea;
  line text;
BEGIN
  IF p_newsroom IS DISTINCT FROM nullif(current_setting('app.newsroom', true), '')::uuid THEN
    RAISE EXCEPTION 'ledger_append: not this transaction''s newsroom' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ledger_head VALUES (p_newsroom, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
  SELECT seq, hash INTO STRICT head_seq, head_hash FROM ledger_head WHERE newsroom_id = p_newsroom FOR UPDATE;
  moment := clock_timestamp();
  stamp := to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  FOR change IN
    SELECT * FROM json_to_recordset(p_changes)
      AS c(action text, type text, id uuid, payload text, salt text, "commit" text, reason text, "articleId" uuid, "claimId" uuid)
  LOOP
    SELECT l.object_seq, l.hash INTO before_seq, before_hash FROM ledger_leaf l
      WHERE l.newsroom_id = p_newsroom AND l.object_type = change.type AND l.object_id = change.id
      ORDER BY l.object_seq DESC LIMIT 1;
    IF NOT FOUND THEN before_seq := 0; before_hash := NULL; END IF;
    head_seq := head_seq + 1;
    -- Keys in RFC 8785 order; to_json escapes a string exactly as RFC 8785 does for text without lone surrogates or NUL.
    line := '{"action":' || to_json(change.action) || ',"actor":' || p_actor || ',"at":"' || stamp || '","newsroom":"' || p_newsroom
      || '","object":{"id":"' || change.id || '","prev":' || coalesce('"' || encode(before_hash, 'hex') || '"', 'null')
      || ',"seq":' || (before_seq + 1) || ',"type":' || to_json(change.type) || '},"payload":"' || change.commit
      || '","prev":"' || encode(head_hash, 'hex') || '"'
      || CASE WHEN change.reason IS NULL THEN '' ELSE ',"reason":' || to_json(change.reason) END
      || ',"requestId":' || to_json(p_request) || ',"seq":' || head_seq || ',"v":1}';
    head_hash := sha256('\x00'::bytea || convert_to(line, 'UTF8'));
    INSERT INTO ledger_leaf VALUES
      (p_newsroom, head_seq, line, head_hash, change.action, change.type, change.id, before_seq + 1, p_member, p_request, moment);
    INSERT INTO ledger_payload VALUES (p_newsroom, head_seq, decode(change.salt, 'hex'), change.payload);
    INSERT INTO outbox (newsroom_id, seq, event, object_type, object_id, article_id, claim_id)
      VALUES (p_newsroom, head_seq, change.action, change.type, change.id, change."articleId", change."claimId");
  END LOOP;
  UPDATE ledger_head SET seq = head_seq, hash = head_hash WHERE newsroom_id = p_newsroom;
  PERFORM pg_notify('isnad_ledger', p_newsroom || ':' || head_seq);
  RETURN head_seq;
END $$;

-- Opens a unit of work: binds the transaction to its newsroom and, under an Idempotency-Key, claims the key.
-- Answers 'new', 'in-flight' (another transaction holds it), 'mismatch' (other body) or 'done' with the kept result.
CREATE FUNCTION begin_unit(p_newsroom uuid, p_member uuid, p_operation text, p_key text, p_hash text,
    OUT status text, OUT kept text, OUT kept_seq bigint)
  LANGUAGE plpgsql AS $$
DECLARE
  earlier record;
BEGIN
  PERFORM set_config('app.newsroom', p_newsroom::text, true);
  status := 'new';
  IF p_key IS NULL THEN RETURN; END IF;
  IF NOT pg_try_advisory_xact_lock(hashtextextended(p_newsroom::text || p_member::text || p_operation || ':' || p_key, 0)) THEN
    status := 'in-flight';
    RETURN;
  END IF;
  SELECT request_hash, result, ledger_seq INTO earlier FROM idempotency_key
    WHERE newsroom_id = p_newsroom AND member_id = p_member AND operation = p_operation AND key = p_key;
  IF NOT FOUND THEN RETURN; END IF;
  IF earlier.request_hash <> p_hash THEN status := 'mismatch'; RETURN; END IF;
  status := 'done';
  kept := earlier.result;
  kept_seq := earlier.ledger_seq;
END $$;

-- Closes a unit of work in one round trip: the ledger leaves, then the kept result of the key.
CREATE FUNCTION finish_unit(p_newsroom uuid, p_member uuid, p_actor text, p_request text, p_changes json,
    p_operation text, p_key text, p_hash text, p_result text) RETURNS bigint
  LANGUAGE plpgsql AS $$
DECLARE
  last_seq bigint;
BEGIN
  IF p_changes IS NOT NULL THEN
    -- The all-zero member stands for the system, which the leaf calls null.
    last_seq := ledger_append(p_newsroom, p_actor, nullif(p_member, '00000000-0000-0000-0000-000000000000'), p_request, p_changes);
  END IF;
  IF p_key IS NOT NULL THEN
    INSERT INTO idempotency_key (newsroom_id, member_id, operation, key, request_hash, result, ledger_seq)
      VALUES (p_newsroom, p_member, p_operation, p_key, p_hash, p_result, last_seq);
  END IF;
  RETURN last_seq;
END $$;

CREATE INDEX outbox_of_claim ON outbox (newsroom_id, claim_id, seq) WHERE claim_id IS NOT NULL;
CREATE INDEX outbox_of_article ON outbox (newsroom_id, article_id, seq) WHERE article_id IS NOT NULL;
