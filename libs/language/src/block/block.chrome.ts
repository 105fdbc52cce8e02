import { boilerplate, foldedSet, media as mediaLists } from '../lexicon/lexicon.load.js';
import { mediaOfOneWord } from '../token/media.names.js';
import { fold } from '../normal/normal.fold.js';
import { DESK_LINES, pageReason } from './block.desk.js';
import type { SetAsideReason } from './block.types.js';
import type { Line } from './block.line.js';

const reasonTable = (lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, SetAsideReason> =>
  new Map(
    Object.entries(lists).flatMap(([reason, entries]) =>
      entries.map((entry) => [fold(entry).replace(/:$/, ''), reason as SetAsideReason] as const),
    ),
  );

const sections = reasonTable(boilerplate.sectionOpeners);
const chromeLines = reasonTable(boilerplate.lines);
const starts = Object.entries(boilerplate.starts).flatMap(([reason, entries]) =>
  entries.map((entry) => [fold(entry), reason as SetAsideReason] as const),
);
/** Entries by their first three units, so that a line is compared with few of them. */
const KEY_UNITS = 3;
const startsByKey = new Map<string, (readonly [string, SetAsideReason])[]>();
for (const entry of starts) {
  const key = entry[0].slice(0, KEY_UNITS);
  startsByKey.set(key, [...(startsByKey.get(key) ?? []), entry]);
}
const neighbours = boilerplate.neighbours.map((entry) => fold(entry));
const chatbotOpeners = boilerplate.chatbot.openers.map((entry) => fold(entry));
const chatbotClosers = boilerplate.chatbot.closers.map((entry) => fold(entry));
const chatbotMarks = boilerplate.chatbot.marks.map((entry) => fold(entry));
const creditNames = foldedSet(boilerplate.creditNames);
const media = new Set([...mediaOfOneWord, ...foldedSet(Object.values(mediaLists.inMarks).flat())]);
/** «الرئيسية » كرة قدم » الدوري»: the way to the page. */
const PATH = /^(?:الرييسيه|الصفحه الرييسيه|home)\s*[>"›/|»←-]/;
const PATH_WORDS = 16;
const CHROME_WORDS = 24;
const PAGE_WORDS = 60;
const boundary = (key: string, length: number): boolean => !/[\p{L}\p{N}]/u.test(key.charAt(length));
const startsWith = (key: string, entry: string): boolean =>
  key.startsWith(entry) && (boundary(key, entry.length) || /[^\p{L}]$/u.test(entry));

/** "More from Politics", "The latest from our newsroom". */
const MORE_FROM = /^(?:the )?(?:more|latest) from \S/;

/** A heading such as «اقرأ أيضا:» whose following lines belong to it. */
export function sectionReason(line: Line): SetAsideReason | null {
  if (line.words > 6) return null;
  return sections.get(line.key) ?? (MORE_FROM.test(line.key) && !line.terminated ? 'related' : null);
}

/** «القاهرة – من مراسلنا فلان», «بيروت - وكالات»: who filed the story and where. */
const FILED_BY = /(?:^|[\s–—/-])(?:من )?(?:مراسل|موفد|غرفه اخبار|فريق التحرير|هييه التحرير|وكالات$|متابعات$|خاص$)/;

/** «Facebook | X | WhatsApp»: several chrome words in one line. */
function barReason(line: Line): SetAsideReason | null {
  if (line.words > 14 || !/[|•·]/.test(line.key)) return null;
  const parts = line.key.split(/\s*[|•·]\s*/).filter(Boolean);
  const known = parts.map((part) => chromeLines.get(part)).filter((reason) => reason !== undefined);
  if (known.length >= 2 && known.length >= parts.length - 1) return known[0] ?? null;
  // «صدى الجبهات | أخبار | تحقيقات | من نحن»: a row of names, whatever they are
  const row = parts.length >= 3 && !line.terminated && /[|•]/.test(line.key) && parts.every(isMenuEntry);
  return row ? 'navigation' : null;
}

const isMenuEntry = (part: string): boolean => part.split(' ').length <= 3 && !/\p{N}/u.test(part);

/** «(تغطية فلان - إعداد فلان للنشرة العربية - تحرير فلان)», "(Reporting by …; Editing by …)". */
const CREDIT_LINE = /^[([](?:تغطيه|اعداد|تحرير|شارك في|reporting by|editing by|writing by|additional reporting)/;

/** A line that is the page's and not the article's. */
export function chromeReason(line: Line): SetAsideReason | null {
  const exact = chromeLines.get(line.key);
  if (exact) return exact;
  if (line.words <= PAGE_WORDS) {
    const page = pageReason(line.key);
    if (page) return page;
  }
  if (line.words > CHROME_WORDS) return null;
  if (line.words <= PATH_WORDS && !line.terminated && PATH.test(line.key)) return 'navigation';
  const desk = DESK_LINES.find(([form]) => form.test(line.key));
  if (desk) return desk[1];
  const found = [3, 2]
    .flatMap((units) => startsByKey.get(line.key.slice(0, units)) ?? [])
    .find(([entry]) => startsWith(line.key, entry));
  if (line.words <= 9 && !line.terminated && /[–—\-/|]/.test(line.key) && FILED_BY.test(line.key)) return 'credit';
  if (CREDIT_LINE.test(line.key)) return 'credit';
  const bar = barReason(line);
  if (bar) return bar;
  if (found) {
    // «by ...» and the like are credits only as a line of their own, never a sentence
    if (found[1] === 'credit' && (line.words > 12 || line.terminated) && !line.key.startsWith('(')) return null;
    if (found[1] === 'related' && line.terminated && line.words > 18) return null;
    return found[1];
  }
  const neighbour = neighbours.some((entry) => startsWith(line.key, entry));
  return neighbour && line.words >= 3 && !line.terminated ? 'related' : null;
}

const REPEATED = /^((?:\S+ ){0,3}\S+)(?: (?:تم )?\1)+$/;

/** «نسخ الرابط تم نسخ الرابط»: two chrome lines run together. */
export function doubledChrome(line: Line): SetAsideReason | null {
  if (line.words > 8) return null;
  const once = REPEATED.exec(line.key)?.[1];
  return once ? (chromeLines.get(once) ?? null) : null;
}

export type ChatbotTrace = 'opener' | 'closer' | 'mark' | null;

/** "Here's the polished draft": handed over, where "Here's a look at the candidates:" is a desk's own. */
const HANDED_OVER =
  /\b(?:article|version|draft|rewrite|rewritten|summary|piece|headlines?|post|translation|story|text|release|report)\b/;

/** What a chatbot leaves around a text it was asked to write. */
export function chatbotTrace(line: Line): ChatbotTrace {
  if (line.words > 60) return null;
  const opener = chatbotOpeners.find((entry) => startsWith(line.key, entry));
  if (opener && (!/^here/.test(opener) || HANDED_OVER.test(line.key))) return 'opener';
  if (
    chatbotClosers.some(
      (entry) => line.key.startsWith(entry) && (boundary(line.key, entry.length) || entry.endsWith('ب')),
    )
  )
    return 'closer';
  if (chatbotMarks.some((entry) => line.key.includes(entry))) return 'mark';
  return null;
}

const CREDIT = /[([]([^()[\]]{2,40})[)\]][.\s]*$/;
const LABELLED = /^\[?(?:صوره|الصوره|تصوير|photo|image|file photo|caption|picture)\s*[:：]/;

/** A short line under a picture: ends in a credit in brackets, or is labelled as a picture. */
export function isCaption(text: string, line: Line): boolean {
  if (line.words > 45 || line.end - line.start > 500) return false;
  if (LABELLED.test(line.key)) return true;
  const credit = CREDIT.exec(text.slice(Math.max(line.start, line.end - 60), line.end))?.[1];
  if (!credit || line.words < 2) return false;
  // «(الغد)»: the paper the picture is from
  if (line.words <= 14 && media.has(fold(credit).trim())) return true;
  return fold(credit)
    .split(/\s*[-–—/|،,]\s*/)
    .some((part) => [part.trim(), ...part.trim().split(' ')].some((name) => creditNames.has(name)));
}
