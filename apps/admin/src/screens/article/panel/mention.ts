interface Named {
  readonly id: string;
  readonly name: string;
}

/** A piece of a comment: words, or the name of a colleague who was called. */
export interface Piece {
  readonly text: string;
  readonly memberId: string | null;
}

/** A comment cut at the names that stand after an @; of two names that begin alike the longer is meant. */
export function piecesOf(text: string, members: readonly Named[]): Piece[] {
  const longestFirst = [...members].filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const called = longestFirst.find(({ name }) => text.startsWith(name, at + 1));
    if (!called || at < from) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), memberId: null });
    from = at + 1 + called.name.length;
    pieces.push({ text: text.slice(at, from), memberId: called.id });
  }
  if (from < text.length) pieces.push({ text: text.slice(from), memberId: null });
  return pieces;
}

/** Members a comment calls, each once. */
export function mentionedIn(text: string, members: readonly Named[]): string[] {
  return [...new Set(piecesOf(text, members).flatMap(({ memberId }) => memberId ?? []))];
}

/** The name being typed at the end of a text, after its @; null where none is. */
export function typedName(text: string): string | null {
  return /(?:^|\s)@([^@\n]{0,40})$/.exec(text)?.[1] ?? null;
}

/** The text with the typed beginning of a name made whole. */
export function withName(text: string, name: string): string {
  return `${text.slice(0, text.lastIndexOf('@'))}@${name} `;
}
