export interface LedgerEntry {
  readonly seq: number;
  readonly hash: string;
  readonly leaf: string | null;
}

export interface ChainFinding {
  readonly entries: number;
  /** Leaves whose bytes the reader may not see: only their place in the chain was checked. */
  readonly withheld: number;
  /** The first entry that is not what it must be; null when all are. */
  readonly fault: number | null;
}

const BEFORE_FIRST = '0'.repeat(64);

/**
 * Follows the chain from its beginning to `head`: numbers without gaps, each leaf's bytes giving its hash, each naming the hash of
 * the one before. `hashOf` is RFC 6962's leaf hash in hexadecimal.
 */
export function followChain(
  entries: readonly LedgerEntry[],
  head: { readonly seq: number; readonly hash: string },
  hashOf: (leaf: string) => string,
): ChainFinding {
  let before = BEFORE_FIRST;
  let withheld = 0;
  for (const [index, { seq, hash, leaf }] of entries.entries()) {
    const finding = { entries: index, withheld };
    if (seq !== index + 1) return { ...finding, fault: index + 1 };
    if (leaf === null) withheld += 1;
    else if (hashOf(leaf) !== hash || (JSON.parse(leaf) as { prev: unknown }).prev !== before) {
      return { ...finding, fault: seq };
    }
    before = hash;
  }
  const isWhole = entries.length === head.seq && before === head.hash;
  return { entries: entries.length, withheld, fault: isWhole ? null : head.seq };
}
