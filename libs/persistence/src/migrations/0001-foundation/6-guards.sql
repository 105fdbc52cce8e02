-- The net under the code: row-level security, grants and triggers. The app role isnad_app owns nothing, bypasses nothing.

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['policy_version', 'member', 'sign_in_link', 'session', 'access_token', 'idempotency_key', 'source', 'article',
    'revision', 'claim_group', 'claim', 'anchor', 'capture', 'evidence', 'assignment', 'verdict', 'verdict_evidence', 'verdict_withdrawal',
    'decision', 'query', 'comment', 'release', 'correction', 'notice', 'report', 'report_file', 'ledger_head', 'ledger_leaf',
    'ledger_payload', 'outbox']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_newsroom ON %I TO isnad_app USING (newsroom_id = nullif(current_setting(''app.newsroom'', true), '''')::uuid)', t);
    -- The owner acts only in migrations, backups, fsck and the definer functions below.
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

ALTER TABLE newsroom ENABLE ROW LEVEL SECURITY;
ALTER TABLE newsroom FORCE ROW LEVEL SECURITY;
CREATE POLICY own_newsroom ON newsroom TO isnad_app USING (id = nullif(current_setting('app.newsroom', true), '')::uuid);
CREATE POLICY owner ON newsroom TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT USAGE ON SCHEMA public TO isnad_app;

-- Mutable tables: rows are added and changed under compare-and-set, never deleted.
GRANT SELECT, INSERT, UPDATE ON newsroom, member, sign_in_link, session, access_token, source, article, claim_group, claim, anchor,
  evidence, assignment, query, correction, report TO isnad_app;
GRANT SELECT, INSERT ON policy_version, idempotency_key, revision, capture, verdict, verdict_evidence, verdict_withdrawal, decision,
  comment, release, notice, report_file TO isnad_app;
-- The ledger is written by ledger_append alone.
GRANT SELECT ON ledger_head, ledger_leaf, ledger_payload, outbox TO isnad_app;
REVOKE ALL ON FUNCTION ledger_append(uuid, text, uuid, text, json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_append(uuid, text, uuid, text, json) TO isnad_app;

-- Append-only holds for the owner too: a mistake in a migration must not rewrite history silently.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['policy_version', 'revision', 'capture', 'verdict', 'verdict_evidence', 'verdict_withdrawal', 'decision', 'comment',
    'release', 'notice', 'report_file', 'ledger_leaf', 'outbox']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', t);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', t);
  END LOOP;
END $$;

-- A version may only grow by one: stops a stale write that forgot its predicate.
CREATE FUNCTION refuse_version_jump() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version NOT IN (OLD.version, OLD.version + 1) THEN
    RAISE EXCEPTION '%: version % after %', TG_TABLE_NAME, NEW.version, OLD.version USING ERRCODE = '40001';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['newsroom', 'member', 'access_token', 'source', 'article', 'claim_group', 'claim', 'evidence', 'assignment', 'query',
    'correction', 'report']
  LOOP
    EXECUTE format('CREATE TRIGGER version_grows BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_version_jump()', t);
  END LOOP;
END $$;

-- No acknowledged verdict, decision, evidence or release without its leaf: checked at COMMIT.
CREATE FUNCTION require_leaf() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ledger_leaf WHERE newsroom_id = NEW.newsroom_id AND object_type = TG_TABLE_NAME AND object_id = NEW.id) THEN
    RAISE EXCEPTION '% % has no ledger leaf', TG_TABLE_NAME, NEW.id USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['article', 'claim', 'source', 'evidence', 'assignment', 'verdict', 'decision', 'release', 'correction', 'notice']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER leaf_required AFTER INSERT ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_leaf()', t);
  END LOOP;
END $$;
