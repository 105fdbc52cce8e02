import { HistoryWords } from '#reporting';
import type { Language } from '#platform';

/** What the audit ledger calls it, in the words of the histories. An event names no article, so a claim is called معلومة. */
export function eventWords(type: string, language: Language): string {
  return new HistoryWords(language, 'draft').action(type);
}
