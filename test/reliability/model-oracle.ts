import type { PolicyPreset } from '#domain';
import type { Client } from 'pg';
import { originOf, rootOf, wayOf, type Links } from './model-origins.js';
import { STANDING, type EvidenceRow, type Item, type Standing, type VerdictRow } from './model-standing.js';

/**
 * The rules once more, written from the rules' text over the tables' rows and sharing nothing with the code that enforces them:
 * slower, simpler, and asked after every step.
 */

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
  /** Those of them that were taken back after the decision. */
  readonly since: Set<string>;
  readonly heard: Set<string>;
}
export type Memory = Map<string, Remembered>;

/** What a publisher takes back: a source, or an item and with it the same page of the same source wherever it is cited. */
interface Notice {
  readonly id: string;
  readonly source: string | null;
  readonly item: string | null;
  readonly page: string | null;
  readonly at: string;
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
    `SELECT n.id, n.source_id AS source, n.evidence_id AS item, e.source_id || ' ' || e.url AS page, to_json(n.created_at) #>> '{}' AS at
     FROM notice n LEFT JOIN evidence e ON e.id = n.evidence_id WHERE n.type <> 'advisory'`,
  );
  return rows.flatMap((claim) => {
    const key = claim.last?.id ?? '';
    const isNew = !memory.has(key);
    if (isNew)
      memory.set(key, {
        tiers: new Set(),
        sources: links.sources,
        taken: new Set(),
        since: new Set(),
        heard: new Set(),
      });
    memory.get(key)!.tiers.add(claim.tier);
    hear(claim, memory.get(key)!, notices, links);
    return [...(isNew ? whenDecided(claim, preset) : []), ...faultsOf(claim, preset, memory.get(key)!, links)].map(
      (fault) =>
        `claim ${claim.id} is ${claim.state}${claim.closure === null ? '' : ' and closed'}: ${fault}, of ${JSON.stringify(claim)}`,
    );
  });
}

/** Items on the way to whose origin something was taken back by a notice that came since the last look. */
function hear(claim: Standing, { taken, since, heard }: Remembered, notices: readonly Notice[], links: Links): void {
  const fresh = notices.filter(({ id }) => !heard.has(id));
  for (const { id } of fresh) heard.add(id);
  if (fresh.length === 0) return;
  for (const item of claim.evidence) {
    const { items, sources } = wayOf(item, links);
    const hits = fresh.filter(
      (notice) =>
        sources.includes(notice.source ?? '') ||
        items.some((one) => one.id === notice.item || (notice.page !== null && pageOf(one) === notice.page)),
    );
    if (hits.length > 0) taken.add(item.id);
    if (hits.some((notice) => Date.parse(notice.at) > Date.parse(claim.last?.at ?? ''))) since.add(item.id);
  }
}

/** What must hold when a claim is decided, and may change afterwards. */
function whenDecided(claim: Standing, preset: PolicyPreset): string[] {
  const { last, closure } = claim;
  if (last === null || last.to !== claim.state) return [];
  const faults: string[] = [];
  const need = (name: string, holds: boolean) => {
    if (!holds && !last.overridden.includes(name)) faults.push(name);
  };
  if (closure?.kind === 'as-attributed') {
    need('source-named', namesItself(claim));
    need('recheck-date', Date.parse(closure.recheckAt ?? '') > Date.parse(last.at));
  }
  if (claim.state === 'needs-source') return faults;
  if (claim.state === 'verified') {
    need(
      'queries-answered',
      !claim.queries.some(({ from, to }) => isBefore(from, last.at) && (to === null || isBefore(last.at, to))),
    );
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

const isBefore = (one: string, other: string) => Date.parse(one) < Date.parse(other);

/** Somebody with a name, or an outlet that vouches, stands in the sentence itself. */
function namesItself({ named, links, sentence }: Standing): boolean {
  return links.some(
    ({ role, type, name }) => type !== 'anonymous' && (named || role === 'outlet') && sentence.includes(name),
  );
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
    if (closure?.kind === 'as-attributed') {
      need('source-named', claim.named || claim.vouched);
      const gone = claim.evidence.some(
        ({ id, stance, countable }) => countable && stance !== 'refutes' && then.since.has(id),
      );
      if (gone) faults.push('what it was attributed to was taken back');
    }
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

/** Verdicts on these claims that nobody gave: `given` are those that members gave, or took over themselves from a precedent. */
export async function neverGiven(look: Client, claims: readonly string[], given: readonly string[]): Promise<string[]> {
  const { rows } = await look.query<{ id: string; claim: string }>(
    'SELECT id, claim_id AS claim FROM verdict WHERE claim_id = ANY ($1) AND NOT id = ANY ($2)',
    [claims, given],
  );
  return rows.map(({ id, claim }) => `verdict ${id} stands on claim ${claim}, and nobody gave it`);
}
