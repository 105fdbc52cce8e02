import type { Token } from '../../token/token.scan.js';
import * as W from '../../token/word.entry.js';

// People who are many or two and unnamed, by the form of the word alone: «حقوقيون», «ناخبين», «متطوعات».

const PLAIN = W.ARABIC | W.DEFINITE | W.FINITE;
/** «حقوقيون», «عسكريين» */
const NISBA = /^\p{L}{3,}ي(?:ون|ين)$/u;
/** «مفاوضون», «محتجين»: participles; not «ماكرون», «محطتين» */
const PARTICIPLE = /^م[^اوي]\p{L}{2,5}(?<!ت)(?:ون|ين)$/u;
/** «ناخبون», «سائقين» */
const AGENT = /^[^ي]ا\p{L}{2}(?:ون|ين)$/u;
/** «جاكسون», «صابرين», «مليون» */
const NAMES = /(?:سون|تون|غون|كين|لين|تين)$|^(?:صابرين|كارمين|ناردين|ماكرون|داروين|(?:م|ب|تر|كواد)\p{L}*ليون)$/u;

/** Whether the noun at the head of a source speaks of several people who are not named. */
export function isPeople({ word }: Token, next: Token | undefined): boolean {
  const { flags } = word;
  // «مؤلفوها», «محاميهم»
  const head = word.head.replace(/(?<=\p{L}{3}[وي])(?:ها|هم|هما|ه)$/u, 'ن');
  if ((flags & ~PLAIN) !== 0 || head.length < 5 || NAMES.test(head)) return false;
  if (head !== word.head && isCalling(head)) return true;
  if (NISBA.test(head) || PARTICIPLE.test(head) || AGENT.test(head)) return true;
  // «معلمات», «باحثات»: women called by what one of them is called
  if (head.endsWith('ات')) return isCalling(`${head.slice(0, -2)}ه`);
  // «شاهدان محليان»: two, and the adjective says so too
  const dual = /(?:ان|ين)$/.exec(head)?.[0];
  if (dual === undefined) return false;
  const agrees = next?.kind === 'word' && next.word.norm.endsWith(`ي${dual}`);
  return isCalling(head.slice(0, -2)) || (agrees && head.length > 5);
}

const isCalling = (singular: string): boolean => (W.wordOf(singular).flags & (W.ROLE | W.ANONYMOUS)) !== 0;
