/** What one UTF-16 code unit is to the tokeniser. */
export const SPACE = 0;
export const WORD = 1;
export const DIGIT = 2;
export const PUNCTUATION = 3;
/** Zero-width and bidi controls: part of the word they stand in, nothing outside one. */
export const INVISIBLE = 4;
export const SURROGATE = 5;
export const NEWLINE = 6;

const INVISIBLES = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u061c\ufe00-\ufe0f]/;

function classOf(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit === 10) return NEWLINE;
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  if (INVISIBLES.test(char)) return INVISIBLE;
  if (/\s|\p{Cc}/u.test(char)) return SPACE;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/\p{L}|\p{M}|\p{Nl}/u.test(char)) return WORD;
  return PUNCTUATION;
}

const table = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit += 1) table[unit] = classOf(unit);

export function charClass(unit: number): number {
  return table[unit] ?? PUNCTUATION;
}

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;
export function isArabicUnit(unit: number): boolean {
  return unit >= 0x600 && (unit <= 0x6ff || ARABIC.test(String.fromCharCode(unit)));
}
