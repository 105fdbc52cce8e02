import { idf } from '#language';
import type { DataSource } from 'typeorm';
import type { ClaimRow } from '../claim/claim.entity.js';
import type { StoredAttribution } from '../claim/claim.text.js';
import { HeldPostings, type TermPostings } from './posting.held.js';
import { PostingTally, type WeighedPostings } from './posting.tally.js';

/** A question's terms in the index. */
export interface Pool {
  readonly documents: number;
  readonly meanLength: number;
  readonly df: ReadonlyMap<string, number>;
  /** the most promising documents, best first */
  readonly best: readonly number[];
  /** leaves of the ledger that the index has not followed yet */
  readonly behind: number;
}

/** A document the reader may see; of a claim or of the archive. */
export interface FoundDocument {
  document: number;
  claimId: string | null;
  archiveId: string | null;
  line: string;
  stems: string;
}

/** What an answer says of a document. */
export interface FoundHit {
  claimId: string | null;
  archiveId: string | null;
  text: string;
  language: 'ar' | 'en' | 'other';
  state: ClaimRow['state'] | null;
  rating: string | null;
  closure: ClaimRow['closure'];
  attribution: StoredAttribution | null;
  articleId: string | null;
  articleTitle: string | null;
  outlet: string | null;
  url: string | null;
  claimant: string | null;
  publishedOn: string | null;
}

/** How far postings are followed: `budget` in all, more only while fewer than `floor` were met, and never more than `ceiling`. */
export interface SearchReach {
  readonly budget: number;
  readonly floor: number;
  readonly ceiling: number;
  /** documents to be judged exactly */
  readonly pool: number;
}

interface PostingRow {
  term: string | null;
  df: number | null;
  held: boolean | null;
  postings: Buffer | null;
  documents: number | null;
  length: number | null;
  last_document: number | null;
  behind: number | null;
}

/**
 * Asks the index. It has connections of its own, and few: a question is short work, and many at once would only wait for each other
 * and keep everybody else waiting.
 */
export class MatchSearch {
  private readonly tally = new PostingTally();

  constructor(
    private readonly database: DataSource,
    private readonly memory = new HeldPostings(),
  ) {}

  /** The best documents by the rarest terms of a question; nothing while it has no index. */
  async pool(newsroomId: string, terms: readonly string[], reach: SearchReach): Promise<Pool> {
    const held = this.memory.of(newsroomId, terms);
    const rows: PostingRow[] = await this.database.query('SELECT * FROM match_postings($1, $2, $3, $4, $5, $6)', [
      newsroomId,
      terms,
      terms.map((term) => held.get(term)?.df ?? 0),
      reach.budget,
      reach.floor,
      reach.ceiling,
    ]);
    const stand = rows.find((row) => row.documents !== null);
    const documents = stand?.documents ?? 0;
    const df = new Map(rows.flatMap((row) => (row.term !== null && row.df !== null ? [[row.term, row.df]] : [])));
    const meanLength = (stand?.length ?? 0) / Math.max(documents, 1);
    const lists: WeighedPostings[] = [];
    for (const [term, blocks] of blocksOf(rows, held)) {
      lists.push(...blocks.map((postings) => ({ postings, weight: idf(df.get(term) ?? 0, documents) })));
      this.memory.keep(newsroomId, term, df.get(term) ?? 0, blocks);
    }
    const best = this.tally.best(lists, stand?.last_document ?? 0, meanLength, reach.pool);
    return { documents, meanLength, df, best, behind: stand?.behind ?? 0 };
  }

  /** In no order; what the member may not see is not among them. */
  documents(newsroomId: string, memberId: string, documents: readonly number[]): Promise<FoundDocument[]> {
    return this.database.query(
      `SELECT document, claim_id AS "claimId", archive_id AS "archiveId", line, stems FROM match_documents($1, $2, $3)`,
      [newsroomId, memberId, documents],
    );
  }

  /** In no order. */
  hits(newsroomId: string, claimIds: readonly string[], archiveIds: readonly string[]): Promise<FoundHit[]> {
    return this.database.query(
      `SELECT claim_id AS "claimId", archive_id AS "archiveId", text, language, state, rating, closure, attribution,
         article_id AS "articleId", article_title AS "articleTitle", outlet, url, claimant, published_on AS "publishedOn"
       FROM match_hits($1, $2, $3)`,
      [newsroomId, claimIds, archiveIds],
    );
  }
}

/** The blocks of every term that is followed: those that came, and those that are held still. */
function blocksOf(
  rows: readonly PostingRow[],
  held: ReadonlyMap<string, TermPostings>,
): Map<string, readonly Buffer[]> {
  const blocks = new Map<string, Buffer[]>();
  for (const { term, held: kept, postings } of rows) {
    if (term === null || kept === null) continue;
    const own = blocks.get(term) ?? [];
    blocks.set(term, own);
    if (postings) own.push(postings);
    else own.push(...(held.get(term)?.blocks ?? []));
  }
  return blocks;
}
