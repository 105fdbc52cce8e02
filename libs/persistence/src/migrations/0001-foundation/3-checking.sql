-- The work on a claim: who is asked, what was found, what each concluded, what the editor decided.

CREATE TABLE capture (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  sha256 text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  content bytea NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id)
);

CREATE TABLE evidence (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  source_id uuid NOT NULL,
  stance text NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  locator text NOT NULL,
  url text,
  quote text,
  is_primary boolean NOT NULL DEFAULT false,
  capture_id uuid,
  derives_from_evidence_id uuid,
  derives_from_source_id uuid,
  derives_how text CHECK (derives_how IN ('credited', 'copied', 'same-quote', 'same-statement')),
  confidential boolean NOT NULL DEFAULT false,
  note text,
  author_id uuid NOT NULL,
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  withdrawal_reason text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, source_id) REFERENCES source (newsroom_id, id),
  FOREIGN KEY (newsroom_id, capture_id) REFERENCES capture (newsroom_id, id),
  FOREIGN KEY (newsroom_id, derives_from_evidence_id) REFERENCES evidence (newsroom_id, id),
  FOREIGN KEY (newsroom_id, derives_from_source_id) REFERENCES source (newsroom_id, id),
  FOREIGN KEY (newsroom_id, author_id) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, withdrawn_by) REFERENCES member (newsroom_id, id),
  CHECK (derives_from_evidence_id IS NULL OR derives_from_source_id IS NULL),
  CHECK ((derives_from_evidence_id IS NULL AND derives_from_source_id IS NULL) = (derives_how IS NULL))
);
CREATE INDEX evidence_of_claim ON evidence (newsroom_id, claim_id, created_at, id);
CREATE INDEX evidence_from_source ON evidence (newsroom_id, source_id);

CREATE TABLE assignment (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  reviewer_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('assigned', 'in-progress', 'submitted', 'outdated', 'declined', 'expired', 'cancelled')),
  due_at timestamptz(3),
  reason text,
  assigned_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, reviewer_id) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, assigned_by) REFERENCES member (newsroom_id, id)
);
-- Never twice on one claim while the earlier assignment still stands.
CREATE UNIQUE INDEX assignment_standing ON assignment (newsroom_id, claim_id, reviewer_id)
  WHERE status IN ('assigned', 'in-progress', 'submitted', 'outdated');
CREATE INDEX assignment_queue ON assignment (newsroom_id, reviewer_id, status, due_at, id);

CREATE TABLE verdict (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  reviewer_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  rating text NOT NULL,
  stance text NOT NULL CHECK (stance IN ('supports', 'disputes', 'unproven')),
  confidence text NOT NULL CHECK (confidence IN ('low', 'medium', 'high')),
  rationale text NOT NULL CHECK (rationale <> ''),
  text_hash text NOT NULL,
  verifies text NOT NULL CHECK (verifies IN ('attribution', 'substance')),
  informed boolean NOT NULL,
  supersedes_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, reviewer_id) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, assignment_id) REFERENCES assignment (newsroom_id, id),
  FOREIGN KEY (newsroom_id, supersedes_id) REFERENCES verdict (newsroom_id, id)
);
CREATE INDEX verdict_of_claim ON verdict (newsroom_id, claim_id, created_at, id);

CREATE TABLE verdict_evidence (
  newsroom_id uuid NOT NULL,
  verdict_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  PRIMARY KEY (newsroom_id, verdict_id, evidence_id),
  FOREIGN KEY (newsroom_id, verdict_id) REFERENCES verdict (newsroom_id, id),
  FOREIGN KEY (newsroom_id, evidence_id) REFERENCES evidence (newsroom_id, id)
);

CREATE TABLE verdict_withdrawal (
  newsroom_id uuid NOT NULL,
  verdict_id uuid NOT NULL,
  reason text NOT NULL,
  withdrawn_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, verdict_id),
  FOREIGN KEY (newsroom_id, verdict_id) REFERENCES verdict (newsroom_id, id),
  FOREIGN KEY (newsroom_id, withdrawn_by) REFERENCES member (newsroom_id, id)
);

-- decided_by is null for an automatic fall-back, which always names its cause.
CREATE TABLE decision (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  from_state text NOT NULL CHECK (from_state IN ('needs-source', 'verified', 'disputed')),
  to_state text NOT NULL CHECK (to_state IN ('needs-source', 'verified', 'disputed')),
  decided_by uuid,
  cause text,
  rationale text,
  rating text,
  closure jsonb,
  overrides jsonb NOT NULL DEFAULT '[]',
  adjudication jsonb NOT NULL DEFAULT '[]',
  requirements jsonb NOT NULL DEFAULT '[]',
  verifies text NOT NULL,
  text_hash text NOT NULL,
  revision_number integer NOT NULL,
  policy_version integer NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, decided_by) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, policy_version) REFERENCES policy_version (newsroom_id, number),
  CHECK ((decided_by IS NULL) = (cause IS NOT NULL))
);
CREATE INDEX decision_of_claim ON decision (newsroom_id, claim_id, created_at, id);

CREATE TABLE query (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  text text NOT NULL,
  asked_by uuid NOT NULL,
  answer text,
  answered_by uuid,
  answered_at timestamptz(3),
  resolved_by uuid,
  resolved_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, asked_by) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, answered_by) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, resolved_by) REFERENCES member (newsroom_id, id)
);
CREATE INDEX query_of_claim ON query (newsroom_id, claim_id, created_at, id);

CREATE TABLE comment (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  text text NOT NULL,
  mentions uuid[] NOT NULL DEFAULT '{}',
  author_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, author_id) REFERENCES member (newsroom_id, id)
);
CREATE INDEX comment_of_claim ON comment (newsroom_id, claim_id, created_at, id);
