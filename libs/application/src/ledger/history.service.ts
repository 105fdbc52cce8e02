import type { ArticleKind, NewsroomScales } from '#domain';
import { LedgerRepository, UnitOfWork, type LeafRow, type PageRequest, type Tx } from '#persistence';
import { HistoryWords, historySentence } from '#reporting';
import { requireSight } from '../article/article.access.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import type { ClaimDesk } from '../claim/claim.desk.js';
import { RatingLabels } from '../report/rating.labels.js';
import { LeafSight } from './leaf.sight.js';

export interface HistoryItem {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly reason: string | null;
  /** The members this change set, by name. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** What those members were before it, as far as the reader may know; empty for the first of an object. */
  readonly before: Readonly<Record<string, unknown>>;
  /** Who, what, before, after and why in one sentence, in the reader’s language. */
  readonly sentence: string;
}

export interface HistoryPage {
  readonly items: HistoryItem[];
  readonly next: readonly [string, string] | null;
}

/** Which end a history is read from. */
export type HistoryOrder = 'oldest' | 'newest';

type Scope = { readonly claimId: string } | { readonly articleId: string };
type Leaf = LeafRow & { readonly at: Date };
type Values = Record<string, unknown>;

/** Of what is judged: معلومة in a draft, ادّعاء in somebody else’s article. */
const GENDER = { draft: 'feminine', external: 'masculine' } as const;

/** Where names come from that a leaf only points at. */
export interface HistoryDirectory {
  names(tx: Tx, ids: readonly string[]): Promise<Map<string, string>>;
  /** The newsroom’s rating scales, newest version first. */
  scales(tx: Tx): Promise<readonly NewsroomScales[]>;
}

/** What happened to a claim or an article, told to a person. */
export class HistoryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly ledger: LedgerRepository,
    private readonly directory: HistoryDirectory,
  ) {}

  ofClaim(call: Call, claimId: string, page: PageRequest, order: HistoryOrder): Promise<HistoryPage> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { article } = await this.desk.openForRead(tx, call, claimId, 'getClaimHistory');
      return this.told(tx, call, article.kind, { claimId }, page, order);
    });
  }

  ofArticle(call: Call, articleId: string, page: PageRequest, order: HistoryOrder): Promise<HistoryPage> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const article = found(await this.desk.articles.find(tx, articleId), 'article', articleId);
      requireSight(call.actor, article);
      return this.told(tx, call, article.kind, { articleId }, page, order);
    });
  }

  private async told(
    tx: Tx,
    call: Call,
    kind: ArticleKind,
    scope: Scope,
    page: PageRequest,
    order: HistoryOrder,
  ): Promise<HistoryPage> {
    const sight = new LeafSight(tx, call, this.desk);
    const newestFirst = order === 'newest';
    const after = page.after === undefined ? undefined : Number(page.after[0]);
    const rows = await this.ledger.history(tx, scope, { after, limit: page.limit + 1, newestFirst });
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    // Told from the oldest on, whatever end is read first: what a change found is what the ones before it left.
    const seen = await visible(sight, newestFirst ? shown.toReversed() : shown);
    const known = await this.knownBefore(tx, sight, scope, seen);
    const [names, scales] = await Promise.all([
      this.directory.names(tx, seen.flatMap(peopleOf)),
      this.directory.scales(tx),
    ]);
    const words = new HistoryWords(call.locale, kind);
    const labels = new RatingLabels(scales);
    const naming = {
      member: (id: string) => names.get(id) ?? null,
      rating: (key: string) => labels.find(key, kind)?.[call.locale][GENDER[kind]] ?? null,
    };
    const items = seen.map((leaf) => {
      const item = historyItem(leaf, known, names);
      const step = { ...item, objectType: item.object.type };
      return { ...item, sentence: historySentence(step, words, naming) };
    });
    if (newestFirst) items.reverse();
    return { items, next: rows.length > page.limit && last ? [String(last.seq), last.objectId] : null };
  }

  /** What the objects of a page were when it begins, told from leaves the reader may read and from no other. */
  private async knownBefore(
    tx: Tx,
    sight: LeafSight,
    scope: Scope,
    page: readonly Leaf[],
  ): Promise<Map<string, Values>> {
    const known = new Map<string, Values>();
    const [first] = page;
    if (!first) return known;
    const ids = [...new Set(page.map(({ objectId }) => objectId))];
    for (const leaf of await visible(sight, await this.ledger.earlier(tx, scope, ids, first.seq)))
      known.set(leaf.objectId, { ...known.get(leaf.objectId), ...payloadOf(leaf) });
    return known;
  }
}

async function visible<T extends LeafRow>(sight: LeafSight, leaves: readonly T[]): Promise<T[]> {
  const seen: T[] = [];
  for (const leaf of leaves) if (await sight.sees(leaf)) seen.push(leaf);
  return seen;
}

/** Texts of evidence stay with the evidence, where confidentiality is judged. */
const UNTOLD: Readonly<Record<string, readonly string[]>> = {
  evidence: ['locator', 'url', 'quote', 'note', 'post', 'translation'],
  correction_request: ['requester', 'contact', 'demand'],
  source: ['name', 'url', 'aliases', 'anonymity'],
  // Why an article is held is told with counsel's notes.
  article: ['legalHoldReason'],
};

function payloadOf({ payload, objectType }: LeafRow): Values {
  const hidden = UNTOLD[objectType] ?? [];
  const values = payload === null ? {} : (JSON.parse(payload) as Values);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.includes(name)));
}

function peopleOf(leaf: LeafRow): string[] {
  const { reviewerId } = payloadOf(leaf);
  return [leaf.memberId, reviewerId].filter((id) => typeof id === 'string');
}

/** The step, and `known` moved on past it. */
function historyItem(
  leaf: Leaf,
  known: Map<string, Values>,
  names: ReadonlyMap<string, string>,
): Omit<HistoryItem, 'sentence'> {
  const { seq, at, action, objectType, objectId, memberId } = leaf;
  const changes = payloadOf(leaf);
  const earlier = known.get(objectId) ?? {};
  known.set(objectId, { ...earlier, ...changes });
  const { reason } = JSON.parse(leaf.bytes) as { reason?: string };
  return {
    seq,
    at: at.toISOString(),
    action,
    object: { type: objectType, id: objectId },
    memberId,
    memberName: memberId === null ? null : (names.get(memberId) ?? null),
    reason: reason ?? null,
    changes,
    before: Object.fromEntries(Object.entries(earlier).filter(([name]) => name in changes)),
  };
}
