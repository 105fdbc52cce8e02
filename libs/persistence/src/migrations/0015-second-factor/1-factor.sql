-- What a member proves himself with besides his password. One at a time: unconfirmed, then in use, then removed and emptied.
CREATE TABLE second_factor (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  -- Needed as it is to know the code of each half minute; empty once removed.
  secret bytea NOT NULL,
  confirmed_at timestamptz(3),
  -- The half minute of the code used last: no code counts twice.
  last_step bigint NOT NULL DEFAULT 0,
  -- SHA-256 of the recovery codes that are left.
  recovery_hashes bytea[] NOT NULL DEFAULT '{}',
  removed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, member_id) REFERENCES member (newsroom_id, id),
  CHECK (removed_at IS NULL OR secret = '\x')
);
CREATE UNIQUE INDEX second_factor_of_member ON second_factor (newsroom_id, member_id) WHERE removed_at IS NULL;

ALTER TABLE second_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_factor FORCE ROW LEVEL SECURITY;
CREATE POLICY own_newsroom ON second_factor TO isnad_app USING (newsroom_id = nullif(current_setting('app.newsroom', true), '')::uuid);
CREATE POLICY owner ON second_factor TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE CONSTRAINT TRIGGER leaf_required AFTER INSERT ON second_factor DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_leaf();
CREATE TRIGGER version_grows BEFORE UPDATE ON second_factor FOR EACH ROW EXECUTE FUNCTION refuse_version_jump();

GRANT SELECT, INSERT, UPDATE ON second_factor TO isnad_app;
