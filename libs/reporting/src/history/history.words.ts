import type { ArticleKind, LedgerAction } from '#domain';
import type { ReportLanguage } from '../model/label.model.js';
import { catalogueOf, type WordKey } from '../texts/text.catalogue.js';
import ar from './history.ar.json' with { type: 'json' };
import en from './history.en.json' with { type: 'json' };

interface Texts {
  readonly sentence: Readonly<Record<keyof typeof en.sentence, string>>;
  readonly actions: Readonly<Record<LedgerAction, string>>;
  readonly members: Readonly<Record<keyof typeof en.members, string>>;
  readonly values: Readonly<Record<keyof typeof en.values, string>>;
}

// The compiler checks here that no action of the ledger is without words in either language.
const TEXTS: Readonly<Record<ReportLanguage, Texts>> = { ar, en };

export type ToldMember = keyof typeof en.members;

/** The words of a history in one language, agreeing with معلومة or ادّعاء. */
export class HistoryWords {
  private readonly texts: Texts;

  constructor(
    readonly language: ReportLanguage,
    private readonly kind: ArticleKind,
  ) {
    this.texts = TEXTS[language];
  }

  part(key: keyof Texts['sentence']): string {
    return this.texts.sentence[key];
  }

  /** What happened; the code itself for an action of a later version that this one cannot name. */
  action(action: string): string {
    const text = Object.hasOwn(this.texts.actions, action) ? this.texts.actions[action as LedgerAction] : action;
    return this.agreeing(text).replaceAll('{claim}', this.part(`claim.${this.kind}`));
  }

  member(member: ToldMember): string {
    return this.texts.members[member];
  }

  /** A code in words: the reports' own terms where they have it, the histories' otherwise; null for an unknown one. */
  value(group: string, code: string): string | null {
    const key = `${group}.${code}`;
    if (Object.hasOwn(this.texts.values, key)) return this.agreeing(this.texts.values[key as keyof Texts['values']]);
    return TERMS[this.language].word(key as WordKey) ?? null;
  }

  /** Texts that differ by gender hold both forms, ادّعاء first. */
  private agreeing(text: string): string {
    const [masculine = '', feminine = masculine] = text.split('|');
    return this.kind === 'draft' ? feminine : masculine;
  }
}

const TERMS = { ar: catalogueOf('ar'), en: catalogueOf('en') };
