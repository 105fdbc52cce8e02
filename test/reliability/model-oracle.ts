import type { PolicyPreset } from '#domain';
import type { Client } from 'pg';

/**
 * The rules once more, written from the rules' text over the tables' rows and sharing nothing with the code that enforces them:
 * slower, simpler, and asked after every step.
 */

/** Words that were put somewhere to be recognised. */
export interface Canary {
  readonly mark: string;
  readonly room: 'A' | 'B';
  /** All but `open` are kept from whoever must still judge; `open` is for the whole newsroom. */
  readonly kind: 'verdict' | 'note' | 'comment' | 'open';
  readonly by: string;
  readonly claimId: string | null;
}

const MARK = /⟦[AB](\d+)⟧/g;

/** The canaries in a text that are not the reader's own. */
export function othersCanaries(all: readonly Canary[], readerId: string, text: string): Canary[] {
  const numbers = new Set([...text.matchAll(MARK)].map((match) => Number(match[1])));
  return [...numbers].map((number) => all[number]!).filter(({ by }) => by !== readerId);
}

const BLIND: Readonly<Record<PolicyPreset, boolean>> = { 'small-desk': false, standard: true, strict: true };

/**
 * Whether someone must not see what others concluded on a claim: it is undecided, he has no current verdict of his own, and he
 * holds an open assignment or is a reviewer who does not also decide.
 */
export async function blindness(
  look: Client,
  preset: PolicyPreset,
  reader: { readonly id: string; readonly roles: readonly string[] },
  claimId: string,
): Promise<boolean> {
  if (!BLIND[preset]) return false;
  const { rows } = await look.query<{ undecided: boolean; own: boolean; open: boolean }>(
    `SELECT state = 'needs-source' AND closure IS NULL AS undecided,
       EXISTS (SELECT FROM verdict v WHERE v.claim_id = c.id AND v.reviewer_id = $2 AND v.text_hash = c.text_hash
         AND v.verifies = c.verifies AND NOT EXISTS (SELECT FROM verdict n WHERE n.supersedes_id = v.id)
         AND NOT EXISTS (SELECT FROM verdict_withdrawal w WHERE w.verdict_id = v.id)) AS own,
       EXISTS (SELECT FROM assignment a WHERE a.claim_id = c.id AND a.reviewer_id = $2
         AND a.status IN ('assigned', 'in-progress', 'outdated')) AS open
     FROM claim c WHERE id = $1`,
    [claimId, reader.id],
  );
  const { undecided, own, open } = rows[0]!;
  const onlyReviews = reader.roles.includes('reviewer') && !reader.roles.includes('editor');
  return undecided && !own && (open || onlyReviews);
}

interface VerdictRow {
  readonly id: string;
  readonly by: string;
  readonly stance: 'supports' | 'disputes' | 'unproven';
  readonly informed: boolean;
  readonly evidence: readonly string[];
}
interface Item {
  readonly id: string;
  readonly source: string;
  readonly url: string | null;
  readonly from_evidence: string | null;
  readonly from_source: string | null;
}
interface EvidenceRow extends Item {
  readonly stance: 'supports' | 'refutes' | 'context';
  readonly primary: boolean;
  readonly countable: boolean;
}
interface DecisionRow {
  readonly id: string;
  readonly to: string;
  readonly by: string | null;
  readonly hash: string;
  readonly rationale: string | null;
  readonly rating: string | null;
  readonly overridden: readonly string[];
  readonly adjudicated: readonly string[];
}
/** One claim with the rows that its state must rest on. */
interface Standing {
  readonly id: string;
  readonly state: 'needs-source' | 'verified' | 'disputed';
  readonly closure: { kind: string; searchLog?: readonly unknown[] } | null;
  readonly tier: 'A' | 'B' | 'C';
  readonly hash: string;
  readonly rating: string | null;
  readonly named: boolean;
  /** An outlet vouches for whoever said it. */
  readonly vouched: boolean;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  /** Current ones only: on these words and this question, neither replaced nor taken back. */
  readonly verdicts: readonly VerdictRow[];
  /** Standing ones only. */
  readonly evidence: readonly EvidenceRow[];
  /** The latest decision, and everything adjudicated before. */
  readonly last: DecisionRow | null;
  readonly adjudicated: readonly string[];
  readonly queries: number;
  readonly anchor: string;
}

const STANDING = `
  SELECT c.id, c.state, c.closure, c.tier, c.text_hash AS hash, c.rating, c.anchor_status AS anchor,
    (SELECT count(*)::int FROM query q WHERE q.claim_id = c.id AND q.resolved_at IS NULL) AS queries, c.author_ids || a.author_ids AS authors,
    a.outlet_source_id AS outlet,
    coalesce(NOT (c.attribution->>'anonymous')::boolean AND jsonb_path_exists(c.attribution, '$.links[*] ? (@.type != "anonymous")'), false) AS named,
    coalesce(jsonb_path_exists(c.attribution, '$.links[*] ? (@.role == "outlet" && @.type != "anonymous")'), false) AS vouched,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', v.id, 'by', v.reviewer_id, 'stance', v.stance, 'informed', v.informed,
        'evidence', coalesce((SELECT jsonb_agg(e.evidence_id) FROM verdict_evidence e WHERE e.verdict_id = v.id), '[]')))
      FROM verdict v WHERE v.claim_id = c.id AND v.text_hash = c.text_hash AND v.verifies = c.verifies
        AND NOT EXISTS (SELECT FROM verdict n WHERE n.supersedes_id = v.id)
        AND NOT EXISTS (SELECT FROM verdict_withdrawal w WHERE w.verdict_id = v.id)), '[]') AS verdicts,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'stance', e.stance, 'source', e.source_id, 'url', e.url,
        'from_evidence', e.derives_from_evidence_id, 'from_source', e.derives_from_source_id,
        'primary', s.type IN ('document', 'dataset', 'recording', 'observation'),
        'countable', e.is_primary OR e.capture_id IS NOT NULL OR (e.url IS NOT NULL AND e.quote <> '')))
      FROM evidence e JOIN source s ON s.newsroom_id = e.newsroom_id AND s.id = e.source_id
      WHERE e.claim_id = c.id AND e.withdrawn_at IS NULL), '[]') AS evidence,
    (SELECT jsonb_build_object('id', d.id, 'to', d.to_state, 'by', d.decided_by, 'hash', d.text_hash, 'rationale', d.rationale, 'rating', d.rating,
        'overridden', jsonb_path_query_array(d.overrides, '$[*].requirement'),
        'adjudicated', jsonb_path_query_array(d.adjudication, '$[*].verdictId'))
      FROM decision d WHERE d.claim_id = c.id ORDER BY d.created_at DESC, d.id DESC LIMIT 1) AS last,
    coalesce((SELECT jsonb_agg(j->>'verdictId') FROM decision d, jsonb_array_elements(d.adjudication) j WHERE d.claim_id = c.id), '[]')
      AS adjudicated
  FROM claim c JOIN article a ON a.newsroom_id = c.newsroom_id AND a.id = c.article_id
  WHERE c.article_id = ANY ($1) AND (c.state <> 'needs-source' OR c.closure IS NOT NULL)`;

interface Links {
  readonly sources: ReadonlyMap<string, string | null>;
  readonly items: ReadonlyMap<string, Item>;
}

const VERDICTS: Readonly<Record<PolicyPreset, Readonly<Record<Standing['tier'], number>>>> = {
  'small-desk': { A: 1, B: 1, C: 1 },
  standard: { A: 2, B: 1, C: 1 },
  strict: { A: 2, B: 2, C: 1 },
};

/**
 * How things were at a decision: a tier or a source's parent changed afterwards takes no decision back, so that the more lenient
 * of then and now holds.
 */
interface Remembered {
  /** Every tier since then: what was judged anew meanwhile was judged by the tier of the moment. */
  readonly tiers: Set<Standing['tier']>;
  readonly sources: Links['sources'];
  /** Items that a notice has taken back, as things were when it came. */
  readonly taken: Set<string>;
  readonly heard: Set<string>;
}
export type Memory = Map<string, Remembered>;

/** What a publisher takes back: a source, or an item and with it the same page of the same source wherever it is cited. */
interface Notice {
  readonly id: string;
  readonly source: string | null;
  readonly item: string | null;
  readonly page: string | null;
}
const pageOf = ({ source, url }: Item) => (url === null ? null : `${source} ${url}`);

/** Everything decided in these articles that lacks what it must rest on. Asked after every step, it remembers each decision as it was. */
export async function unfounded(
  look: Client,
  preset: PolicyPreset,
  articles: readonly string[],
  memory: Memory,
): Promise<string[]> {
  const { rows } = await look.query<Standing>(STANDING, [articles]);
  if (rows.length === 0) return [];
  const { rows: sources } = await look.query<{ id: string; parent: string | null }>(
    'SELECT id, derives_from_id AS parent FROM source',
  );
  const { rows: items } = await look.query<Item>(
    `SELECT e.id, source_id AS source, url, derives_from_evidence_id AS from_evidence, derives_from_source_id AS from_source
     FROM evidence e JOIN claim c ON c.id = e.claim_id WHERE c.article_id = ANY ($1)`,
    [articles],
  );
  const links = {
    sources: new Map(sources.map(({ id, parent }) => [id, parent])),
    items: new Map(items.map((item) => [item.id, item])),
  };
  const { rows: notices } = await look.query<Notice>(
    `SELECT n.id, n.source_id AS source, n.evidence_id AS item, e.source_id || ' ' || e.url AS page
     FROM notice n LEFT JOIN evidence e ON e.id = n.evidence_id WHERE n.type <> 'advisory'`,
  );
  return rows.flatMap((claim) => {
    const key = claim.last?.id ?? '';
    const isNew = !memory.has(key);
    if (isNew) memory.set(key, { tiers: new Set(), sources: links.sources, taken: new Set(), heard: new Set() });
    memory.get(key)!.tiers.add(claim.tier);
    hear(claim, memory.get(key)!, notices, links);
    return [...(isNew ? whenDecided(claim, preset) : []), ...faultsOf(claim, preset, memory.get(key)!, links)].map(
      (fault) =>
        `claim ${claim.id} is ${claim.state}${claim.closure === null ? '' : ' and closed'}: ${fault}, of ${JSON.stringify(claim)}`,
    );
  });
}

/** Items on the way to whose origin something was taken back by a notice that came since the last look. */
function hear(claim: Standing, { taken, heard }: Remembered, notices: readonly Notice[], links: Links): void {
  const fresh = notices.filter(({ id }) => !heard.has(id));
  for (const { id } of fresh) heard.add(id);
  if (fresh.length === 0) return;
  for (const item of claim.evidence) {
    const { items, sources } = wayOf(item, links);
    const isHit = fresh.some(
      (notice) =>
        sources.includes(notice.source ?? '') ||
        items.some((one) => one.id === notice.item || (notice.page !== null && pageOf(one) === notice.page)),
    );
    if (isHit) taken.add(item.id);
  }
}

/** Everything an item goes back through, itself first. */
function wayOf(item: Item, links: Links): { items: Item[]; sources: string[] } {
  const items = [item];
  let source: string | null = null;
  for (let last = item; source === null;) {
    const parent = last.from_evidence === null ? undefined : links.items.get(last.from_evidence);
    if (last.from_source !== null || parent === undefined || items.includes(parent)) {
      source = last.from_source ?? last.source;
    } else {
      items.push(parent);
      last = parent;
    }
  }
  const sources: string[] = [];
  for (let at: string | null | undefined = source; at && !sources.includes(at); at = links.sources.get(at))
    sources.push(at);
  return { items, sources };
}

/** What must hold when a claim is decided, and may change afterwards. */
function whenDecided(claim: Standing, preset: PolicyPreset): string[] {
  const { last } = claim;
  if (last === null || last.to !== claim.state || claim.state === 'needs-source') return [];
  const faults: string[] = [];
  const need = (name: string, holds: boolean) => {
    if (!holds && !last.overridden.includes(name)) faults.push(name);
  };
  if (claim.state === 'verified') {
    need('queries-answered', claim.queries === 0);
    need('anchor-confirmed', ['exact', 'typographic', 'moved', 'confirmed'].includes(claim.anchor));
  }
  const stance = claim.state === 'verified' ? 'supports' : 'disputes';
  const side = claim.state === 'verified' ? 'supports' : 'refutes';
  const items = new Set(claim.evidence.filter((item) => item.stance === side).map(({ id }) => id));
  const own = claim.verdicts.some(
    (verdict) =>
      verdict.by === last.by &&
      verdict.stance === stance &&
      !(claim.tier === 'A' && verdict.informed) &&
      verdict.evidence.some((id) => items.has(id)),
  );
  // three at a small desk may: the exception is marked
  need('separate-decider', !own || preset === 'small-desk');
  return faults;
}

function faultsOf(claim: Standing, preset: PolicyPreset, then: Remembered, links: Links): string[] {
  const { last, state, closure } = claim;
  if (last === null || last.by === null) return ['nobody decided so'];
  if (last.to !== state) return [`the last decision says ${last.to}`];
  const tiers = [...then.tiers];
  const needed = Math.min(...tiers.map((tier) => VERDICTS[preset][tier]));
  const blindOnly = tiers.every((tier) => tier === 'A');
  const counted = (stance: VerdictRow['stance'], cites: EvidenceRow['stance'] | null) => {
    const items = new Set(claim.evidence.filter((item) => item.stance === cites).map(({ id }) => id));
    return claim.verdicts.filter(
      (verdict) =>
        verdict.stance === stance &&
        !(blindOnly && verdict.informed) &&
        (cites === null || verdict.evidence.some((id) => items.has(id))),
    );
  };
  const faults: string[] = [];
  const need = (name: string, holds: boolean) => {
    if (!holds && !last.overridden.includes(name)) faults.push(name);
  };
  const graphs = [links, { ...links, sources: then.sources }];
  const judged = { claim, tiers, preset, graphs, taken: then.taken, needed };
  if (state === 'needs-source') {
    if (closure?.kind === 'unproven') {
      need('unproven-verdicts', people(counted('unproven', null)) >= needed);
      need('search-log', (closure.searchLog?.length ?? 0) >= 3);
    }
    if (closure?.kind === 'as-attributed') need('source-named', claim.named || claim.vouched);
    return faults;
  }
  if (last.hash !== claim.hash) faults.push('decided on other words');
  if (claim.authors.includes(last.by)) faults.push('not-own-text: the decider');
  if (state === 'verified') verifiedFaults(judged, counted('supports', 'supports'), need, faults);
  else disputedFaults(judged, counted('disputes', 'refutes'), need, faults);
  return faults;
}

interface Judged {
  readonly claim: Standing;
  readonly tiers: readonly Standing['tier'][];
  readonly preset: PolicyPreset;
  /** As it is, and as it was. */
  readonly graphs: readonly Links[];
  /** Items that a notice took back: they count no more. */
  readonly taken: ReadonlySet<string>;
  readonly needed: number;
}
type Need = (name: string, holds: boolean) => void;

function verifiedFaults(judged: Judged, counted: readonly VerdictRow[], need: Need, faults: string[]): void {
  const { claim } = judged;
  if (counted.some(({ by }) => claim.authors.includes(by))) faults.push('not-own-text: a reviewer');
  const objections = claim.verdicts.filter(
    ({ stance, id }) => stance === 'disputes' && !claim.adjudicated.includes(id),
  );
  if (objections.length > 0) faults.push('no-open-dispute');
  need('supporting-verdicts', people(counted) >= judged.needed);
  need('independent-sources', enoughOrigins(judged, counted, 'supports'));
}

function disputedFaults(judged: Judged, counted: readonly VerdictRow[], need: Need, faults: string[]): void {
  const { claim, needed, taken } = judged;
  const last = claim.last!;
  if ((last.rationale ?? '').trim() === '') faults.push('rationale');
  const refuting = new Set(
    claim.evidence
      .filter((item) => item.stance === 'refutes' && item.countable && !taken.has(item.id))
      .map(({ id }) => id),
  );
  const contradicts = claim.verdicts.filter(
    ({ stance, by, evidence }) => stance === 'disputes' && by !== last.by && evidence.some((id) => refuting.has(id)),
  );
  if (contradicts.length === 0) faults.push('contradiction');
  if (last.rating === null) return;
  need('label-quorum', people(counted) >= needed && enoughOrigins(judged, counted, 'refutes'));
}

const people = (verdicts: readonly VerdictRow[]) => new Set(verdicts.map(({ by }) => by)).size;

/** M origins that do not go back to one another among what these verdicts cite, or one item of a primary type. */
function enoughOrigins(
  { claim, tiers, preset, graphs, taken }: Judged,
  verdicts: readonly VerdictRow[],
  side: 'supports' | 'refutes',
): boolean {
  const cited = new Set(verdicts.flatMap(({ evidence }) => evidence));
  const items = claim.evidence.filter(
    ({ id, stance, countable }) => countable && stance === side && cited.has(id) && !taken.has(id),
  );
  if (items.some(({ primary }) => primary)) return true;
  const against = side === 'supports' ? 'refutes' : 'supports';
  // ids grow with time: what was added against it since is no cause to fall back, only a verdict is
  const lone =
    preset !== 'strict' &&
    claim.named &&
    !claim.evidence.some(({ stance, id }) => stance === against && id < claim.last!.id);
  const needed = Math.min(...tiers.map((tier) => (tier === 'C' || (tier === 'B' && lone) ? 1 : 2)));
  return graphs.some((links) => {
    const own = claim.outlet === null ? null : rootOf(claim.outlet, links);
    return new Set(items.map((item) => originOf(item, links)).filter((root) => root !== own)).size >= needed;
  });
}

function originOf(item: Item, links: Links, seen: readonly string[] = []): string {
  if (item.from_source !== null) return rootOf(item.from_source, links);
  const parent = item.from_evidence === null ? undefined : links.items.get(item.from_evidence);
  if (parent === undefined || seen.includes(item.id)) return rootOf(item.source, links);
  return originOf(parent, links, [...seen, item.id]);
}

/** The last of those a source copies from; of a circle, whichever comes first in the alphabet. */
function rootOf(source: string, links: Links): string {
  const path = [source];
  for (;;) {
    const next = links.sources.get(path.at(-1)!);
    if (next === null || next === undefined) return path.at(-1)!;
    const back = path.indexOf(next);
    if (back >= 0) return [...path.slice(back)].sort()[0]!;
    path.push(next);
  }
}
