/** HTML that is safe to emit. The class stays in this module: only `html` and `constant` make it. */
class SafeMarkup {
  constructor(readonly text: string) {}
}
export type Markup = SafeMarkup;

export type Part = SafeMarkup | string | number | null | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

// Controls that could reorder or hide what the reader sees: bidi embeddings, overrides and isolates (an unmatched
// U+2069 would even leave the enclosing <bdi>), C0 and C1. Joiners and plain direction marks belong to good spelling.
const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** Text for an attribute or for content; hidden controls are spelled out as «[U+202E]». */
function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (mark) => ENTITIES[mark] ?? '').replace(HIDDEN, shown);
}

function shown(control: string): string {
  if (control === '\r') return '\n';
  return `[U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

function emit(part: Part): string {
  if (part instanceof SafeMarkup) return part.text;
  if (part === null || part === false) return '';
  if (typeof part === 'object') return part.map(emit).join('');
  return escaped(String(part));
}

/** Template tag: what stands in the template is markup, what is filled in is text, unless it is `Markup` itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new SafeMarkup(strings.reduce((text, string, index) => text + emit(parts[index - 1] ?? null) + string));
}

/** A constant of this program (style sheet, icon) that must not be escaped; as a tag it takes no data at all. */
export function constant(text: TemplateStringsArray): Markup {
  return new SafeMarkup(text.raw.join(''));
}

/** A catalogue text whose `{name}` places are filled with markup; the text itself is escaped. */
export function phrase(text: string, values: Readonly<Record<string, Part>>): Markup {
  const pieces = text.split(/\{(\w+)\}/);
  return html`${pieces.map((piece, index) => (index % 2 === 0 ? piece : (values[piece] ?? null)))}`;
}

/** Text that came from outside, isolated so that its direction cannot disturb its surroundings. */
export function foreign(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** Hashes, ids and codes: always left to right, in a fixed-width face, breakable anywhere. */
export function code(text: string): Markup {
  return html`<code dir="ltr">${text}</code>`;
}

/** A link if, and only if, the address is plain http(s); anything else stays text. */
export function link(address: string): Markup {
  return isWebAddress(address)
    ? html`<a href="${address}" rel="noopener noreferrer nofollow" dir="ltr">${address}</a>`
    : code(address);
}

function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s\p{C}"<>\\]+$/iu.test(address)) return false;
  return URL.canParse(address);
}
