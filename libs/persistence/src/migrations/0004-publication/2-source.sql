-- Sources and what is known through them: confidential readings, anonymity, posts, translations, fetched pages, notices.

-- How many people a nameless source is, which editor knows them, why they are not named and how they know. Never who they are.
ALTER TABLE source
  ADD COLUMN anonymity jsonb,
  ADD COLUMN approved_by uuid,
  ADD COLUMN approved_at timestamptz(3),
  ADD FOREIGN KEY (newsroom_id, approved_by) REFERENCES member (newsroom_id, id),
  ADD CHECK ((approved_by IS NULL) = (approved_at IS NULL));

CREATE TABLE source_reading (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  source_id uuid NOT NULL,
  read_by uuid NOT NULL,
  reason text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, source_id) REFERENCES source (newsroom_id, id),
  FOREIGN KEY (newsroom_id, read_by) REFERENCES member (newsroom_id, id)
);
CREATE INDEX source_reading_of_source ON source_reading (newsroom_id, source_id, read_by);

ALTER TABLE evidence
  ADD COLUMN post jsonb,
  ADD COLUMN translation jsonb;
CREATE INDEX evidence_of_capture ON evidence (newsroom_id, capture_id) WHERE capture_id IS NOT NULL;
CREATE INDEX evidence_derived ON evidence (newsroom_id, derives_from_evidence_id) WHERE derives_from_evidence_id IS NOT NULL;
CREATE INDEX evidence_derived_source ON evidence (newsroom_id, derives_from_source_id) WHERE derives_from_source_id IS NOT NULL;
CREATE INDEX source_relays ON source (newsroom_id, derives_from_id) WHERE derives_from_id IS NOT NULL;
CREATE INDEX source_vouched ON source (newsroom_id, vouched_by_id) WHERE vouched_by_id IS NOT NULL;

-- Where a saved copy came from, when it was fetched; null for a file that was sent in.
ALTER TABLE capture
  ADD COLUMN url text,
  ADD COLUMN final_url text,
  ADD COLUMN fetched_at timestamptz(3);

-- A page asked for: once for a first copy, again to see what became of it. Done by the worker alone.
CREATE TABLE page_fetch (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  url text NOT NULL,
  earlier_id uuid,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
  failure text,
  outcome text CHECK (outcome IN ('kept', 'unchanged', 'changed', 'gone')),
  http_status integer,
  capture_id uuid,
  changes jsonb,
  requested_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, earlier_id) REFERENCES capture (newsroom_id, id),
  FOREIGN KEY (newsroom_id, capture_id) REFERENCES capture (newsroom_id, id),
  FOREIGN KEY (newsroom_id, requested_by) REFERENCES member (newsroom_id, id),
  CHECK ((status = 'failed') = (failure IS NOT NULL)),
  CHECK ((status = 'done') = (outcome IS NOT NULL))
);
CREATE INDEX page_fetch_of_capture ON page_fetch (newsroom_id, earlier_id, created_at, id) WHERE earlier_id IS NOT NULL;

-- What had gone out with claims on the noticed origin, and the claims themselves with the state they were found in.
ALTER TABLE notice ADD COLUMN carriers jsonb NOT NULL DEFAULT '{"releases": [], "reports": []}';
CREATE INDEX notice_newest ON notice (newsroom_id, created_at DESC, id DESC);
CREATE INDEX notice_on_source ON notice (newsroom_id, source_id) WHERE source_id IS NOT NULL;
CREATE INDEX notice_on_evidence ON notice (newsroom_id, evidence_id) WHERE evidence_id IS NOT NULL;

CREATE TABLE notice_claim (
  newsroom_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  article_id uuid NOT NULL,
  from_state text NOT NULL CHECK (from_state IN ('needs-source', 'verified', 'disputed')),
  reopened boolean NOT NULL,
  PRIMARY KEY (newsroom_id, notice_id, claim_id),
  FOREIGN KEY (newsroom_id, notice_id) REFERENCES notice (newsroom_id, id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id)
);
CREATE INDEX notice_of_claim ON notice_claim (newsroom_id, claim_id);
