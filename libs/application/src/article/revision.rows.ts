import { defaultVerifies, startOfExtracted, textHashOf, turnsOf, type NewsroomPolicy } from '#domain';
import type { NewAnchor, NewClaim, NewRevision } from '#persistence';
import { newId } from '#platform';
import { codePoints, frameReader, positionOf } from './claim.words.js';
import type { PreparedText } from './prepared.types.js';

/** The row of a prepared text as revision `number` of its article. */
export function revisionOf(
  articleId: string,
  number: number,
  prepared: PreparedText,
  postedBy: string,
  onBehalfOf: string | null,
  note: string | null,
): NewRevision {
  const { title, blocks, setAside, flags, sentences, rules, receivedSha256, textSha256 } = prepared;
  return {
    articleId,
    number,
    title,
    blocks,
    setAside,
    flags,
    sentences,
    rules,
    receivedSha256,
    textSha256,
    note,
    postedBy,
    onBehalfOf,
  };
}

/** Rows for the claims of a prepared text named by index, with their anchors in revision `number`. */
export function newClaims(
  articleId: string,
  number: number,
  prepared: Pick<PreparedText, 'blocks' | 'claims' | 'language'>,
  indexes: readonly number[],
  authorIds: readonly string[],
  policy: Pick<NewsroomPolicy, 'triageThreshold'>,
): { claims: NewClaim[]; anchors: NewAnchor[] } {
  const frameOf = frameReader(prepared.language);
  const ids = new Map(indexes.map((index) => [index, newId()]));
  const blockOf = new Map(prepared.blocks.map((block) => [block.id, block]));
  const claims: NewClaim[] = [];
  const anchors: NewAnchor[] = [];
  for (const index of indexes) {
    const claim = prepared.claims[index]!;
    const block = blockOf.get(claim.blockId)!;
    const id = ids.get(index)!;
    claims.push({
      id,
      articleId,
      quote: claim.quote,
      context: claim.context,
      disposition: startOfExtracted(claim, policy),
      dismissalReason: null,
      dismissalNote: null,
      tier: claim.tier,
      kind: claim.kind,
      verifies: defaultVerifies(claim.attribution),
      selected: false,
      selectionReason: null,
      score: claim.score,
      scoreReasons: claim.reasons,
      attribution: claim.attribution,
      duplicateOf: claim.repeats === null ? null : (ids.get(claim.repeats) ?? null),
      textHash: textHashOf({
        quote: claim.quote,
        frame: frameOf(block.text, claim.start, claim.end),
        turns: turnsOf(block.text, claim.start),
      }),
      entered: 'extracted',
      enteredBy: null,
      authorIds: [...authorIds],
      groupId: null,
      dueAt: null,
      partyIds: [],
      position: positionOf(prepared.blocks, claim.blockId, claim.start),
      anchorStatus: 'exact',
    });
    anchors.push({
      claimId: id,
      articleId,
      revisionNumber: number,
      status: 'exact',
      blockId: claim.blockId,
      ...codePoints(block, claim.start, claim.end),
      quote: claim.quote,
      flags: [],
      candidates: [],
      confirmedBy: null,
    });
  }
  return { claims, anchors };
}
