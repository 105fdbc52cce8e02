const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ک: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  '٪': '%',
  '٫': '.',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '‚': "'",
};
const DROPPED =
  /[\u0640\u064b-\u065f\u0670\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u061c\u06d6-\u06dc\u06df-\u06e8]/;

function foldOnce(char: string): string {
  let out = '';
  for (const part of char.normalize('NFKC')) {
    if (DROPPED.test(part)) continue;
    const unit = part.charCodeAt(0);
    if (unit >= 0x660 && unit <= 0x669) out += String.fromCharCode(unit - 0x630);
    else if (unit >= 0x6f0 && unit <= 0x6f9) out += String.fromCharCode(unit - 0x6c0);
    else if (part === '\u200c' || /\s/.test(part)) out += part === '\n' ? part : ' ';
    else out += LETTERS[part] ?? part.toLowerCase();
  }
  return out;
}

/** Folded forms of the basic plane, filled as they are met: at most 65 536 short strings. */
const known: (string | undefined)[] = [];
/** 1 for a unit that is known to be its own folded form. */
const SAME = new Uint8Array(0x10000);

/** The folded form of one character of the matching view (S1): '' when it is dropped; a fixed point, so folding twice changes nothing. */
export function foldChar(char: string): string {
  const single = char.length === 1;
  const unit = char.charCodeAt(0);
  const hit = single ? known[unit] : undefined;
  if (hit !== undefined) return hit;
  let folded = foldOnce(char);
  for (let round = 0; round < 4; round += 1) {
    const again = Array.from(folded, foldOnce).join('');
    if (again === folded) break;
    folded = again;
  }
  if (single) {
    known[unit] = folded;
    if (folded === char && (unit < 0xd800 || unit > 0xdfff)) SAME[unit] = 1;
  }
  return folded;
}

/** Whether a unit is known to be its own folded form; of one not met yet it says no. */
export function isFolded(unit: number): boolean {
  return SAME[unit] === 1;
}

/** Folds a word or a lexicon entry; offsets are lost, use `normalise` where they matter. */
export function fold(text: string): string {
  let out = '';
  // what folding leaves as it is is taken over in one piece
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (SAME[unit] === 1) continue;
    const hit = known[unit];
    const plain = hit !== undefined && (unit < 0xd800 || unit > 0xdfff);
    const char = plain ? '' : String.fromCodePoint(text.codePointAt(i) ?? 0);
    const folded = plain ? hit : foldChar(char);
    if (kept < i) out += text.slice(kept, i);
    out += folded;
    if (!plain) i += char.length - 1;
    kept = i + 1;
  }
  return kept === 0 ? text : kept < text.length ? out + text.slice(kept) : out;
}
