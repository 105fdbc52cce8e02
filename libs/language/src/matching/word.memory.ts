/** UTF-16 units. Longer words hardly come twice. */
const LONGEST = 12;
/** Words in a half of the memory at most; four times as many places. */
const WORDS = 32_768;
const PLACES = 4 * WORDS;

/**
 * Words met before and what is known of them, found where they stand in a text without being cut out of it. A map of so many texts is
 * spread all over the memory, and looking there for each word of an archive takes longer than anything else that is done with it.
 */
class Half<T> {
  /** Of each place: the hash of its word, and the word's number from 1; 0 when it is free. */
  private readonly places = new Int32Array(2 * PLACES);
  /** Of each word: its length, then its units. */
  private readonly units = new Uint16Array((WORDS + 1) * (LONGEST + 1));
  private readonly values: T[] = [];

  get isFull(): boolean {
    return this.values.length >= WORDS;
  }

  find(text: string, from: number, to: number, hash: number): T | undefined {
    const { places } = this;
    for (let place = 2 * (hash & (PLACES - 1)); ; place = (place + 2) & (2 * PLACES - 1)) {
      const number = places[place + 1]!;
      if (number === 0) return undefined;
      if (places[place] === hash && this.isAt(number, text, from, to)) return this.values[number - 1];
    }
  }

  add(text: string, from: number, to: number, hash: number, value: T): void {
    let place = 2 * (hash & (PLACES - 1));
    while (this.places[place + 1] !== 0) place = (place + 2) & (2 * PLACES - 1);
    const number = this.values.push(value);
    this.places[place] = hash;
    this.places[place + 1] = number;
    let unit = number * (LONGEST + 1);
    this.units[unit] = to - from;
    for (let at = from; at < to; at += 1) this.units[++unit] = text.charCodeAt(at);
  }

  private isAt(number: number, text: string, from: number, to: number): boolean {
    let unit = number * (LONGEST + 1);
    if (this.units[unit] !== to - from) return false;
    for (let at = from; at < to; at += 1) if (this.units[++unit] !== text.charCodeAt(at)) return false;
    return true;
  }
}

/** FNV-1a over UTF-16 units, mixed so that its lower bits tell words apart. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) | 0;
}

/**
 * Remembers what was worked out of words. When the newer ones fill their half, the older half is forgotten: whatever comes often has been
 * taken over before.
 */
export class WordMemory<T> {
  private newer = new Half<T>();
  private older = new Half<T>();

  constructor(private readonly workOut: (word: string) => T) {}

  /** What is known of the word at this place of a text. */
  of(text: string, from: number, to: number): T {
    if (to - from > LONGEST) return this.workOut(text.slice(from, to));
    const hash = hashOf(text, from, to);
    const known = this.newer.find(text, from, to, hash);
    if (known !== undefined) return known;
    const value = this.older.find(text, from, to, hash) ?? this.workOut(text.slice(from, to));
    if (this.newer.isFull) {
      this.older = this.newer;
      this.newer = new Half();
    }
    this.newer.add(text, from, to, hash, value);
    return value;
  }
}
