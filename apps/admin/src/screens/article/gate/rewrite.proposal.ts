import type { Article, ClaimItem } from '#client';

/** A wording that would let a phrase stand; words are the article's language, never put into the text by us. */
export interface Proposal {
  readonly kind: 'attribute' | 'soften' | 'unverified';
  readonly wording: string;
}

const WORDS = {
  ar: {
    attribute: (quote: string) => `بحسب […]، ${quote}`,
    cue: 'قال',
    unverified: (sentence: string) => `${sentence.replace(/[.،؛\s]+$/u, '')}، وهو ما تعذّر التحقق منه من مصدر مستقل.`,
  },
  en: {
    attribute: (quote: string) => `According to […], ${quote}`,
    cue: 'said',
    unverified: (sentence: string) =>
      `${sentence.replace(/[.,;\s]+$/u, '')}; this could not be verified independently.`,
  },
} as const;

/** Verbs that take their source's side, and the neutral one in the same form, for sentences in which the swap is plain. */
const SWAPS: Readonly<Record<Article['language'], Readonly<Record<string, string>>>> = {
  ar: {
    كشف: 'قال',
    كشفت: 'قالت',
    أكد: 'قال',
    أكّد: 'قال',
    أكدت: 'قالت',
    أكّدت: 'قالت',
    أوضح: 'قال',
    أوضحت: 'قالت',
    أقر: 'قال',
    أقرّ: 'قال',
    أقرت: 'قالت',
    اعترف: 'قال',
    اعترفت: 'قالت',
    زعم: 'قال',
    زعمت: 'قالت',
    ادعى: 'قال',
    ادّعى: 'قال',
  },
  en: {
    revealed: 'said',
    confirmed: 'said',
    admitted: 'said',
    exposed: 'said',
    conceded: 'said',
    acknowledged: 'said',
    claimed: 'said',
    'pointed out': 'said',
    noted: 'said',
  },
};

/**
 * What might be put to the author about a phrase that blocks: name a source where there is none, a neutral cue where the sentence
 * takes sides, and in any case that it could not be verified. The sentence is the claim's context.
 */
export function proposalsFor(
  claim: Pick<ClaimItem, 'quote' | 'context' | 'attribution'>,
  language: Article['language'],
): Proposal[] {
  const words = WORDS[language];
  const proposals: Proposal[] = [];
  const { attribution } = claim;
  if (attribution === null || attribution.links.length === 0) {
    proposals.push({ kind: 'attribute', wording: words.attribute(claim.quote) });
  } else if (attribution.stance !== 'neutral' && attribution.stance !== 'negating') {
    const neutral = SWAPS[language][attribution.cue.toLowerCase()];
    if (neutral && claim.context.includes(attribution.cue)) {
      proposals.push({ kind: 'soften', wording: softened(claim.context, attribution.cue, neutral, language) });
    }
  }
  proposals.push({ kind: 'unverified', wording: words.unverified(claim.context || claim.quote) });
  return proposals;
}

/** The sentence with the neutral cue; after قال what was said follows إن, never أن. */
function softened(sentence: string, cue: string, neutral: string, language: Article['language']): string {
  const at = sentence.indexOf(cue);
  const rest = sentence.slice(at + cue.length);
  const said = language === 'ar' ? rest.replace(/\s(?:عن )?ب?أن[َّ]*(?=\s|(?:ه|ها|هم|هما|هن|نا)\s)/u, ' إن') : rest;
  return sentence.slice(0, at) + neutral + said;
}
