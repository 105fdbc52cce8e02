import type { ReportVerdict } from '../model/claim.model.js';
import type { ReportActor } from '../model/label.model.js';
import type { Catalogue } from '../texts/text.catalogue.js';

export const VERDICT_MARKS = ['outdated', 'informed', 'superseded', 'withdrawn'] as const;
export type VerdictMark = (typeof VERDICT_MARKS)[number];

/** Marks a reader must see beside a verdict, in a fixed order. */
export function verdictMarks(verdict: Pick<ReportVerdict, VerdictMark>, texts: Catalogue): string[] {
  return VERDICT_MARKS.filter((mark) => verdict[mark]).map((mark) => texts.word(`verdict.${mark}`));
}

/** An actor's published name; a pseudonym says that it is one. */
export function actorText(actor: ReportActor, texts: Catalogue): string {
  if (actor.kind === 'system') return texts.word('actor.system');
  return actor.pseudonym ? `${actor.name} (${texts.word('verdict.pseudonym')})` : actor.name;
}
