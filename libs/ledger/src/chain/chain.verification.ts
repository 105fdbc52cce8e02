import { toHex } from '../bytes/encoding.js';
import { BEFORE_FIRST, type Leaf, leafHash } from '../leaf/leaf.js';
import { readLeaf, type LeafFault } from '../leaf/leaf.reading.js';

export type ChainFaultKind = LeafFault | 'newsroom' | 'seq' | 'prev' | 'hash' | 'object-seq' | 'object-prev';

/** The first place where a ledger is not what it must be. */
export interface ChainFault {
  readonly kind: ChainFaultKind;
  /** Position that should have come. */
  readonly seq: number;
  readonly expected?: string;
  readonly found?: string;
}

/** How far a ledger is sound. */
export interface ChainHead {
  readonly seq: number;
  /** Hash of the last leaf, hexadecimal. */
  readonly hash: string;
}

export type ChainResult =
  { readonly sound: true; readonly head: ChainHead } | { readonly sound: false; readonly fault: ChainFault };

interface ObjectHead {
  readonly seq: number;
  readonly hash: string;
}

/** Follows one newsroom's ledger leaf by leaf from its beginning; holds one short record for each object seen. */
export class ChainVerifier {
  private readonly objects = new Map<string, ObjectHead>();
  private seq = 0;
  private hash = BEFORE_FIRST;

  constructor(private readonly newsroom: string) {}

  get head(): ChainHead {
    return { seq: this.seq, hash: this.hash };
  }

  /** Takes the next leaf's text. `storedHash` (hexadecimal) is what somebody claims its hash to be. After a fault, stop. */
  add(text: string, storedHash?: string): ChainFault | null {
    const seq = this.seq + 1;
    const read = readLeaf(text);
    if ('fault' in read) return { kind: read.fault, seq };
    const hash = toHex(leafHash(text));
    const fault = this.faultOf(read.leaf, seq) ?? differs('hash', seq, hash, storedHash ?? hash);
    if (fault !== null) return fault;
    this.objects.set(keyOf(read.leaf), { seq: read.leaf.object.seq, hash });
    this.seq = seq;
    this.hash = hash;
    return null;
  }

  private faultOf(leaf: Leaf, seq: number): ChainFault | null {
    const before = this.objects.get(keyOf(leaf));
    return (
      differs('newsroom', seq, this.newsroom, leaf.newsroom) ??
      differs('seq', seq, String(seq), String(leaf.seq)) ??
      differs('prev', seq, this.hash, leaf.prev) ??
      differs('object-seq', seq, String((before?.seq ?? 0) + 1), String(leaf.object.seq)) ??
      differs('object-prev', seq, before?.hash ?? 'null', leaf.object.prev ?? 'null')
    );
  }
}

const keyOf = (leaf: Leaf) => `${leaf.object.type} ${leaf.object.id}`;

function differs(kind: ChainFaultKind, seq: number, expected: string, found: string): ChainFault | null {
  return expected === found ? null : { kind, seq, expected, found };
}

/** Verifies a whole ledger given as the texts of its leaves in order. */
export function verifyChain(newsroom: string, texts: Iterable<string>): ChainResult {
  const verifier = new ChainVerifier(newsroom);
  for (const text of texts) {
    const fault = verifier.add(text);
    if (fault !== null) return { sound: false, fault };
  }
  return { sound: true, head: verifier.head };
}
