-- The same net as under every other table of a newsroom.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhook', 'webhook_delivery', 'webhook_attempt']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_newsroom ON %I TO isnad_app USING (newsroom_id = nullif(current_setting(''app.newsroom'', true), '''')::uuid)', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE CONSTRAINT TRIGGER leaf_required AFTER INSERT ON webhook DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_leaf();
CREATE TRIGGER version_grows BEFORE UPDATE ON webhook FOR EACH ROW EXECUTE FUNCTION refuse_version_jump();

GRANT SELECT, INSERT, UPDATE ON webhook, webhook_delivery TO isnad_app;
GRANT SELECT, INSERT ON webhook_attempt TO isnad_app;

-- Whoever appends to the ledger asks, in the same transaction, that it be read for the webhooks: what was committed is told, whatever
-- dies in between. One job a newsroom waits at a time; one that is running already is followed by another, so no leaf is missed.
CREATE FUNCTION wake_webhooks() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM webhook WHERE newsroom_id = NEW.newsroom_id AND active) THEN
    PERFORM enqueue_job('webhook-reading', json_build_object('newsroomId', NEW.newsroom_id), 'webhook-reading ' || NEW.newsroom_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER wake_webhooks AFTER UPDATE OF seq ON ledger_head FOR EACH ROW WHEN (NEW.seq > OLD.seq) EXECUTE FUNCTION wake_webhooks();
