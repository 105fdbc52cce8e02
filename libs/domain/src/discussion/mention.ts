/** A member as far as he can be mentioned. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface Mentions {
  /** Ids of the members meant, in the order in which the text names them, each once. */
  readonly memberIds: readonly string[];
  /** Names the text mentions that several members bear: whoever writes must say which one. */
  readonly ambiguous: readonly string[];
}

const WORD = /[\p{L}\p{M}\p{N}_]/u;

/**
 * Who is mentioned in a text: an @ that no word precedes, then a member's whole name or address, the longest that fits and that no
 * letter continues. Case, and the marks of Arabic vowels, make no difference.
 */
export function mentionsIn(text: string, members: readonly Mentionable[]): Mentions {
  const written = folded(text);
  const names = namesOf(members);
  const memberIds = new Set<string>();
  const ambiguous = new Set<string>();
  for (let at = written.indexOf('@'); at >= 0; at = written.indexOf('@', at + 1)) {
    if (at > 0 && WORD.test(written[at - 1]!)) continue;
    const named = names.find(({ key }) => written.startsWith(key, at + 1) && !continues(written, at + 1 + key.length));
    if (!named) continue;
    if (named.ids.length > 1) ambiguous.add(named.name);
    else memberIds.add(named.ids[0]!);
  }
  return { memberIds: [...memberIds], ambiguous: [...ambiguous] };
}

const continues = (text: string, at: number): boolean => at < text.length && WORD.test(text[at]!);

/** Every name and address with those who bear it, the longest first. */
function namesOf(members: readonly Mentionable[]): { key: string; name: string; ids: string[] }[] {
  const names = new Map<string, { key: string; name: string; ids: string[] }>();
  for (const { id, name, email } of members) {
    for (const one of new Set([name, email])) {
      const key = folded(one);
      if (key === '') continue;
      const known = names.get(key);
      if (!known) names.set(key, { key, name: one, ids: [id] });
      else if (!known.ids.includes(id)) known.ids.push(id);
    }
  }
  return [...names.values()].sort((a, b) => b.key.length - a.key.length || (a.key < b.key ? -1 : 1));
}

/** Lower case, without Arabic vowel marks and elongation, spaces alike. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0670\u0640]/g, '')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim();
}
