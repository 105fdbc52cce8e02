import { columnOf, membersOf } from '../database/row.columns.js';
import { AnchorEntity, type AnchorRow } from './anchor.entity.js';
import { ClaimEntity, type ClaimRow } from './claim.entity.js';

/** A claim with its place in its article's current revision. */
export interface PlacedClaim extends ClaimRow {
  anchor: AnchorRow | null;
}

/** A claim and, under other names, its anchor; all of them null where it has none. */
export type JoinedClaim = ClaimRow & {
  readonly [Member in Exclude<keyof AnchorRow, 'newsroomId' | 'claimId' | 'articleId'> as `place.${Member}`]:
    AnchorRow[Member] | null;
};

const PLACE_MEMBERS = Object.keys(AnchorEntity.options.columns).filter(
  (member) => !['newsroomId', 'claimId', 'articleId'].includes(member),
);
/** What is selected for a placed claim: `c` is the claim, `n` its anchor. */
export const PLACED = [
  membersOf(ClaimEntity, 'c'),
  ...PLACE_MEMBERS.map((member) => `n.${columnOf(member)} AS "place.${member}"`),
].join(', ');
/** The anchor in the article's current revision, looked up claim by claim: a join would read all articles. `$1` is the newsroom. */
export const PLACE = `LEFT JOIN anchor n ON n.newsroom_id = $1 AND n.claim_id = c.id AND n.revision_number =
  (SELECT a.revision_number FROM article a WHERE a.newsroom_id = $1 AND a.id = c.article_id)`;

/** In place: a list has hundreds of these a second. */
export function placed(row: JoinedClaim): PlacedClaim {
  const revisionNumber = row['place.revisionNumber'];
  const { newsroomId, id: claimId, articleId } = row;
  const anchor: AnchorRow | null =
    revisionNumber === null
      ? null
      : {
          newsroomId,
          claimId,
          articleId,
          revisionNumber,
          status: row['place.status']!,
          blockId: row['place.blockId'],
          startAt: row['place.startAt'],
          endAt: row['place.endAt'],
          quote: row['place.quote']!,
          flags: row['place.flags']!,
          candidates: row['place.candidates']!,
          confirmedBy: row['place.confirmedBy'],
        };
  return Object.assign(row, { anchor });
}
