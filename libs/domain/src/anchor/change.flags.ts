import lexicon from './anchor.lexicon.json' with { type: 'json' };
import { readTokens, type Token } from './text.reader.js';
import type { AnchorFlag } from './anchor.types.js';

const negators = new Set([...lexicon.negators.en, ...lexicon.negators.ar]);
const deniers = new Set([...lexicon.deniers.en, ...lexicon.deniers.ar]);
const titles = new Set([...lexicon.titles.en, ...lexicon.titles.ar]);
const numbers = new Map<string, number>([...Object.entries(lexicon.numbers.en), ...Object.entries(lexicon.numbers.ar)]);

/** True for particles that turn a statement round (not, لن, غير), also with و or ف before them or n't behind. */
export function isNegator(token: Token): boolean {
  const word = token.key.toLowerCase();
  return negators.has(word) || negators.has(word.replace(/^[وف]/, '')) || /n['’]t$/.test(word);
}

/** True for verbs that reject a statement (denied, نفى), which govern a claim without being part of it. */
export function isDenier(token: Token): boolean {
  const word = token.key.toLowerCase();
  return deniers.has(word) || deniers.has(word.replace(/^[وف]/, ''));
}

/** The value of a numeral or number word as a comparable string; undefined for other words. */
function numberOf(token: Token): string | undefined {
  if (/^\p{N}/u.test(token.key)) return token.key.replace(/[,٬](?=\d{3})/gu, '').replace(/%$/, '');
  const word = token.key.toLowerCase();
  const value = numbers.get(word) ?? numbers.get(word.replace(/^[وبف]?(?:ال)?/, ''));
  return value === undefined ? undefined : String(value);
}

/** Capitalised English words not at the start of a sentence, words in Latin script inside Arabic, words after a title. */
function names(text: string, tokens: readonly Token[]): string[] {
  const arabic = /[\u0621-\u064A]/.test(text);
  return tokens.flatMap((token, i) => {
    const afterTitle = i > 0 && titles.has(tokens[i - 1]!.key.toLowerCase());
    const capital = /^\p{Lu}/u.test(token.key);
    const opens = i === 0 || /[.!?:]["'”’»)]*\s+["'“‘«(]*$/u.test(text.slice(tokens[i - 1]!.end, token.start));
    const latinInArabic = arabic && /^\p{Script=Latin}/u.test(token.key);
    return afterTitle || latinInArabic || (capital && !opens) ? [token.key] : [];
  });
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\u0000') !== [...b].sort().join('\u0000');
}

/** Which of numbers, negation and names differ between the words before and after. Names are found by form only. */
export function changeFlags(before: string, now: string): AnchorFlag[] {
  const olds = readTokens(before);
  const news = readTokens(now);
  const flags: AnchorFlag[] = [];
  const values = (tokens: readonly Token[]) => tokens.flatMap((token) => numberOf(token) ?? []);
  if (differ(values(olds), values(news))) flags.push('numericChanged');
  const turns = (tokens: readonly Token[]) => tokens.filter((token) => isNegator(token) || isDenier(token)).length;
  if (turns(olds) !== turns(news)) flags.push('negationChanged');
  const oldWords = new Set(olds.map(({ key }) => key));
  const newWords = new Set(news.map(({ key }) => key));
  // A name that only moved to or from the head of a sentence is still there.
  const gone = names(before, olds).some((name) => !newWords.has(name));
  const come = names(now, news).some((name) => !oldWords.has(name));
  if (gone || come) flags.push('nameChanged');
  return flags;
}
