import {
  bm25Among,
  bridgeStemsOf,
  explainer,
  rankAcross,
  rerank,
  storedTerms,
  whySentence,
  type PairClass,
  type PairExplanation,
  type ScoredCandidate,
} from '#language';
import { MatchSearch, UnitOfWork, type FoundDocument, type FoundHit, type SearchReach } from '#persistence';
import type { Call } from '../call/call.js';
import type { ClaimDesk } from '../claim/claim.desk.js';
import { readForIndex, type ClaimIndexer } from './claim.indexer.js';

/** A hit as the wire shows it. Exactly one of claimId and archiveId is there. */
export interface MatchView {
  readonly claimId: string | null;
  readonly archiveId: string | null;
  /** 0–1: what an equal text would get is 1 */
  readonly score: number;
  readonly class: PairClass;
  readonly why: WhyView;
  readonly text: string;
  readonly language: 'ar' | 'en' | 'other';
  readonly state: FoundHit['state'];
  readonly rating: string | null;
  readonly closure: FoundHit['closure'];
  readonly articleId: string | null;
  readonly articleTitle: string | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  /** Whom the text has it from, innermost first, and who published it. */
  readonly origins: readonly { readonly name: string; readonly role: string }[];
}

export type WhyView = Pick<PairExplanation, 'shared' | 'different' | 'negation' | 'antonyms'> & {
  readonly sentence: string;
};

export interface Question {
  readonly text: string;
  readonly limit: number;
  /** Who the text says it has its matter from, when that is known. */
  readonly origin?: string | null;
  /** A claim that is not its own answer. */
  readonly exceptClaim?: string | undefined;
}

/**
 * Postings of the rarest terms up to the budget, then 250 documents judged exactly. `npm run bench -- --only P3` tells what is found of
 * exact scoring: among a million claims .74 of the ten best with a budget of 40 000, .97 with 250 000 and all but a few with this one.
 */
export const REACH: SearchReach = { budget: 400_000, floor: 1_500, ceiling: 400_000, pool: 250 };
/** The same for the other language: a question's names and notions are few, and what they do not bring up at once is not meant. */
const ACROSS: SearchReach = { budget: 15_000, floor: 500, ceiling: 20_000, pool: 20 };
/** With a hit of its own language this near, nobody needs one of the other. */
const NEAR_ENOUGH = 0.35;
/** Of the places asked for, so many at most go to the other language where its own fill them all, and only behind the first five. */
const ACROSS_PLACES = 3;
const OWN_PLACES = 5;
/** Terms of a question that are looked up: a whole article asked for at once has no more to say. */
const TERMS = 200;
/** What a question in the other language is made of is read from its beginning, UTF-16 units. */
const COMPARED = 4_000;
/** What the index may take to catch up with the ledger while somebody waits for an answer, ms. */
const CATCH_UP_MS = 300;
/** Less than this share of an equal text's score is a word in common, not a likeness. */
const LEAST = 0.04;

/** Finds what was claimed and checked before: own claims and the archive together. */
export class MatchService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly search: MatchSearch,
    private readonly indexer: ClaimIndexer,
    private readonly desk: ClaimDesk,
    private readonly reach: SearchReach = REACH,
  ) {}

  /** The same with another reach: without bounds it is exact, which is what the bounded one is measured against. */
  reaching(reach: SearchReach): MatchService {
    return new MatchService(this.work, this.search, this.indexer, this.desk, reach);
  }

  async matchText(call: Call, question: Question): Promise<{ items: MatchView[] }> {
    return { items: await this.find(call, question) };
  }

  /** Earlier claims like one of our own. @throws Refusal not-found */
  async similarTo(call: Call, id: string, limit: number): Promise<{ items: MatchView[] }> {
    const { row } = await this.work.read(call.agent.newsroomId, (tx) =>
      this.desk.openForRead(tx, call, id, 'listSimilarClaims'),
    );
    const origin = row.attribution?.links.at(-1)?.name ?? null;
    return this.matchText(call, { text: row.quote, limit, origin, exceptClaim: id });
  }

  private async find(call: Call, { text, limit, origin, exceptClaim }: Question): Promise<MatchView[]> {
    const { newsroomId, memberId } = call.actor;
    const read = readForIndex(text);
    const terms = storedTerms(read.stems).slice(0, TERMS);
    if (terms.length === 0) return [];
    const pool = await this.poolOf(
      newsroomId,
      terms.map(({ term }) => term),
    );
    if (pool.best.length === 0) return this.withAcross(call, text, [], limit);
    const seen = (await this.search.documents(newsroomId, memberId, pool.best)).filter(
      ({ claimId }) => claimId === null || claimId !== exceptClaim,
    );
    const { scores, scoreOf } = bm25Among(
      terms,
      pool,
      seen.map(({ stems }) => stems),
    );
    const found = new Map(seen.map((document) => [String(document.document), document]));
    const candidates = seen
      .map(({ document, line }, at) => ({ id: String(document), line, bm25: scores[at]! }))
      .sort((a, b) => b.bm25 - a.bm25 || Number(a.id) - Number(b.id));
    const ranked = rerank(text, candidates, scoreOf(read.stems))
      .filter(({ likeness }) => likeness >= LEAST)
      .slice(0, limit);
    const own = await this.shown(call, { text, origin: origin ?? null }, ranked, found);
    return this.withAcross(call, text, own, limit);
  }

  /** Where nothing near was found, claims of the other language take the last places. */
  private async withAcross(call: Call, text: string, own: readonly MatchView[], limit: number): Promise<MatchView[]> {
    const kept = Math.max(Math.min(own.length, OWN_PLACES), Math.min(own.length, limit - ACROSS_PLACES));
    if ((own[0]?.score ?? 0) >= NEAR_ENOUGH || kept >= limit) return [...own];
    const known = new Set(own.map(({ claimId, archiveId }) => claimId ?? archiveId));
    const across = (await this.across(call, text)).filter(({ claimId, archiveId }) => !known.has(claimId ?? archiveId));
    const places = Math.min(across.length, limit - kept);
    return [...own.slice(0, limit - places), ...across.slice(0, places)];
  }

  private async across(call: Call, text: string): Promise<MatchView[]> {
    const stems = bridgeStemsOf(text.slice(0, COMPARED));
    if (stems.length === 0) return [];
    const { newsroomId, memberId } = call.actor;
    const pool = await this.search.pool(newsroomId, stems, ACROSS);
    const documents = await this.search.documents(newsroomId, memberId, pool.best);
    const hits = await this.search.hits(
      newsroomId,
      documents.flatMap(({ claimId }) => claimId ?? []),
      documents.flatMap(({ archiveId }) => archiveId ?? []),
    );
    const byId = new Map(hits.map((hit) => [hit.claimId ?? hit.archiveId ?? '', hit]));
    const candidates = Array.from(byId, ([id, hit]) => ({ id, text: hit.text })).sort((a, b) => (a.id < b.id ? -1 : 1));
    return rankAcross(text, candidates).flatMap(({ id, explanation }) => {
      const hit = byId.get(id);
      return hit ? [matchView(hit, explanation.similarity, explanation, call.locale)] : [];
    });
  }

  /** Asked again when the index had something to catch up with first: whoever wrote a claim finds it. */
  private async poolOf(newsroomId: string, terms: readonly string[]) {
    const pool = await this.search.pool(newsroomId, terms, this.reach);
    if (pool.behind === 0) return pool;
    await this.indexer.catchUp(newsroomId, CATCH_UP_MS);
    return this.search.pool(newsroomId, terms, this.reach);
  }

  private async shown(
    call: Call,
    asked: { text: string; origin: string | null },
    ranked: readonly ScoredCandidate[],
    found: ReadonlyMap<string, FoundDocument>,
  ): Promise<MatchView[]> {
    const documents = ranked.map(({ id }) => found.get(id)!);
    const hits = await this.search.hits(
      call.actor.newsroomId,
      documents.flatMap(({ claimId }) => claimId ?? []),
      documents.flatMap(({ archiveId }) => archiveId ?? []),
    );
    const byId = new Map(hits.map((hit) => [hit.claimId ?? hit.archiveId, hit]));
    const explain = explainer(asked);
    return ranked.flatMap(({ likeness }, at) => {
      const { claimId, archiveId } = documents[at]!;
      const hit = byId.get(claimId ?? archiveId);
      return hit ? [matchView(hit, likeness, explain({ text: hit.text, origin: originOf(hit) }), call.locale)] : [];
    });
  }
}

/** The outermost source the text names; the outlet itself when it names none. */
function originOf({ attribution, claimant }: FoundHit): string | null {
  return attribution?.links.at(-1)?.name ?? claimant;
}

function matchView(hit: FoundHit, likeness: number, explanation: PairExplanation, locale: 'ar' | 'en'): MatchView {
  const { claimId, archiveId, text, language, state, rating, closure, articleId, articleTitle, url, publishedOn } = hit;
  const { shared, different, negation, antonyms } = explanation;
  return {
    claimId,
    archiveId,
    score: Math.round(likeness * 1000) / 1000,
    class: explanation.class ?? 'similar',
    why: { shared, different, negation, antonyms, sentence: whySentence(explanation, locale) },
    text,
    language,
    state,
    rating,
    closure,
    articleId,
    articleTitle,
    url,
    publishedOn,
    origins: originsOf(hit),
  };
}

function originsOf({ attribution, outlet, claimant }: FoundHit): MatchView['origins'] {
  const links: { name: string; role: string }[] = (attribution?.links ?? []).map(({ name, role }) => ({ name, role }));
  if (claimant !== null) links.push({ name: claimant, role: 'speaker' });
  if (outlet !== null && !links.some(({ name }) => name === outlet)) links.push({ name: outlet, role: 'publisher' });
  return links;
}
