import type { ReportVerdict } from '../model/claim.model.js';
import type { ReportActor } from '../model/label.model.js';
import type { Catalogue } from '../texts/text.catalogue.js';

/** Marks a reader must see beside a verdict, in a fixed order. */
export function verdictMarks(verdict: ReportVerdict, texts: Catalogue): string[] {
  const marks = ['outdated', 'informed', 'superseded', 'withdrawn'] as const;
  return marks.filter((mark) => verdict[mark]).map((mark) => texts.word(`verdict.${mark}`));
}

/** An actor's published name; a pseudonym says that it is one. */
export function actorText(actor: ReportActor, texts: Catalogue): string {
  if (actor.kind === 'system') return texts.word('actor.system');
  return actor.pseudonym ? `${actor.name} (${texts.word('verdict.pseudonym')})` : actor.name;
}
