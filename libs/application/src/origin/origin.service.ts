import { carrierChanges, carrierSentence, compareOrigins, sourceKey, type OriginComparison } from '#language';
import { UnitOfWork, type ArticleRow, type ClaimRow, type Tx } from '#persistence';
import type { ArticleDesk } from '../article/article.desk.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import type { MatchService } from '../matching/match.service.js';
import { originText, type ReadArticle } from './origin.text.js';
import { originsOf } from './origin.count.js';

/** Claims by which other articles on the same matter are looked for, the most check-worthy first. */
const ASKED = 12;
const HITS = 15;
/** How like a claim must be to count as the same matter. */
const ALIKE = 0.25;
/** Articles put beside this one. */
const OTHERS = 8;
const SHOWN = 5;

/** One article with others that tell the same: whether they have it from one place, and what each made of it. */
export class OriginService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly matching: MatchService,
    private readonly desk: ArticleDesk,
  ) {}

  /** @throws Refusal not-found */
  async ofArticle(call: Call, id: string) {
    const { newsroomId } = call.agent;
    const own = await this.work.read(newsroomId, async (tx) =>
      this.read(tx, await this.desk.openForRead(tx, call, id)),
    );
    const ids = await this.onTheSame(call, own);
    const others = await this.work.read(newsroomId, async (tx) => {
      const articles: ReadArticle[] = [];
      for (const other of ids) articles.push(await this.read(tx, await this.desk.openForRead(tx, call, other)));
      return articles;
    });
    const compared = others
      .map((other) => ({ other, comparison: compareOrigins(own.text, other.text) }))
      .filter(({ comparison }) => comparison.how !== null || comparison.shared.length > 0);
    const all = [own, ...compared.map(({ other }) => other)];
    return {
      articles: all.length,
      outlets: new Set(all.flatMap(({ row }) => (row.outlet === null ? [] : sourceKey(row.outlet)))).size,
      origins: originsOf(all),
      items: compared.map(({ other, comparison }) => itemOf(call, own, other, comparison)),
    };
  }

  private async read(tx: Tx, row: ArticleRow): Promise<ReadArticle> {
    const revision = found(await this.desk.articles.revision(tx, row.id, row.revisionNumber), 'revision', row.id);
    const claims = (await this.desk.claims.ofArticle(tx, row.id)).filter(
      ({ disposition }) => disposition !== 'dismissed',
    );
    return { row, claims, text: originText(row, revision, claims) };
  }

  /** Other articles the caller sees that share claims with this one, those with most first. */
  private async onTheSame(call: Call, { row, claims }: ReadArticle): Promise<string[]> {
    const shared = new Map<string, number>();
    const worthy = (one: ClaimRow, other: ClaimRow) => other.score - one.score || one.position - other.position;
    for (const { quote, id } of [...claims].sort(worthy).slice(0, ASKED)) {
      const { items } = await this.matching.matchText(call, { text: quote, limit: HITS, exceptClaim: id });
      const alike = items.flatMap(({ articleId, score }) => (articleId !== null && score >= ALIKE ? articleId : []));
      for (const other of new Set(alike)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    shared.delete(row.id);
    return [...shared]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, OTHERS)
      .map(([id]) => id);
  }
}

const toldAt = ({ row }: ReadArticle) => (row.publishedAt ?? row.createdAt).getTime();

function itemOf(call: Call, own: ReadArticle, other: ReadArticle, { how, shared, signs }: OriginComparison) {
  const [first, second] = toldAt(own) <= toldAt(other) ? [own, other] : [other, own];
  const changes = carrierChanges(first.text, second.text);
  return {
    articleId: other.row.id,
    title: other.row.title,
    outlet: other.row.outlet,
    how,
    derivesFrom: how === null ? null : { how, name: originName(how, first, signs) },
    sharedClaims: shared.slice(0, SHOWN).map(({ a, b, likeness }) => ({
      claimId: own.claims[a]!.id,
      otherClaimId: other.claims[b]!.id,
      likeness: Math.round(likeness * 1000) / 1000,
    })),
    sharedClaimCount: shared.length,
    credited: signs.credited.map(({ a, b }) => ({ a, b })),
    passages: signs.passages.slice(0, SHOWN).map(({ a, b }) => ({ a, b })),
    quotations: signs.quotations.slice(0, SHOWN).map(({ a, b }) => ({ a, b })),
    carried: {
      firstArticleId: first.row.id,
      changes,
      sentence: carrierSentence(changes, call.locale),
    },
  };
}

/** Who is named by both; where nobody is, whoever told it first. */
function originName(how: string, first: ReadArticle, { credited }: OriginComparison['signs']): string {
  return (how === 'credited' ? credited[0]?.a : undefined) ?? first.row.outlet ?? first.row.title;
}
