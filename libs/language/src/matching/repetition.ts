import constants from './matching.constants.json' with { type: 'json' };

/** So many texts of the usual kind are counted with those met: of a word that two texts have nothing is known yet. */
const PRIOR = constants.repetition;

/**
 * How often texts that have something of the question repeat it. A claim and its headline both say what it is about; a word that comes
 * by the way comes once.
 */
export class Repetition {
  private readonly times: Float64Array;
  private readonly texts: Float64Array;

  constructor(items: number) {
    this.times = new Float64Array(items);
    this.texts = new Float64Array(items);
  }

  /** What one text has: each item by its number, how often. */
  add(found: ReadonlyMap<number, number>): void {
    for (const [item, times] of found) {
      this.times[item]! += times;
      this.texts[item]! += 1;
    }
  }

  /** Of each item: how often it is repeated, as a multiple of what is usual among all. 1 for what no text has. */
  factors(): Float64Array {
    const total = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0);
    const usual = total(this.times) / Math.max(total(this.texts), 1) || 1;
    return this.times.map((times, item) => (times + PRIOR * usual) / ((this.texts[item]! + PRIOR) * usual));
  }
}
