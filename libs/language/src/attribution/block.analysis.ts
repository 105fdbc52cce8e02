import { splitClauses } from '../claim/claim.unit.js';
import { splitEnglishClauses } from '../claim/english.unit.js';
import { splitSentences, type Sentence } from '../sentence/sentence.split.js';
import { NO_SINGLES, quotingTokens, singleQuotes } from '../sentence/single.quotes.js';
import { scanTokens, type Token } from '../token/token.scan.js';
import { joinedAs } from '../token/word.entry.js';
import { filedPrefix } from '../block/block.dateline.js';
import { quotePartners } from '../sentence/quote.pairs.js';
import type { SentenceView } from './sentence.view.js';
import { mediaNamed, nameMedia } from './arabic/arabic.media.js';
import { headlineFrame, talkFrame } from './headline.frame.js';
import { actorOf } from './arabic/arabic.antecedent.js';
import { arabicRegions } from './arabic/arabic.regions.js';
import { englishActor } from './english/english.edge.js';
import { englishRegions } from './english/english.regions.js';
import { documentSeen } from './english/english.document.js';
import { englishMediaNamed } from './english/english.mention.js';
import { endRemark } from './english/english.remark.js';
import { endSubordinate } from './english/english.subordinate.js';
import { piecesNamed } from './arabic/arabic.piece.js';
import type { Attribution, Frame, Named, Region, Source } from './attribution.types.js';

export type Language = 'ar' | 'en';

/** One clause of a block with the frame it stands under. Token indices are into `BlockAnalysis.tokens`. */
export interface Statement {
  readonly from: number;
  readonly to: number;
  readonly frame: Frame | null;
  readonly quoted: boolean;
  readonly preface: boolean;
  readonly conditional: boolean;
  readonly sentence: Sentence;
}

export interface BlockAnalysis extends Named {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly unbalanced: readonly number[];
  readonly statements: readonly Statement[];
}

/** Reads one block, text[from, to): depends on nothing outside it. `heard`: somebody has already spoken in the article. */
export function analyseBlock(text: string, from: number, to: number, language: Language, heard = false): BlockAnalysis {
  const singles = language === 'en' ? singleQuotes(text, from, to) : NO_SINGLES;
  const { sentences, unbalanced } = splitSentences(text, from, to, singles);
  const scanned = replies(scanTokens(text, from + filedPrefix(text, from, to), to));
  const tokens = language === 'ar' ? nameMedia(scanned) : quotingTokens(scanned, singles);
  const headline = isHeadline(text, tokens, to);
  const statements: Statement[] = [];
  const people: Source[] = [];
  let k = 0;
  let spoken = heard;
  let before: SentenceView | null = null;
  for (const sentence of sentences) {
    while (k < tokens.length && (tokens[k]?.start ?? 0) < sentence.start) k += 1;
    const first = k;
    while (k < tokens.length && (tokens[k]?.end ?? 0) <= sentence.end) k += 1;
    const view = { text, tokens, from: first, to: k, partners: quotePartners(text, tokens, first, k) };
    const regions = withActor(regionsOf(view, language, headline, spoken), before, language);
    before = regions.every(({ frame }) => frame === null) ? view : null;
    const doer = before && language === 'en' ? englishActor(before) : null;
    if (doer?.named && doer.type === 'person') people.push(doer);
    for (const region of regions) addStatements(statements, tokens, region, sentence, language);
    spoken ||= regions.some((region) => region.frame !== null && !region.frame.hedge);
  }
  return { tokens, sentences, unbalanced, statements, ...named(text, tokens, sentences, language, people) };
}

function named(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  language: Language,
  people: readonly Source[],
): Named {
  if (language === 'en') return { media: englishMediaNamed(text, tokens), pieces: [], people };
  const media = mediaNamed(text, tokens);
  return { media, pieces: piecesNamed(text, tokens, sentences, media), people };
}

/** The first frame of a sentence learns who acted in the sentence `before`, which is told in the article's own voice. */
function withActor(regions: readonly Region[], before: SentenceView | null, language: Language): readonly Region[] {
  const first = before ? regions.find(({ frame }) => frame !== null)?.frame : null;
  // a name of its own needs nobody else's
  const open = before && first && !first.hedge && !first.speaker?.named;
  const actor = !open ? null : language === 'ar' ? actorOf(before) : englishDoer(first, before);
  if (!actor || !first) return regions;
  const told = { ...first, actor };
  return regions.map((region) => (region.frame === first ? { ...region, frame: told } : region));
}

const READS = /^(?:says|states|adds|notes|lists|details|describes|shows|reads|warns|argues|concludes|recommends)$/;

/** Whom "he", "it" or "the diplomat" may stand for: a document that somebody has seen where it is read, else whoever acted. */
function englishDoer({ elided, speaker, cue }: Frame, before: SentenceView): Source | null {
  if (elided?.mention && !elided.human && READS.test(cue)) return documentSeen(before) ?? englishActor(before);
  return elided?.mention || (speaker?.definite && speaker.anonymous) ? englishActor(before) : null;
}

const REPLY_TOKENS = 12;

/** «ورد عليه المدرب بالقول إن», «ورد المندوب على ذلك قائلًا»: «ورد» is «و» with the reply, not what has arrived. */
function replies(tokens: Token[]): Token[] {
  tokens.forEach((token, k) => {
    if (token.word.norm !== 'ورد') return;
    const ahead = tokens.slice(k + 1, k + 1 + REPLY_TOKENS).map(({ word }) => word.norm);
    // «وردّ المقاول، بعد ساعتين: “…”»
    if (/رد\u0651/u.test(token.word.raw)) {
      tokens[k] = { ...token, word: joinedAs(token.word, 'رد') };
      return;
    }
    const said = ahead.findIndex((norm) => /^(?:بالقول|قايلا|قايله|قايلين|بان|بانه|بانها)$/.test(norm));
    const whom = ahead.findIndex((norm) => /^علي(?:ه|ها|هم|هما)?$/.test(norm));
    if (said < 0 || whom < 0 || whom > said) return;
    tokens[k] = { ...token, word: joinedAs(token.word, 'رد') };
  });
  return tokens;
}

function regionsOf(view: SentenceView, language: Language, headline: boolean, heard: boolean): Region[] {
  // «21:30 مسؤول أميركي لأكسيوس: …»: an entry of a live text
  const timed = language === 'ar' && TIME.test(view.tokens[view.from]?.word.norm ?? '');
  const entry = timed ? headlineFrame({ ...view, from: view.from + 1 }, language) : null;
  if (entry) return [{ from: entry.from, to: entry.to, frame: entry.frame, quoted: false, preface: false }];
  const colon = headline ? (headlineFrame(view, language) ?? (language === 'ar' ? talkFrame(view) : null)) : null;
  if (colon) return [{ from: colon.from, to: colon.to, frame: colon.frame, quoted: false, preface: false }];
  return language === 'ar'
    ? arabicRegions(view, heard)
    : [...endRemark(view, endSubordinate(view, englishRegions(view)))];
}

const TIME = /^\d{1,2}[:.]\d{2}$/;
const HEADLINE_TOKENS = 36;

/** Short and without a full stop: a headline, where a colon may name the speaker. Judged by the block's text alone. */
function isHeadline(text: string, tokens: readonly Token[], to: number): boolean {
  return tokens.length <= HEADLINE_TOKENS && !/[.…]["”’'»)\]*\s]*$/.test(text.slice(Math.max(0, to - 6), to));
}

function addStatements(
  out: Statement[],
  tokens: readonly Token[],
  region: Region,
  sentence: Sentence,
  language: Language,
): void {
  for (const clause of language === 'ar' ? splitClauses(tokens, region) : splitEnglishClauses(tokens, region))
    out.push({ ...clause, frame: region.frame, quoted: region.quoted, sentence });
}

/** The distinct frames of statements, in the order of the text. */
export function framesOf(statements: readonly Statement[]): Frame[] {
  const seen = new Set<Frame>();
  for (const { frame } of statements) if (frame) seen.add(frame);
  return [...seen];
}

/** Null in the article's own voice, and where a reporting verb names nobody and nobody has spoken. */
export function attributionOf(statement: Statement, attributions: ReadonlyMap<Frame, Attribution>): Attribution | null {
  const found = statement.frame ? attributions.get(statement.frame) : undefined;
  return found && found.links.length > 0 ? found : null;
}
