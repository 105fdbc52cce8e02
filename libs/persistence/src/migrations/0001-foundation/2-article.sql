-- Articles, their immutable revisions, the claims in them and where each claim stands in each revision.

CREATE TABLE source (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  name text NOT NULL,
  type text NOT NULL CHECK (type IN ('outlet', 'agency', 'person', 'institution', 'government', 'document', 'dataset', 'recording', 'observation', 'social', 'anonymous')),
  url text,
  aliases text[] NOT NULL DEFAULT '{}',
  owner_id uuid,
  derives_from_id uuid,
  vouched_by_id uuid,
  confidential boolean NOT NULL DEFAULT false,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, owner_id) REFERENCES source (newsroom_id, id),
  FOREIGN KEY (newsroom_id, derives_from_id) REFERENCES source (newsroom_id, id),
  FOREIGN KEY (newsroom_id, vouched_by_id) REFERENCES source (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id)
);
CREATE INDEX source_by_name ON source (newsroom_id, name);

CREATE TABLE article (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('draft', 'external')),
  title text NOT NULL,
  language text NOT NULL CHECK (language IN ('ar', 'en')),
  outlet text,
  outlet_source_id uuid,
  byline text,
  author_ids uuid[] NOT NULL DEFAULT '{}',
  desk_id uuid,
  due_at timestamptz(3),
  source_url text,
  published_at timestamptz(3),
  visibility text NOT NULL DEFAULT 'newsroom' CHECK (visibility IN ('newsroom', 'named')),
  visible_to uuid[] NOT NULL DEFAULT '{}',
  archived boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'checking' CHECK (state IN ('checking', 'released', 'correcting')),
  revision_number integer NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, outlet_source_id) REFERENCES source (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id)
);
CREATE INDEX article_newest ON article (newsroom_id, updated_at DESC, id DESC);

CREATE TABLE revision (
  newsroom_id uuid NOT NULL,
  article_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  title text NOT NULL,
  blocks jsonb NOT NULL,
  set_aside jsonb NOT NULL,
  flags jsonb NOT NULL,
  sentences jsonb NOT NULL,
  rules text NOT NULL,
  received_sha256 text NOT NULL,
  text_sha256 text NOT NULL,
  note text,
  posted_by uuid NOT NULL,
  on_behalf_of uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, article_id, number),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (newsroom_id, posted_by) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, on_behalf_of) REFERENCES member (newsroom_id, id)
);

CREATE TABLE claim_group (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  relation text NOT NULL CHECK (relation IN ('same', 'contradicts', 'related')),
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id)
);

CREATE TABLE claim (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  article_id uuid NOT NULL,
  quote text NOT NULL,
  context text NOT NULL,
  state text NOT NULL DEFAULT 'needs-source' CHECK (state IN ('needs-source', 'verified', 'disputed')),
  disposition text NOT NULL CHECK (disposition IN ('proposed', 'active', 'dismissed')),
  dismissal_reason text CHECK (dismissal_reason IN ('not-checkable', 'opinion', 'duplicate', 'cut', 'out-of-scope')),
  dismissal_note text,
  tier text NOT NULL CHECK (tier IN ('A', 'B', 'C')),
  kind text NOT NULL CHECK (kind IN ('event', 'statement', 'statistic', 'prediction', 'opinion', 'quote')),
  verifies text NOT NULL CHECK (verifies IN ('attribution', 'substance')),
  closure jsonb,
  selected boolean NOT NULL DEFAULT false,
  selection_reason text,
  score smallint NOT NULL CHECK (score BETWEEN 0 AND 100),
  score_reasons jsonb NOT NULL,
  attribution jsonb,
  duplicate_of uuid,
  text_hash text NOT NULL,
  rating text,
  entered text NOT NULL CHECK (entered IN ('extracted', 'by-hand', 'proposed')),
  entered_by uuid,
  author_ids uuid[] NOT NULL DEFAULT '{}',
  group_id uuid,
  -- Sources and owners that are party to the claim: several of one owner then count as one origin.
  party_ids uuid[] NOT NULL DEFAULT '{}',
  due_at timestamptz(3),
  -- Where it stands in the current revision: order for lists, status for the anchor-confirmed requirement.
  position bigint NOT NULL,
  anchor_status text NOT NULL CHECK (anchor_status IN ('exact', 'typographic', 'moved', 'changed', 'suggested', 'ambiguous', 'orphaned', 'confirmed')),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id),
  FOREIGN KEY (newsroom_id, duplicate_of) REFERENCES claim (newsroom_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (newsroom_id, group_id) REFERENCES claim_group (newsroom_id, id),
  FOREIGN KEY (newsroom_id, entered_by) REFERENCES member (newsroom_id, id),
  CHECK ((disposition = 'dismissed') = (dismissal_reason IS NOT NULL)),
  CHECK (closure IS NULL OR state = 'needs-source')
);
CREATE INDEX claim_in_text_order ON claim (newsroom_id, article_id, position, id);
CREATE INDEX claim_newest ON claim (newsroom_id, updated_at DESC, id DESC);
CREATE INDEX claim_by_state ON claim (newsroom_id, state, updated_at DESC, id DESC);
CREATE INDEX claim_by_group ON claim (newsroom_id, group_id) WHERE group_id IS NOT NULL;

-- Offsets count Unicode code points of the block's NFC text, as on the wire.
CREATE TABLE anchor (
  newsroom_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  article_id uuid NOT NULL,
  revision_number integer NOT NULL,
  status text NOT NULL CHECK (status IN ('exact', 'typographic', 'moved', 'changed', 'suggested', 'ambiguous', 'orphaned', 'confirmed')),
  block_id text,
  start_at integer CHECK (start_at >= 0),
  end_at integer CHECK (end_at > start_at),
  quote text NOT NULL,
  flags text[] NOT NULL DEFAULT '{}',
  candidates jsonb NOT NULL DEFAULT '[]',
  confirmed_by uuid,
  PRIMARY KEY (newsroom_id, claim_id, revision_number),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id, revision_number) REFERENCES revision (newsroom_id, article_id, number),
  FOREIGN KEY (newsroom_id, confirmed_by) REFERENCES member (newsroom_id, id),
  CHECK (status IN ('suggested', 'ambiguous', 'orphaned') OR (block_id IS NOT NULL AND start_at IS NOT NULL AND end_at IS NOT NULL))
);
CREATE INDEX anchor_in_revision ON anchor (newsroom_id, article_id, revision_number);
