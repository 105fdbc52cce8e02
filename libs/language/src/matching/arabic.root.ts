/** Persons and tenses of a verb, also as dialects begin them, the م of participles and places, and what is written together with a word. */
const BEGINNING = /^(?:[بحهل]?(?:يت|[يتنا])|مت|م|ب|ل)(?=.{3})/;
const WEAK = /[اوي]/g;
const WEAK_RUN = /[اوي]+/g;
const LEAST = 3;
const LEAST_FIRM = 2;
const ARABIC = /^[\u0621-\u064a]+$/;
const [ALEF, TA, WAW, YA] = [0x627, 0x62a, 0x648, 0x64a];

/** «أصابت» is also what is left of «إصابته». */
function lengthWithoutTa(stem: string): number {
  return stem.length > 4 && stem.charCodeAt(stem.length - 1) === TA ? stem.length - 1 : stem.length;
}

/**
 * The letters by which forms of an Arabic word are known that light stems keep apart: «تظاهروا», «متظاهرون» and «مظاهرة», «مسجد» and
 * «مساجد», «يعلن» and «أعلن». Beginnings go, then the weak letters; where too few are left, one stands for each run of them. It is no
 * analysis and brings strangers together too, so that it serves only where the stem itself is missing. '' where it would say nothing.
 */
export function arabicRoot(stem: string): string {
  if (!ARABIC.test(stem)) return '';
  const rest = stem.slice(0, lengthWithoutTa(stem)).replace(BEGINNING, '');
  const firm = rest.replace(WEAK, '');
  if (firm.length < LEAST_FIRM) return '';
  const root = firm.length >= LEAST ? firm : rest.replace(WEAK_RUN, 'ا');
  return root.length >= LEAST ? root : '';
}

/** How many endings `rootEnding` tells apart. */
export const ROOT_ENDINGS = 1 << 12;

/**
 * The last two letters of a stem that are not weak, as a number: they are the last of its root, too, so that stems with other endings
 * need not be looked at. Of two endings in one number only time is lost.
 */
export function rootEnding(stem: string): number {
  let ending = 0;
  let firm = 0;
  for (let at = lengthWithoutTa(stem) - 1; at >= 0 && firm < LEAST_FIRM; at -= 1) {
    const letter = stem.charCodeAt(at);
    if (letter === ALEF || letter === WAW || letter === YA) continue;
    ending = (ending << 6) | (letter & 0x3f);
    firm += 1;
  }
  return ending;
}
