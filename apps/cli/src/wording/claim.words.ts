import { type Catalogue, catalogueOf, type Gender, type WordKey } from '#reporting';
import type { Article, Claim, ClaimItem, Scale } from '#client';
import type { Bilingual, Language } from '#platform';

/** What a claim is called: معلومة where our own writers wrote it, ادّعاء in somebody else's article. */
export type ArticleKind = Article['kind'];
type State = Claim['state'];

const STATES: Readonly<Record<State, Readonly<Record<Gender, Bilingual>>>> = {
  'needs-source': {
    m: { en: 'needs source', ar: 'يحتاج إلى مصدر' },
    f: { en: 'needs source', ar: 'تحتاج إلى مصدر' },
  },
  verified: { m: { en: 'verified', ar: 'متحقَّق منه' }, f: { en: 'verified', ar: 'متحقَّق منها' } },
  disputed: { m: { en: 'disputed', ar: 'محلّ خلاف' }, f: { en: 'disputed', ar: 'محلّ خلاف' } },
};

const DISPOSITIONS: Readonly<Record<string, Readonly<Record<Gender, Bilingual>>>> = {
  proposed: { m: { en: 'proposed', ar: 'مقترح' }, f: { en: 'proposed', ar: 'مقترحة' } },
  dismissed: { m: { en: 'set aside', ar: 'مستبعَد' }, f: { en: 'set aside', ar: 'مستبعَدة' } },
};

const ASSIGNMENTS: Readonly<Record<string, Bilingual>> = {
  assigned: { en: 'assigned', ar: 'تكليف جديد' },
  'in-progress': { en: 'in progress', ar: 'قيد العمل' },
  submitted: { en: 'submitted', ar: 'سُلّم' },
  outdated: { en: 'words changed', ar: 'تغيّر النص' },
  declined: { en: 'declined', ar: 'اعتُذر عنه' },
  expired: { en: 'expired', ar: 'انقضت مدّته' },
  cancelled: { en: 'cancelled', ar: 'أُلغي' },
};

export type Rating = Scale['ratings'][number];

/** The words for one article's claims in one language. Terms that reports have too are the reports' own. */
export class ClaimWords {
  readonly catalogue: Catalogue;
  private readonly gender: Gender;

  constructor(
    private readonly language: Language,
    private readonly kind: ArticleKind,
  ) {
    this.catalogue = catalogueOf(language);
    this.gender = kind === 'draft' ? 'f' : 'm';
  }

  get noun(): string {
    return { ar: this.kind === 'draft' ? 'معلومة' : 'ادّعاء', en: 'claim' }[this.language];
  }

  state(state: State): string {
    return STATES[state][this.gender][this.language];
  }

  /** State with what was verified, or why the claim is not in the state's count. */
  standing(claim: ClaimItem, ratings: readonly Rating[] = []): string {
    const set = DISPOSITIONS[claim.disposition]?.[this.gender][this.language];
    if (set !== undefined) return set;
    const level = claim.state === 'verified' ? ` (${this.word(`verifies.${claim.verifies}.short`)})` : '';
    const closed = claim.closure ? this.catalogue.agreed(`closure.${claim.closure.kind}`, this.gender) : undefined;
    const rating = claim.rating === null || claim.closure ? '' : `: ${this.rating(claim.rating, ratings)}`;
    return `${closed ?? this.state(claim.state)}${level}${rating}`;
  }

  /** A label of the newsroom's scale, as it agrees with the noun. */
  rating(key: string, ratings: readonly Rating[]): string {
    const found = ratings.find((rating) => rating.key === key);
    return found ? found[this.language][this.gender === 'f' ? 'feminine' : 'masculine'] : key;
  }

  /** The tier's letter alone. */
  tier(tier: ClaimItem['tier']): string {
    return this.word(`tier.${tier}`).split(' ')[0]!;
  }

  assignment(status: string | null): string {
    return status === null ? '' : (ASSIGNMENTS[status]?.[this.language] ?? status);
  }

  word(key: WordKey): string {
    return this.catalogue.word(key);
  }
}

/** The key of a rating from what a person typed: the key, or the label in either language and gender. */
export function ratingKey(typed: string, ratings: readonly Rating[]): string | undefined {
  const folded = fold(typed);
  const fits = ({ key, ar, en }: Rating) =>
    [key, ar.masculine, ar.feminine, en.masculine, en.feminine].some((label) => fold(label) === folded);
  return ratings.find(fits)?.key;
}

/** Without vowel marks, tatweel and the differences people do not type. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u064B-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .toLowerCase()
    .trim();
}
