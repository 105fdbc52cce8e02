-- What an article lives through: speed, embargo, legal hold, requests for comment, complaints from outside.

ALTER TABLE article
  ADD COLUMN mode text NOT NULL DEFAULT 'standard' CHECK (mode IN ('standard', 'breaking')),
  ADD COLUMN embargo_until timestamptz(3),
  ADD COLUMN legal_hold boolean NOT NULL DEFAULT false,
  ADD COLUMN legal_hold_reason text,
  ADD CHECK (NOT legal_hold OR legal_hold_reason IS NOT NULL);

-- A claim that accuses somebody, or does not; null while nobody has said so and the words decide.
ALTER TABLE claim
  ADD COLUMN accuses boolean,
  ADD COLUMN recheck_at timestamptz(3);

ALTER TABLE release
  ADD COLUMN provisional boolean NOT NULL DEFAULT false,
  ADD COLUMN pending jsonb NOT NULL DEFAULT '[]';

-- Confidential: read by whoever has the role for it, part of no export. Only its digest enters the ledger.
CREATE TABLE legal_note (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  article_id uuid NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id)
);
CREATE INDEX legal_note_of_article ON legal_note (newsroom_id, article_id, created_at, id);

-- An attempt to reach somebody before publication, or the editor's reason for making none.
CREATE TABLE comment_request (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  article_id uuid NOT NULL,
  claim_ids uuid[] NOT NULL CHECK (cardinality(claim_ids) > 0),
  addressee text NOT NULL,
  channel text CHECK (channel IN ('phone', 'email', 'message', 'letter', 'in-person', 'spokesperson')),
  questions text,
  sent_at timestamptz(3),
  deadline timestamptz(3),
  outcome text CHECK (outcome IN ('answered', 'declined', 'no-reply', 'unreachable')),
  answer text,
  passage text,
  outcome_at timestamptz(3),
  waiver_reason text CHECK (waiver_reason IN ('danger-to-person', 'destroys-evidence', 'answered-in-public', 'deceased-or-dissolved', 'court-order')),
  waiver_note text,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id),
  CHECK ((waiver_reason IS NULL) = (channel IS NOT NULL AND questions IS NOT NULL AND sent_at IS NOT NULL AND deadline IS NOT NULL)),
  CHECK (waiver_reason IS NULL OR outcome IS NULL),
  CHECK ((outcome IS NULL) = (outcome_at IS NULL))
);
CREATE INDEX comment_request_of_article ON comment_request (newsroom_id, article_id, created_at, id);

-- A complaint from outside about something published.
CREATE TABLE correction_request (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  article_id uuid,
  claim_id uuid,
  received_at timestamptz(3) NOT NULL,
  requester text NOT NULL,
  contact text,
  published_at_url text,
  demand text NOT NULL,
  legal_basis text CHECK (legal_basis IN ('right-of-reply', 'defamation', 'privacy', 'court-order', 'regulator', 'other')),
  due_at timestamptz(3) NOT NULL,
  outcome text CHECK (outcome IN ('corrected', 'clarified', 'reply-published', 'refused', 'withdrawn')),
  outcome_note text,
  correction_id uuid,
  answered_by uuid,
  answered_at timestamptz(3),
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, correction_id) REFERENCES correction (newsroom_id, id),
  FOREIGN KEY (newsroom_id, answered_by) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id),
  CHECK ((outcome IS NULL) = (answered_by IS NULL)),
  CHECK ((outcome IS NULL) = (answered_at IS NULL))
);
CREATE INDEX correction_request_by_due ON correction_request (newsroom_id, due_at, id);
