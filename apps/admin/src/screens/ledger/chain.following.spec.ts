import { followChain, type LedgerEntry } from './chain.following.js';

const ZEROS = '0'.repeat(64);
const hashOf = (leaf: string) => `hash of ${leaf}`;

function chain(...what: string[]): LedgerEntry[] {
  let prev = ZEROS;
  return what.map((name, index) => {
    const leaf = JSON.stringify({ name, prev });
    prev = hashOf(leaf);
    return { seq: index + 1, hash: prev, leaf };
  });
}
const headOf = (entries: readonly LedgerEntry[]) => ({ seq: entries.length, hash: entries.at(-1)!.hash });

describe('the chain, followed in the browser', () => {
  const sound = chain('a', 'b', 'c');

  it('is whole when every leaf gives its hash and names the one before', () => {
    expect(followChain(sound, headOf(sound), hashOf)).toEqual({ entries: 3, withheld: 0, fault: null });
  });

  it('counts what it could not read', () => {
    const entries = sound.map((entry) => (entry.seq === 2 ? { ...entry, leaf: null } : entry));
    expect(followChain(entries, headOf(sound), hashOf)).toEqual({ entries: 3, withheld: 1, fault: null });
  });

  it.each([
    ['changed bytes', sound.map((e) => (e.seq === 2 ? { ...e, leaf: e.leaf!.replace('b', 'x') } : e)), 2],
    ['a leaf taken out', sound.filter(({ seq }) => seq !== 2), 2],
    ['a leaf put in another’s place', sound.map((e) => (e.seq === 2 ? { ...chain('x')[0]!, seq: 2 } : e)), 2],
    ['a changed hash behind a withheld leaf', sound.map((e) => (e.seq === 2 ? { ...e, leaf: null, hash: 'x' } : e)), 3],
    ['an end that is missing', sound.slice(0, 2), 3],
  ])('finds %s', (_, entries, fault) => {
    expect(followChain(entries, headOf(sound), hashOf).fault).toBe(fault);
  });
});
