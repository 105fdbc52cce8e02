import { englishSources, englishWords } from '../../lexicon/lexicon.load.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.flags.js';
import { nameApposed } from './english.apposed.js';
import { type Kind, kindOf, POSSESSIVE } from './english.kind.js';
import { carrierWithin, publisherOf } from './english.carrier.js';
import { listedEnd } from './english.media.js';
import { hasFlag as has, isCapital, isDeterminer, isPlainNoun, timeEnd, DETERMINERS } from './english.shape.js';
import type { Source } from '../attribution.types.js';

const counts = new Map(Object.entries(englishSources.counts));
const pronouns = new Map(Object.entries(englishWords.pronouns));
const generic = new Set(englishSources.generic);

export interface Pronoun {
  readonly gender: 'm' | 'f' | null;
  readonly number: 's' | 'd' | 'p';
  readonly human: boolean;
}

/** The person a phrase that is only a pronoun stands for, or null. */
export function pronounOf(tokens: readonly Token[], from: number, to: number): Pronoun | null {
  const kind = to - from === 1 ? pronouns.get(tokens[from]?.word.norm ?? '') : undefined;
  if (!kind) return null;
  return {
    gender: kind === 'm' || kind === 'f' ? kind : null,
    number: kind === 'p' ? 'p' : 's',
    human: kind === 'm' || kind === 'f' || kind === 's',
  };
}

/** The noun of the phrase: the last noun-like word before the first preposition, relative, comma or participle. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  let head = from;
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (!token) break;
    if (k > from && (has(token, W.COMMA | W.RELATIVE) || token.word.norm === '(')) break;
    // "Voice of America", "The Times of Israel"
    const listed = listedEnd(tokens, k, to);
    if (listed > k + 1) {
      head = k = listed - 1;
      continue;
    }
    if (k > from && has(token, W.PREPOSITION) && !DETERMINERS.has(tokens[from]?.word.norm ?? '') && k - from > 0) break;
    if (k > from && has(token, W.PREPOSITION)) break;
    if (
      k > from &&
      /^(familiar|close|briefed|speaking|aware|involved|working|knowledgeable|cited|quoted)$/.test(token.word.norm)
    )
      break;
    if (k > from && (token.word.norm === 'dated' || token.word.norm === 'that')) break;
    // "minutes seen by the paper", "images taken on Sunday": a participle with what follows it
    if (
      k > from &&
      /(?:ed|en)$|^(?:seen|drawn|shot|sent|held|kept|worn|shown|known|grown|flown|made|found|built|bought|caught|left|paid|sold)$/.test(
        token.word.norm,
      ) &&
      (has(tokens[k + 1], W.PREPOSITION | W.ADVERB | W.QUANTITY) ||
        /^(?:tens|scores)$/.test(tokens[k + 1]?.word.norm ?? '') ||
        timeEnd(tokens, k + 1) > k + 1)
    )
      break;
    // "a recording Vega shared with the paper"
    if (k > from && has(tokens[k - 1], W.DOCUMENT) && !isCapital(tokens[k - 1]) && isCapital(token)) break;
    // "filings first spotted by the paper"
    if (k > from && /^(?:first|newly|recently)$/.test(token.word.norm) && /ed$/.test(tokens[k + 1]?.word.norm ?? ''))
      break;
    // "the 19-year-old"
    if (token.kind === 'word' || /-old$/.test(token.word.norm)) head = k;
  }
  return head;
}

/** A proper name of a person in the phrase: capitals that are no institution, outlet, nationality before a role, or title. */
function hasPersonName(tokens: readonly Token[], from: number, to: number, head: number): boolean {
  let run = 0;
  for (let k = from; k < to; k += 1) {
    const token = tokens[k];
    if (has(token, W.COMMA | W.PREPOSITION | W.RELATIVE)) break;
    const title = has(token, W.ROLE | W.INSTITUTION | W.OUTLET | W.KNOWN_OUTLET | W.DOCUMENT | W.ANONYMOUS);
    const adjective =
      /(?:ian|ish|ese|can|aeli|qi|ani|eli|ench|utch|reek|man|'s|’s|i)$/.test(token?.word.norm ?? '') && k < head;
    if (isCapital(token) && !title && !adjective && !(k === from && DETERMINERS.has(token?.word.norm ?? ''))) run += 1;
    else if (k > head) break;
  }
  return (
    run > 0 &&
    isCapital(tokens[head]) &&
    !has(tokens[head], W.ROLE | W.INSTITUTION | W.OUTLET | W.DOCUMENT | W.KNOWN_OUTLET)
  );
}

function trimmed(tokens: readonly Token[], from: number, to: number): [number, number] {
  let a = from;
  let b = to;
  while (
    a < b &&
    (tokens[a]?.kind === 'mark' ||
      has(tokens[a], W.ADVERB) ||
      /^(but|and|however|so|as|while|yet|that|because|if|although|though|when|then)$/.test(tokens[a]?.word.norm ?? ''))
  )
    a += 1;
  while (
    b > a &&
    (has(tokens[b - 1], W.COMMA | W.SENTENCE_END | W.ADVERB) ||
      // "Rudge no longer"
      (tokens[b - 1]?.word.norm === 'no' && b - 1 > a) ||
      (tokens[b - 1]?.kind === 'mark' && !/[)"”]/.test(tokens[b - 1]?.word.raw ?? '')))
  )
    b -= 1;
  return [a, b];
}

/** Reads tokens[from, to) as a source; the name is the phrase up to its first comma. Null for nothing nominal. */
export function englishSource(text: string, tokens: readonly Token[], from: number, to: number): Source | null {
  const [a, b] = trimmed(tokens, from, to);
  if (a >= b || pronounOf(tokens, a, b)) return null;
  let end = a;
  while (end < b && !has(tokens[end], W.COMMA | W.RELATIVE) && end - a < 22) end += 1;
  if (end === a) return null;
  const apposed = tokens.slice(end, b);
  const alone = withoutCompany(tokens, a, end);
  let head = headOf(tokens, a, alone);
  if (/^(of)$/.test(tokens[head + 1]?.word.norm ?? '') && counts.has(tokens[head]?.word.norm ?? ''))
    head = headOf(tokens, head + 2, end);
  const partisans = arePartisans(tokens, a, head);
  const own = !partisans && hasPersonName(tokens, a, end, head);
  const first = tokens[a];
  const titled = has(tokens[head], W.ROLE | W.ANONYMOUS) || (isOwned(tokens, a, head) && isPlainNoun(tokens[head]));
  const nameBehind = !own && titled ? nameApposed(tokens, end, b) : null;
  const named =
    own ||
    nameBehind !== null ||
    apposed.some((token, k) => k === 1 && isCapital(token) && has(tokens[head], W.ROLE | W.ANONYMOUS));
  const unnamed = !named && (partisans || isSomebody(tokens, a, head) || asksNotToBeNamed(apposed));
  const kind: Kind = unnamed ? { role: 'speaker', type: 'anonymous' } : kindOf(text, tokens, a, head, named);
  const [nameFrom, nameTo] = nameBehind ?? [a, own && kind.type === 'person' ? personEnd(tokens, head, end) : end];
  const nameStart = tokens[nameFrom];
  const last = tokens[nameTo - 1];
  if (!first || !last || !nameStart) return null;
  const via =
    (own ? null : carrierWithin(text, tokens, head, b)) ??
    (kind.role === 'outlet' ? null : publisherOf(text, tokens, { from: a, head, to: b }));
  const norm = tokens[head]?.word.norm ?? '';
  const singular = norm.endsWith('s') && norm.length > 4 && !norm.endsWith('ss') ? norm.slice(0, -1) : norm;
  const plural =
    alone < end ||
    singular !== norm ||
    /^(people|some|others|many|authorities|police|both|data|media|staff)$/.test(norm);
  const stated = tokens
    .slice(a, head + 1)
    .map((token) => counts.get(token.word.norm))
    .find((count) => count !== undefined && count > 1);
  const one = first.word.norm === 'one' || first.word.norm === 'another';
  const count = one ? 1 : (stated ?? (plural && kind.type === 'anonymous' ? 0 : 1));
  return {
    start: nameStart.start,
    end: last.end,
    name: text.slice(nameStart.start, last.end),
    role: kind.role,
    type: kind.type,
    anonymous: kind.type === 'anonymous',
    count,
    head: singular,
    titles: tokens
      .slice(a, b)
      .filter((token) => has(token, W.ROLE))
      .map((token) => token.word.norm),
    definite: /^(the|this|that)$/.test(first.word.norm) && !one,
    named:
      named ||
      (kind.type !== 'anonymous' &&
        isCapital(tokens[head]) &&
        head > a - 1 &&
        !(head === a && first.word.norm === 'the')),
    gender: genderOf(norm, tokens, a, head),
    number: count === 2 ? 'd' : plural ? 'p' : 's',
    ...(via ? { via } : {}),
  };
}

/** "Josie Brand of the group Clean Wye" is Josie Brand. */
const personEnd = (tokens: readonly Token[], head: number, end: number): number =>
  head + 1 < end &&
  (isCapital(tokens[head - 1]) ||
    (/^(?:de|van|von|bin|al|el|der|den|da|di|du|la|le|del)$/.test(tokens[head - 1]?.word.norm ?? '') &&
      isCapital(tokens[head - 2]))) &&
  !isDeterminer(tokens[head - 1]) &&
  !isDeterminer(tokens[head - 2]) &&
  /^(?:of|from|at|with)$/.test(tokens[head + 1]?.word.norm ?? '')
    ? head + 1
    : end;

/** "Lono and her colleagues": whoever the others are called by. */
function withoutCompany(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from + 1; k + 2 < to; k += 1)
    if (
      tokens[k]?.word.norm === 'and' &&
      isCapital(tokens[k - 1]) &&
      /^(?:his|her|their)$/.test(tokens[k + 1]?.word.norm ?? '')
    )
      return /^(?:colleagues|team|co-authors|coauthors|group|collaborators|students|co-workers)$/.test(
        tokens[k + 2]?.word.norm ?? '',
      )
        ? k
        : to;
  return to;
}

/** "her deputy", "Sorland's chief negotiator" */
const isOwned = (tokens: readonly Token[], from: number, head: number): boolean =>
  POSSESSIVE.test(tokens[from]?.word.norm ?? '') ||
  tokens.slice(from, head).some((token) => /['’]s?$/.test(token.word.norm));

/** "One colleague, who did not want to be identified," whatever the noun is. */
const UNNAMED =
  /\bnot (?:wish(?:ing)? |want(?:ing)? |willing )?(?:to )?be (?:named|identified|quoted)|anonym|\bnames? (?:\w+ )?withheld|not authori[sz]ed to (?:speak|comment|talk|discuss)|declined to be (?:named|identified)/;

const asksNotToBeNamed = (apposed: readonly Token[]): boolean =>
  apposed.length > 3 && UNNAMED.test(apposed.map((token) => token.word.norm).join(' '));

/** "Some Democrats", "two Britons": how many of whom, and no name. */
const arePartisans = (tokens: readonly Token[], from: number, head: number): boolean =>
  head === from + 1 &&
  isCapital(tokens[head]) &&
  /[^s]s$/.test(tokens[head]?.word.norm ?? '') &&
  (/^(?:some|several|many|most|few|other)$/.test(tokens[from]?.word.norm ?? '') ||
    (counts.get(tokens[from]?.word.norm ?? '') ?? 0) > 1);

const gendered = (words: string, gender: 'm' | 'f') => words.split(' ').map((word) => [word, gender] as const);
const GENDERS: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...gendered('man spokesman father son brother husband boy king prince grandfather widower businessman mr sir', 'm'),
  ...gendered('woman spokeswoman mother daughter sister wife girl queen princess grandmother widow mrs ms lady', 'f'),
]);

/** "the man", "Mrs Pike": what the phrase itself says of him or her. */
const genderOf = (head: string, tokens: readonly Token[], from: number, to: number): 'm' | 'f' | null =>
  GENDERS.get(head) ?? (to > from ? GENDERS.get((tokens[to - 1]?.word.norm ?? '').replace('.', '')) : null) ?? null;

const AGENT = /(?:[^aeiou]er|or|ist|man|woman|men|women|ian|eer|ee|mate|owner|player|buyer)s?$/;
const INDEFINITE = /^(?:an?|one|another|some|several|many|most|both|other)$/;

/** "a former buyer", "three shopkeepers": somebody by what he does, who is not "the" one and has no name. */
function isSomebody(tokens: readonly Token[], from: number, head: number): boolean {
  const [first, noun] = [tokens[from], tokens[head]];
  if (!noun || head === from || isCapital(noun) || !AGENT.test(noun.word.norm)) return false;
  if (!INDEFINITE.test(first?.word.norm ?? '') && !counts.has(first?.word.norm ?? '')) return false;
  return !has(noun, W.INSTITUTION | W.DOCUMENT | W.OUTLET | W.KNOWN_OUTLET | W.QUANTITY);
}

export function isGenericEnglish(head: string): boolean {
  return generic.has(head);
}
