import { foldedSet, words } from '../../lexicon/lexicon.load.js';
import { matchPhrase, phraseTable } from '../../token/phrase.match.js';
import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';
import { temporal } from './arabic.preceding.js';
import { arabicSource } from './arabic.source.js';
import { has, partner, type SentenceView } from '../sentence.view.js';
import type { Source } from '../attribution.types.js';

const outletIn = phraseTable(words.outletIn);
const citing = phraseTable(['نقلا عن', 'استنادا إلى', 'نقلا من', 'بالاستناد إلى']);

export interface Subject {
  readonly speaker: Source | null;
  readonly via: readonly Source[];
  /** The speaker is whom somebody cites («نقلا عن»); who cites him is in `via` or stands before the verb. */
  readonly cited?: boolean;
}

/** «ذكرت رويترز نقلًا عن مصدرين أن»: the outlet carried what the cited said. */
function citedWithin(view: SentenceView, from: number, to: number, carrierEnd: number): Subject | null {
  for (let k = from; k < to; k += 1) {
    const length = matchPhrase(citing, view.tokens, k, to);
    if (length === 0) continue;
    const speaker = arabicSource(view.text, view.tokens, k + length, to);
    const before = Math.min(k, carrierEnd);
    const carrier = before > from ? arabicSource(view.text, view.tokens, from, before) : null;
    if (!speaker) return null;
    return {
      speaker,
      cited: true,
      via: carrier
        ? [
            {
              ...carrier,
              role: carrier.role === 'document' ? 'document' : 'outlet',
              anonymous: false,
              type: carrier.role === 'speaker' ? 'outlet' : carrier.type,
            },
          ]
        : [],
    };
  }
  return null;
}

const NOUN =
  W.DEFINITE | W.ADVERB | W.ROLE | W.INSTITUTION | W.COUNTRY | W.ANONYMOUS | W.DOCUMENT | W.OUTLET | W.KNOWN_OUTLET;
/** Names and nouns that begin with ل of their own. */
const OWN_LAM = foldedSet(words.ownLam);

/** «قالوا لغرفة الأخبار إن»: whom they told, where no subject follows the verb. */
function isAddressee(token: Token | undefined): boolean {
  const stem = token?.word.stem ?? '';
  return /^ل[^ل]{3,}/.test(stem) && !has(token, NOUN) && !OWN_LAM.has(stem);
}

/** «لغرفة أخبار …»: a medium whatever it is called. */
const isNewsroom = (tokens: readonly Token[], k: number): boolean =>
  /^ل(?:غرفه|هييه|فريق)$/.test(tokens[k]?.word.stem ?? '') &&
  /^(?:ال)?(?:اخبار|تحرير)$/.test(tokens[k + 1]?.word.stem ?? '');

const INSERTS = /^(?:وفق|وفقا|بحسب|حسب|حسبما|طبقا)$/;

/** Verbs whose object is whoever was told. */
const TELLS = /^(?:أبلغ|أخبر|أطلع|أفاد)$/;

/** «أبلغ مسؤولان وكالة رويترز», «أفاد مصدر أمني فرانس برس» at k, behind the verb at from - 1. */
function isToldMedium(tokens: readonly Token[], from: number, k: number): boolean {
  if (k <= from || !has(tokens[k], W.OUTLET | W.KNOWN_OUTLET)) return false;
  if (!TELLS.test(tokens[from - 1]?.word.report?.verb.past ?? '')) return false;
  // «أبلغ موظفان في الشركة المجلة بأن»; «مدير الوكالة» works there
  if (has(tokens[k], W.OUTLET) && has(tokens[k], W.DEFINITE))
    return has(tokens[k - 1], W.DEFINITE) || /(?:ان|ون|ين)$/.test(tokens[k - 1]?.word.norm ?? '');
  if (has(tokens[k], W.DEFINITE)) return false;
  // «مدير قناة الجزيرة», «مراسل وكالة رويترز»: a bare noun right in front owns it
  const before = tokens[k - 1];
  return !has(before, W.PREPOSITION | W.OUTLET) && (k - 1 > from || /[اي]ن$|ون$/.test(before?.word.norm ?? ''));
}

const isBareMedium = (token: Token | undefined): boolean => has(token, W.OUTLET) && !has(token, W.DEFINITE);

/** Behind «في تصريحات», «في بيان»: the medium at k, tied to it by a preposition or by a verb with the noun as its object («نقلته وكالة …»). */
function carrierAt(view: SentenceView, k: number, to: number): Source | null {
  const { text, tokens } = view;
  const before = tokens[k - 1];
  const joined =
    has(before, W.PREPOSITION) ||
    /(?:ته|تها|ها)$|^(?:نشر|بث|نقل|اورد|وزع)ه$|^(?:اسيله|سوال|استفسار|استفسارات)$/.test(before?.word.norm ?? '');
  const housed = joined ? null : mediumInB(view, k, to);
  if (housed) return housed;
  if (!joined) return null;
  // «في ختام جولة في الشرق الأوسط»: a region
  const placed = before?.word.stem === 'في' && !has(tokens[k], W.OUTLET);
  if (has(tokens[k], W.OUTLET | W.KNOWN_OUTLET) && !placed) return arabicSource(text, tokens, k, to, true);
  // «في حديث منفصل إلى «العربية Business»»: the marks stand for the medium's noun
  const close =
    has(tokens[k], W.QUOTE_MARK) && /^(?:الي|مع|عبر|علي)$/.test(before?.word.norm ?? '') ? partner(view, k) : -1;
  return close > k && close < to ? arabicSource(text, tokens, k, close + 1, true) : null;
}

/** «في مقاله الأسبوعي بمجلة كيكر»: the noun of the medium with «ب» in front of it. */
function mediumInB(view: SentenceView, k: number, to: number): Source | null {
  const token = view.tokens[k];
  const noun = token?.word.norm.startsWith('ب') ? W.wordOf(token.word.raw.slice(1)) : null;
  if (!token || !noun || (noun.flags & W.OUTLET) === 0 || noun.flags & W.DEFINITE) return null;
  const patched = view.tokens.slice(k, to);
  patched[0] = { ...token, start: token.start + 1, word: noun };
  return arabicSource(view.text, patched, 0, patched.length, true);
}

/** A word behind the verb, and where its subject phrase goes from and to. */
interface Place {
  readonly view: SentenceView;
  readonly from: number;
  readonly to: number;
  readonly k: number;
  /** The speaker's own words end before it. */
  readonly ended: boolean;
}

/** What stands at a place behind the verb beside the speaker. */
interface Beside {
  /** The speaker's own words end here. */
  readonly ends?: boolean;
  /** They would end here even if the first word was no medium: «أكد لعمامرة، في تصريح لإذاعة الميناء». */
  readonly venue?: boolean;
  /** To whom or through whom he spoke. */
  readonly via?: Source | null;
  /** Where reading goes on; not given where there is no more to find. */
  readonly next?: number;
}

const mediumFrom = ({ view, to }: Place, k: number): Source | null => arabicSource(view.text, view.tokens, k, to, true);

/** Marks hold a name, or a medium that carried the words. */
function inMarks(place: Place): Beside | null {
  const { view, to, k, ended } = place;
  if (!has(view.tokens[k], W.QUOTE_MARK)) return null;
  const carried = ended ? carrierAt(view, k, to) : null;
  return carried ? { via: carried } : { next: Math.max(k, Math.min(partner(view, k), to)) + 1 };
}

/** «قال المتحدث، وفق ما نقلت عنه وكالة سبأ، إن» */
function inserted(place: Place): Beside | null {
  const { tokens } = place.view;
  if (!has(tokens[place.k], W.COMMA) || !INSERTS.test(tokens[place.k + 1]?.word.norm ?? '')) return null;
  for (let n = place.k + 2; n < place.to && !has(tokens[n], W.COMMA); n += 1)
    if (has(tokens[n], W.OUTLET | W.KNOWN_OUTLET | W.TO_OUTLET)) return { ends: true, via: mediumFrom(place, n) };
  return { ends: true };
}

/** «قال لـ«المدار»»: a preposition of its own */
function behindLam(place: Place): Beside | null {
  const { word } = place.view.tokens[place.k] ?? {};
  if (place.k + 1 >= place.to || !(word?.stem === 'ل' || /^لـ+$/.test(word?.raw ?? ''))) return null;
  const medium = mediumFrom(place, place.k + 1);
  const type = medium?.type === 'agency' ? 'agency' : 'outlet';
  return { ends: true, via: medium && { ...medium, role: 'outlet', type, anonymous: false, named: true } };
}

const HEARERS = /^ل(لصحفيين|لصحافيين|لاعلاميين|لمراسلين|مراسلنا|مراسلتنا|مندوبنا|صحفيين|صحافيين|مراسلين|نا|ي|هم)$/;

/** «للقاضي», «للوزيرة», «للمحكمة» */
const isOfficeTold = (token: Token | undefined): boolean =>
  /^لل\p{L}{3,}$/u.test(token?.word.stem ?? '') &&
  has(token, W.ROLE | W.INSTITUTION | W.ANONYMOUS) &&
  !has(token, W.TO_OUTLET);

/** «قال فلان للصحفيين إن», «قالوا لغرفة الأخبار إن», «قال فلان لصحيفة المدار إن» */
function addressed(place: Place): Beside | null {
  const { k, from, view } = place;
  const { tokens } = view;
  if (k > from && HEARERS.test(tokens[k]?.word.stem ?? '')) return { ends: true, next: k + 1 };
  // «وقال للقاضي من داخل القفص»
  if (k === from && isOfficeTold(tokens[k])) return { ends: true };
  const medium = has(tokens[k], W.TO_OUTLET) || isNewsroom(tokens, k);
  if (medium) return { ends: true, venue: true, via: mediumFrom(place, k) };
  if (k > from || !isAddressee(tokens[k])) return null;
  const told = mediumFrom(place, k);
  return { ends: true, via: told && { ...told, addressed: true }, next: k + 1 };
}

/** «في تصريحات لـ», «في وقت لاحق»: where or when he said it, and the medium right behind. */
function atVenue(place: Place): Beside | null {
  const { k, to, view } = place;
  const { tokens } = view;
  const phrase = matchPhrase(outletIn, tokens, k, to) || matchPhrase(temporal, tokens, k, to);
  if (phrase === 0) return null;
  const last = k + phrase - 1;
  const isMedium =
    has(tokens[last + 1], W.KNOWN_OUTLET) || (has(tokens[last + 1], W.OUTLET) && tokens[last]?.word.stem !== 'في');
  const medium = isMedium ? mediumFrom(place, last + 1) : null;
  const beside = medium ? { via: medium } : (throughMedium({ ...place, k: last, ended: true }) ?? { next: last + 1 });
  return { ...beside, ends: true, venue: true };
}

/** A medium he spoke on, or told, or that carried his words. */
function throughMedium(place: Place): Beside | null {
  const { k, from, to, view } = place;
  const { tokens } = view;
  // «قال الخبير فلان على قناة «المدار»»: where he said so
  if (k > from && /^(?:علي|عبر)$/.test(tokens[k]?.word.norm ?? '') && isBareMedium(tokens[k + 1]))
    return { ends: true, via: mediumFrom(place, k + 1) };
  // «أبلغ مصدر مطلع شبكة CNN»: whom he told
  if (isToldMedium(tokens, from, k)) return { ends: true, via: mediumFrom(place, k) };
  const carried = place.ended ? carrierAt(view, k, to) : null;
  return carried && { via: carried };
}

/** Where the speaker's own words end behind the verb, and to whom or through whom he spoke. */
function speakerSpan(view: SentenceView, from: number, to: number): { end: number; via: Source[] } {
  let end = to;
  let behind = to;
  const via: Source[] = [];
  let k: number | undefined = from;
  while (k !== undefined && k < to) {
    const place: Place = { view, from, to, k, ended: end < to };
    const beside: Beside = inMarks(place) ??
      inserted(place) ??
      behindLam(place) ??
      addressed(place) ??
      atVenue(place) ??
      throughMedium(place) ?? { next: k + 1 };
    if (beside.ends) end = Math.min(end, k);
    if (beside.venue) behind = Math.min(behind, k);
    if (beside.via) via.push(beside.via);
    k = beside.next;
  }
  // a medium follows, so the first word was none
  return via[0]?.addressed && via.length > 1 ? { end: behind, via: via.slice(1) } : { end, via };
}

/** Splits the words between verb and complement into the speaker and the outlet he spoke to or through. */
export function readSubject(view: SentenceView, from: number, to: number): Subject {
  const { end, via } = speakerSpan(view, from, to);
  const cited = citedWithin(view, from, to, end);
  if (cited) return cited;
  const speaker = end > from ? arabicSource(view.text, view.tokens, from, end) : null;
  return { speaker, via: speaker?.via && speaker.role !== 'speaker' ? [...via, speaker.via] : via };
}
