import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { BEFORE_FIRST, type Leaf, leafHash, leafText } from '../leaf/leaf.js';
import { readLeaf } from '../leaf/leaf.reading.js';
import { payloadCommit } from '../leaf/payload.commit.js';
import { toHex } from '../bytes/encoding.js';
import { ChainVerifier, verifyChain } from './chain.verification.js';

const NEWSROOM = '0197a000-0000-7000-8000-000000000001';

/** A sound ledger over the named objects, in this order. */
function ledger(objects: readonly string[], newsroom = NEWSROOM): string[] {
  const heads = new Map<string, { seq: number; hash: string }>();
  let prev = BEFORE_FIRST;
  return objects.map((id, at) => {
    const before = heads.get(id);
    const leaf: Leaf = {
      v: 1,
      newsroom,
      seq: at + 1,
      prev,
      at: '2026-11-22T14:46:40.000001Z',
      actor: { member: null, kind: 'system', via: 'job', credential: null },
      action: 'claim.changed',
      object: { type: 'claim', id, seq: (before?.seq ?? 0) + 1, prev: before?.hash ?? null },
      payload: payloadCommit(new Uint8Array(32).fill(at), { at }),
      requestId: `request-${at}`,
      ...(at % 3 === 0 ? { reason: 'سببٌ مُعلَّل "بنصّه"' } : {}),
    };
    const text = leafText(leaf);
    prev = toHex(leafHash(text));
    heads.set(id, { seq: leaf.object.seq, hash: prev });
    return text;
  });
}

const changed = (text: string, change: (leaf: Record<string, never>) => void) => {
  const leaf = JSON.parse(text) as Record<string, never>;
  change(leaf);
  return leafText(leaf as unknown as Leaf);
};

const sound = ledger(['a', 'b', 'a', 'c', 'a', 'b']);
const faultOf = (texts: readonly string[]) => {
  const result = verifyChain(NEWSROOM, texts);
  return result.sound ? 'sound' : `${result.fault.kind} at ${result.fault.seq}`;
};

describe('a ledger', () => {
  it('hashes a leaf as SHA-256 of a zero byte and its UTF-8 bytes', () => {
    const expected = createHash('sha256').update('\0').update(sound[0]!, 'utf8').digest('hex');
    expect(toHex(leafHash(sound[0]!))).toBe(expected);
  });

  it('is sound as written, and its head names the last leaf', () => {
    expect(verifyChain(NEWSROOM, sound)).toEqual({ sound: true, head: { seq: 6, hash: toHex(leafHash(sound[5]!)) } });
    expect(verifyChain(NEWSROOM, [])).toEqual({ sound: true, head: { seq: 0, hash: BEFORE_FIRST } });
  });

  it.each<[string, string[], string]>([
    ['a leaf missing', sound.toSpliced(2, 1), 'seq at 3'],
    ['its first leaf missing', sound.slice(1), 'seq at 1'],
    ['two leaves swapped', sound.with(1, sound[2]!).with(2, sound[1]!), 'seq at 2'],
    ['a leaf twice', sound.toSpliced(2, 0, sound[1]!), 'seq at 3'],
    [
      'another action',
      sound.with(
        1,
        changed(sound[1]!, (leaf) => Object.assign(leaf, { action: 'claim.dismissed' })),
      ),
      'prev at 3',
    ],
    [
      'another newsroom in a leaf',
      sound.with(
        3,
        changed(sound[3]!, (leaf) => Object.assign(leaf, { newsroom: 'x' })),
      ),
      'newsroom at 4',
    ],
    ['another newsroom throughout', ledger(['a'], 'x'), 'newsroom at 1'],
    ['a space added', sound.with(2, sound[2]!.replace('{"action"', '{ "action"')), 'not-canonical at 3'],
    ['a member twice', sound.with(2, sound[2]!.replace('"v":1', '"v":1,"v":1')), 'not-canonical at 3'],
    [
      'a member too many',
      sound.with(
        2,
        changed(sound[2]!, (leaf) => Object.assign(leaf, { w: 1 })),
      ),
      'not-a-leaf at 3',
    ],
    [
      'a member too few',
      sound.with(
        2,
        changed(sound[2]!, (leaf) => delete leaf.requestId),
      ),
      'not-a-leaf at 3',
    ],
    [
      'a later version',
      sound.with(
        2,
        changed(sound[2]!, (leaf) => Object.assign(leaf, { v: 2 })),
      ),
      'not-a-leaf at 3',
    ],
    ['a moment without microseconds', sound.with(2, sound[2]!.replace('40.000001Z', '40Z')), 'not-a-leaf at 3'],
    ['something else than JSON', sound.with(2, 'x'), 'not-json at 3'],
    ['null for a leaf', sound.with(2, 'null'), 'not-a-leaf at 3'],
  ])('with %s is found out', (_, texts, fault) => {
    expect(faultOf(texts)).toBe(fault);
  });

  it('is found out when an object skips or repeats one of its own leaves, though the chain itself is whole', () => {
    const relinked = (change: (object: { seq: number; prev: string | null }) => void) => {
      const last = JSON.parse(sound[4]!) as { object: { seq: number; prev: string | null } };
      change(last.object);
      return [...sound.slice(0, 4), leafText(last as unknown as Leaf)];
    };
    expect(faultOf(relinked(() => {}))).toBe('sound');
    expect(faultOf(relinked((object) => (object.seq = 4)))).toBe('object-seq at 5');
    expect(faultOf(relinked((object) => (object.seq = 2)))).toBe('object-seq at 5');
    expect(faultOf(relinked((object) => (object.prev = toHex(leafHash(sound[0]!)))))).toBe('object-prev at 5');
    expect(faultOf(relinked((object) => (object.prev = null)))).toBe('object-prev at 5');
  });

  it('is found out when a stored hash is not that of its leaf', () => {
    const verifier = new ChainVerifier(NEWSROOM);
    expect(verifier.add(sound[0]!, toHex(leafHash(sound[0]!)))).toBeNull();
    expect(verifier.add(sound[1]!, BEFORE_FIRST)).toMatchObject({ kind: 'hash', seq: 2, found: BEFORE_FIRST });
  });

  it('never survives a change of one character, except in its last leaf, whose hash then changes', () => {
    const { head } = verifyChain(NEWSROOM, sound) as { head: { hash: string } };
    const place = fc.record({
      leaf: fc.nat(sound.length - 1),
      at: fc.nat(400),
      to: fc.constantFrom(...'abc019"{}\\ ,:é'),
    });
    fc.assert(
      fc.property(place, ({ leaf, at, to }) => {
        const text = sound[leaf]!;
        if (at >= text.length || text[at] === to) return;
        const result = verifyChain(NEWSROOM, sound.with(leaf, text.slice(0, at) + to + text.slice(at + 1)));
        if (result.sound) {
          expect(leaf).toBe(sound.length - 1);
          expect(result.head.hash).not.toBe(head.hash);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('reading a leaf', () => {
  it('gives back what was written', () => {
    const read = readLeaf(sound[3]!);
    expect('leaf' in read && leafText(read.leaf)).toBe(sound[3]);
  });
});

describe('the commitment to a payload', () => {
  const salt = new Uint8Array(32).fill(7);

  it('is SHA-256 of the salt and the canonical payload', () => {
    const expected = createHash('sha256').update(salt).update('{"a":[1,"م"],"b":null}', 'utf8').digest('hex');
    expect(payloadCommit(salt, { b: null, a: [1, 'م'] })).toBe(expected);
  });

  it('differs with the salt, and needs 32 bytes of it', () => {
    expect(payloadCommit(salt, {})).not.toBe(payloadCommit(new Uint8Array(32), {}));
    expect(() => payloadCommit(new Uint8Array(16), {})).toThrow(RangeError);
  });
});
