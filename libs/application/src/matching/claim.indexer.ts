import { readText, type ReadText } from '#language';
import { MatchIndexRepository, PostingSheet, UnitOfWork, type Agent, type IndexStand, type Tx } from '#persistence';
import { newId } from '#platform';

/** A single word longer than this is looked up by its beginning, UTF-16 units. */
const LONGEST_TERM = 64;
/** Claims are short: of a longer text only the beginning is indexed, UTF-16 units. */
const INDEXED = 4_000;

/** Reads a text as the index does; questions are read the same way. */
export function readForIndex(text: string): ReadText {
  return readText(text.slice(0, INDEXED), LONGEST_TERM);
}

/** Leaves followed in one transaction. */
const LEAVES = 2_000;

/**
 * Keeps the newsroom's own claims in the index by following its ledger: every change of a claim has a leaf, in commit order, so that
 * nothing is missed whatever dies when, and writing a claim costs nothing more.
 */
export class ClaimIndexer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly index: MatchIndexRepository,
  ) {}

  /** Follows the ledger for about so long, ms. False when something is left, or somebody else is at it. */
  async catchUp(newsroomId: string, patienceMs: number): Promise<boolean> {
    const agent: Agent = {
      newsroomId,
      memberId: null,
      actorKind: 'system',
      via: 'job',
      credentialId: null,
      requestId: newId(),
    };
    const until = performance.now() + patienceMs;
    do {
      const { value } = await this.work.write({ agent }, (tx) => this.step(tx));
      if (value !== 'more') return value === 'done';
    } while (performance.now() < until);
    return false;
  }

  private async step(tx: Tx): Promise<'done' | 'more' | 'busy'> {
    const stand = await this.index.lock(tx, true);
    return stand ? this.follow(tx, stand) : 'busy';
  }

  private async follow(tx: Tx, stand: IndexStand): Promise<'done' | 'more'> {
    const { claims, seq, more } = await this.index.changedClaims(tx, stand, LEAVES);
    const changed = claims
      .map(({ id, quote, line }) => ({ id, known: line, read: readForIndex(quote) }))
      .filter(({ known, read }) => known !== read.line)
      .map((claim, at) => ({ ...claim, document: stand.nextDocument + at }));
    await this.index.keepClaims(
      tx,
      changed.map(({ id, document, read: { line, stems } }) => ({ claimId: id, document, line, stems })),
    );
    const postings = new PostingSheet();
    for (const { read } of changed) postings.add(read.terms);
    const documents = Int32Array.from(changed, ({ document }) => document);
    const added = await this.index.add(tx, stand, postings, documents);
    await this.index.settle(tx, { ...added, ledgerSeq: seq });
    return more ? 'more' : 'done';
  }
}
