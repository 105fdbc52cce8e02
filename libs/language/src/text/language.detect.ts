import { isArabicUnit } from './char.table.js';

const SAMPLE = 20_000;
/** Letters that Persian, Urdu, Pashto or Kurdish write and Arabic does not; ک and ی stand in Arabic typed on a Persian keyboard too. */
const STRONG = /[پچژگہےڑٹڈںھۀۂەۆێټډړښېۍ]/;
const WEAK = /[کی]/;
/** What no page of Arabic can do without: the article, a closing ة, the commonest particles. */
const ARABIC_SIGN =
  /^(?:[وف]?(?:ال|بال|كال|لل)[\u0621-\u064a]{2,}|[\u0621-\u064a]{2,}ة|[وف]?(?:في|على|إلى|الى|أن|إن|عن|التي|الذي|هذا|هذه|كان|كانت|قال|لم|لا))$/;
/** Words of Persian, Urdu, Pashto and Kurdish that are none in Arabic, with either spelling of ک and ی. */
const FOREIGN_SIGN =
  /^(?:از|است|این|اين|آن|را|می|مي|های|هاي|که|كه|شد|شده|کرد|كرد|بود|برای|براي|شود|گفت|دارد|نیز|نيز|باید|بايد|کے|کی|کا|میں|نے|اور|سے|کو|پر|ہے|ہیں|تھا|وہ|یہ|دی|په|چې|لە|کە|بۆ|لەگەڵ)$/;
/** Some hundreds of words are enough to tell. */
const WORDS_SAMPLE = 2_000;
const WORDS = /[\p{Script=Arabic}\p{M}]+/gu;

const LETTERS_NOT_ARABIC = new RegExp(`${STRONG.source}|${WEAK.source}`);
const ARTICLES = /(?:^|\s)[وف]?ال[\u0621-\u064a]{2}.{0,400}?\sال[\u0621-\u064a]{2}.{0,400}?\sال[\u0621-\u064a]{2}/s;

/** More words of Persian, Urdu, Pashto or Kurdish than of Arabic. */
function isForeignArabicScript(sample: string): boolean {
  // three articles and not one foreign letter: no need to count
  const head = sample.slice(0, WORDS_SAMPLE);
  if (!LETTERS_NOT_ARABIC.test(head) && ARTICLES.test(head)) return false;
  let arabic = 0;
  let foreign = 0;
  for (const [word] of head.matchAll(WORDS)) {
    if (STRONG.test(word) || FOREIGN_SIGN.test(word)) foreign += 1;
    else if (ARABIC_SIGN.test(word)) arabic += 1;
    else if (WEAK.test(word)) foreign += 0.3;
  }
  return foreign > arabic;
}

/**
 * Language of a text by script and commonest words: 'ar', 'en' (Latin script), or 'other' for Persian, Urdu and the like and for any
 * other script. Judged on the first 20 000 units.
 */
export function identifyLanguage(text: string): 'ar' | 'en' | 'other' {
  return languageOf(scriptsOf(text));
}

function languageOf({ arabic, latin, other, sample }: Scripts): 'ar' | 'en' | 'other' {
  if (arabic + latin + other === 0 || other > arabic + latin) return 'other';
  if (latin >= arabic) return 'en';
  return isForeignArabicScript(sample) ? 'other' : 'ar';
}

/** A text with words in it that are neither Arabic nor written in Latin script: nothing here can read it. */
export function isForeign(text: string): boolean {
  return languagesOf(text).foreign;
}

/** Both answers from one look at the text: `isForeign` and `detectLanguage`. */
export function languagesOf(text: string): { readonly foreign: boolean; readonly working: 'ar' | 'en' } {
  const scripts = scriptsOf(text);
  const letters = scripts.arabic + scripts.latin + scripts.other;
  return { foreign: letters >= FEWEST_LETTERS && languageOf(scripts) === 'other', working: workingOf(scripts) };
}

const FEWEST_LETTERS = 8;

interface Scripts {
  readonly arabic: number;
  readonly latin: number;
  /** Letters of `latin` without accents. */
  readonly ascii: number;
  readonly other: number;
  readonly sample: string;
}

function scriptsOf(text: string): Scripts {
  const sample = text.slice(0, SAMPLE);
  let arabic = 0;
  let latin = 0;
  let ascii = 0;
  let other = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const unit = sample.charCodeAt(i);
    if (unit < 0x41) continue;
    if (unit < 0x80) ascii += (unit | 32) >= 97 && (unit | 32) <= 122 ? 1 : 0;
    else if (unit < 0x250) latin += unit >= 0xc0 ? 1 : 0;
    else if (isArabicUnit(unit)) arabic += 1;
    // no letter stands among the general punctuation
    else if ((unit < 0x2000 || unit > 0x206f) && /\p{L}/u.test(sample.charAt(i))) other += 1;
  }
  return { arabic, latin: latin + ascii, ascii, other, sample };
}

/** The engine's working language: Arabic script is read as Arabic, all else as English. */
export function detectLanguage(text: string): 'ar' | 'en' {
  return workingOf(scriptsOf(text));
}

const workingOf = ({ arabic, ascii }: Scripts): 'ar' | 'en' =>
  arabic > ascii || (arabic > 0 && ascii === 0) ? 'ar' : 'en';
