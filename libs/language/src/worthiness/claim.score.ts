import { detectLanguage } from '../text/language.detect.js';
import type { Language } from './lexicon.index.js';
import { signalsOf } from './sentence.signals.js';
import type { Word } from './word.token.js';
import weights from './weights.json' with { type: 'json' };

export interface ScoredAttribution {
  readonly cue?: string | null;
  /** neutral | distancing | factive | negating | evaluative | predictive */
  readonly stance?: string | null;
  readonly anonymous?: boolean;
  readonly sourceCount?: number | null;
  readonly links?: readonly { readonly name: string; readonly role?: string; readonly type?: string }[];
}

export interface ClaimToScore {
  readonly quote: string;
  /** the words of the quote as `wordsOf` cuts them, where they are known already */
  readonly words?: readonly Word[] | null;
  /** the sentence the claim stands in; a claim cut out of a question inherits its question mark */
  readonly sentence?: string | null;
  readonly language?: string | null;
  /** event | statement | statistic | prediction | opinion | quote */
  readonly kind?: string | null;
  readonly attribution?: ScoredAttribution | null;
}

export interface ScoreReason {
  /** kebab-case code of weights.json */
  readonly feature: string;
  /** points added; the points of all reasons add up to the score unless they leave 0–100 */
  readonly weight: number;
  /** the words that show it, as written; '' when nothing in the text does */
  readonly evidence: string;
}

export interface CheckWorthiness {
  /** integer, 0–100 */
  readonly score: number;
  readonly reasons: readonly ScoreReason[];
}

const FEATURES: Readonly<Record<string, number>> = weights.claim.features;
const CONTEXT: Readonly<Record<string, number>> = weights.claim.context;
/** The order in which reasons are told. */
const RANK: ReadonlyMap<string, number> = new Map(Object.keys(FEATURES).map((feature, rank) => [feature, rank]));
/** What a kind and a stance are called among the reasons. */
const KINDS = calledBy('kind-');
const CUES = calledBy('cue-');
const SHOWN = 3;
const SHORT = 6;

function calledBy(prefix: string): ReadonlyMap<string, string> {
  const codes = Object.keys(CONTEXT).filter((code) => code.startsWith(prefix));
  return new Map(codes.map((code) => [code.slice(prefix.length), code]));
}

export function asLanguage(language: string | null | undefined, text: string): Language {
  return language === 'ar' || language === 'en' ? language : detectLanguage(text);
}

function contextReasons(claim: ClaimToScore, length: number): ScoreReason[] {
  const reasons: ScoreReason[] = [];
  const add = (feature: string, evidence: string) => reasons.push({ feature, weight: CONTEXT[feature] ?? 0, evidence });
  if (length < SHORT) add('short', claim.quote);
  const kind = KINDS.get(claim.kind ?? '');
  if (kind) add(kind, '');
  const attribution = claim.attribution;
  if (!attribution) {
    if (attribution === null) add('source-missing', '');
    return reasons;
  }
  const names = (attribution.links ?? []).map((link) => link.name);
  if (attribution.anonymous) add('source-anonymous', names[0] ?? attribution.cue ?? '');
  const cue = CUES.get(attribution.stance ?? '');
  if (cue) add(cue, attribution.cue ?? '');
  if (names.length > 1) add('second-hand', names.join(' ← '));
  return reasons;
}

/** Ends in a question mark, inside closing quotation marks or not. */
function isQuestion(sentence: string): boolean {
  const end = sentence.trimEnd();
  const last = '"”»'.includes(end.at(-1) ?? ' ') ? end.slice(0, -1).trimEnd().at(-1) : end.at(-1);
  return last === '?' || last === '؟';
}

/**
 * How much a claim deserves checking, 0 to 100, as a sum of reasons that an editor can read (weights.json, version in
 * `weights.version`). Each feature counts fully from its second occurrence on. Pure: same claim, same bytes.
 */
export function scoreClaim(claim: ClaimToScore): CheckWorthiness {
  const language = asLanguage(claim.language, claim.quote);
  const signals = signalsOf(claim.quote, language, claim.words ?? undefined);
  const reasons: ScoreReason[] = [{ feature: 'assertion', weight: weights.claim.base, evidence: '' }];
  const seen = [...signals.evidence.keys()].filter((feature) => RANK.has(feature));
  for (const feature of seen.sort((a, b) => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0))) {
    const found = signals.evidence.get(feature) ?? [];
    const strength = Math.min(found.length, weights.claim.saturation) / weights.claim.saturation;
    reasons.push({ feature, weight: Math.round((FEATURES[feature] ?? 0) * strength), evidence: shown(found) });
  }
  if (claim.sentence != null && isQuestion(claim.sentence) && !signals.evidence.has('question'))
    reasons.push({ feature: 'question', weight: FEATURES['question'] ?? 0, evidence: claim.sentence });
  reasons.push(...contextReasons(claim, signals.length));
  const told = reasons.filter((reason) => reason.weight !== 0);
  const sum = told.reduce((total, reason) => total + reason.weight, 0);
  return { score: Math.max(0, Math.min(100, sum)), reasons: told };
}

function shown(found: readonly string[]): string {
  if (found.length === 1) return found[0] ?? '';
  return [...new Set(found)].slice(0, SHOWN).join(' · ');
}
