import { acceptProposals, type AcceptedProposal } from '#language';
import {
  ArticleRepository,
  ClaimRepository,
  NewsroomRepository,
  UnitOfWork,
  type Agent,
  type ClaimRow,
  type JobContext,
  type RevisionRow,
} from '#persistence';
import { isPassing, newId, ProviderError, type Log, type ProviderClient } from '#platform';
import { fromCodePoint } from '#domain';
import { newClaims } from '../article/revision.rows.js';
import { contextOf, storedAttribution } from '../article/claim.words.js';
import type { PreparedClaim } from '../article/prepared.types.js';
import { PROMPT_HASH, proposalMessages, proposedIn } from './proposal.prompt.js';

/** Vectors closer than this say the same. */
const SAME = 0.92;

/**
 * Asks the configured provider for claims the rules have missed. What it proposes is a suggestion: taken only where it is an exact piece of
 * the article, entered as a proposal that waits for an editor, with the model and the wording it was asked with in the record.
 */
export class ProposalMaker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly articles: ArticleRepository,
    private readonly claims: ClaimRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly provider: ProviderClient,
    private readonly log: Log,
  ) {}

  /** The queue's entry. A fault that may pass is thrown for the queue to try again; any other leaves the article as it is. */
  readonly handle = async (payload: unknown, { lastAttempt, signal }: JobContext): Promise<void> => {
    const { newsroomId, articleId, number } = (payload ?? {}) as Record<string, unknown>;
    if (typeof newsroomId !== 'string' || typeof articleId !== 'string' || typeof number !== 'number')
      throw new TypeError('a proposal job names its newsroom, its article and the revision');
    try {
      await this.propose(newsroomId, articleId, number, signal);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      this.log.warn({ articleId, fault: error.fault, status: error.status }, 'the provider proposed nothing');
      if (isPassing(error) && !lastAttempt) throw error;
    }
  };

  private async propose(newsroomId: string, articleId: string, number: number, signal: AbortSignal): Promise<void> {
    const read = await this.work.read(newsroomId, async (tx) => {
      const article = await this.articles.find(tx, articleId);
      // What only named people may see does not leave the house.
      if (!article || article.revisionNumber !== number || article.visibility !== 'newsroom') return null;
      const revision = await this.articles.revision(tx, articleId, number);
      return revision && { article, revision, claims: await this.claims.ofArticle(tx, articleId) };
    });
    if (!read) return;
    const { article, revision, claims } = read;
    // Proposed once: a job that runs twice asks nobody.
    if (claims.some(({ entered, enteredBy }) => entered === 'proposed' && enteredBy === null)) return;
    const answer = await this.provider.complete(proposalMessages(revision.blocks), signal);
    const taken = await this.takenIn(newsroomId, articleId, number, revision);
    const judged = acceptProposals(revision.blocks as never, taken, proposedIn(answer), article.language);
    const fresh = await this.unlike(judged.accepted, claims, signal);
    this.log.info(
      { articleId, accepted: fresh.length, refused: judged.refused.map(({ reason }) => reason) },
      'the provider proposed claims',
    );
    if (fresh.length === 0) return;
    await this.work.write({ agent: agentOf(newsroomId) }, async (tx) => {
      const now = await this.articles.lock(tx, articleId);
      if (!now || now.revisionNumber !== number) return null;
      const { policy } = await this.newsrooms.current(tx);
      const prepared = {
        ...revision,
        language: article.language,
        claims: fresh.map((one) => this.prepared(one, revision)),
      };
      const rows = newClaims(
        articleId,
        number,
        prepared,
        fresh.map((_, index) => index),
        now.authorIds,
        policy,
      );
      const proposed = rows.claims.map((claim) => ({
        ...claim,
        entered: 'proposed' as const,
        disposition: 'proposed' as const,
      }));
      await this.claims.insertAll(tx, proposed, rows.anchors, 'claim.proposed');
      return null;
    });
  }

  /** Where claims stand in the text already, in UTF-16. */
  private takenIn(newsroomId: string, articleId: string, number: number, { blocks }: RevisionRow) {
    return this.work.read(newsroomId, async (tx) => {
      const anchors = await this.claims.anchorsOf(tx, articleId, number);
      return anchors.flatMap(({ blockId, startAt, endAt }) => {
        const text = blocks.find(({ id }) => id === blockId)?.text;
        if (text === undefined || blockId === null || startAt === null || endAt === null) return [];
        return [{ blockId, start: fromCodePoint(text, startAt) ?? 0, end: fromCodePoint(text, endAt) ?? 0 }];
      });
    });
  }

  /** Leaves out what says the same as a claim already there, where the provider can tell. */
  private async unlike(
    accepted: readonly AcceptedProposal[],
    claims: readonly ClaimRow[],
    signal: AbortSignal,
  ): Promise<readonly AcceptedProposal[]> {
    if (!this.provider.embeds || accepted.length === 0 || claims.length === 0) return accepted;
    const texts = [...accepted, ...claims].map(({ quote }) => quote);
    const vectors = await this.provider.embed(texts, signal);
    const known = vectors.slice(accepted.length);
    return accepted.filter((_, index) => known.every((vector) => cosine(vectors[index]!, vector) < SAME));
  }

  private prepared(one: AcceptedProposal, { blocks, sentences }: RevisionRow): PreparedClaim {
    const block = blocks.find(({ id }) => id === one.blockId)!;
    const provider = { feature: 'provider', weight: 0, evidence: `${this.provider.model} · ${PROMPT_HASH}` };
    return {
      blockId: one.blockId,
      start: one.start,
      end: one.end,
      quote: one.quote,
      context: contextOf(block, one.start, one.end, sentences),
      kind: one.kind,
      tier: one.tier,
      score: one.checkWorthiness.score,
      reasons: [...one.checkWorthiness.reasons, provider],
      attribution: one.attribution && storedAttribution(one.attribution),
      repeats: null,
    };
  }
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let [dot, left, right] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    dot += a[i]! * b[i]!;
    left += a[i]! ** 2;
    right += b[i]! ** 2;
  }
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right);
}

function agentOf(newsroomId: string): Agent {
  return { newsroomId, memberId: null, actorKind: 'system', via: 'job', credentialId: null, requestId: newId() };
}
