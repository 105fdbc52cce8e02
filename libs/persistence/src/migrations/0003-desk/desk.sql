-- Why a query was closed, where that is not its answer.
ALTER TABLE query ADD COLUMN resolution text;
CREATE INDEX query_of_asker ON query (newsroom_id, asked_by, answered_at DESC) WHERE answered_at IS NOT NULL;
CREATE INDEX query_open ON query (newsroom_id, claim_id) WHERE resolved_at IS NULL;
CREATE INDEX comment_mentions ON comment USING gin (mentions);
CREATE INDEX decision_newest ON decision (newsroom_id, claim_id, created_at DESC, id DESC);

-- Sections of a newsroom. Articles named desks before anything kept them: each mark becomes a desk that can be renamed.
CREATE TABLE desk (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  name text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id)
);
CREATE UNIQUE INDEX desk_by_name ON desk (newsroom_id, lower(name));
INSERT INTO desk (newsroom_id, id, name)
  SELECT DISTINCT newsroom_id, desk_id, 'Desk ' || desk_id FROM article WHERE desk_id IS NOT NULL;
ALTER TABLE article ADD FOREIGN KEY (newsroom_id, desk_id) REFERENCES desk (newsroom_id, id);

-- What a member has read of what he was told; told things themselves are computed.
CREATE TABLE notification_mark (
  newsroom_id uuid NOT NULL,
  member_id uuid NOT NULL,
  id uuid NOT NULL,
  read_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, member_id, id),
  FOREIGN KEY (newsroom_id, member_id) REFERENCES member (newsroom_id, id)
);

-- Items of the policy's checklist that the member ticked with his verdict.
ALTER TABLE verdict ADD COLUMN checklist text[] NOT NULL DEFAULT '{}';

-- The verdict this one was taken over from, by an editor's explicit act.
ALTER TABLE verdict ADD COLUMN precedent_id uuid;
ALTER TABLE verdict ADD FOREIGN KEY (newsroom_id, precedent_id) REFERENCES verdict (newsroom_id, id);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['desk', 'notification_mark']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_newsroom ON %I TO isnad_app USING (newsroom_id = nullif(current_setting(''app.newsroom'', true), '''')::uuid)', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['query', 'comment', 'claim_group', 'desk']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER leaf_required AFTER INSERT ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_leaf()', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON desk TO isnad_app;
GRANT SELECT, INSERT ON notification_mark TO isnad_app;
CREATE TRIGGER version_grows BEFORE UPDATE ON desk FOR EACH ROW EXECUTE FUNCTION refuse_version_jump();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON notification_mark FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON notification_mark FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
