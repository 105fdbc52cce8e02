/** Collects WHERE conditions with numbered parameters, so that filters never concatenate a value into SQL. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly parts: string[] = [];

  /** `text` holds `?` where the value goes; skipped when the value is undefined. */
  add(text: string, value: unknown): this {
    if (value === undefined) return this;
    this.parts.push(text.replace('?', `$${this.parameters.push(value)}`));
    return this;
  }

  /** A condition that needs several values, or one in several places: `text` is told their placeholders. */
  holds<Values extends readonly unknown[]>(
    values: readonly [...Values],
    text: (...places: { [Place in keyof Values]: string }) => string,
  ): this {
    const places = values.map((value) => `$${this.parameters.push(value)}`);
    this.parts.push(text(...(places as { [Place in keyof Values]: string })));
    return this;
  }

  /** `(column, id)` strictly after the cursor in a descending list. */
  before(column: string, type: string, id: string, after: readonly [string, string] | undefined): this {
    if (!after) return this;
    const key = this.parameters.push(after[0]);
    this.parts.push(`(${column}, ${id}) < ($${key}::${type}, $${this.parameters.push(after[1])}::uuid)`);
    return this;
  }

  /** `(column, id)` strictly after the cursor in an ascending list. */
  after(column: string, type: string, id: string, after: readonly [string, string] | undefined): this {
    if (!after) return this;
    const key = this.parameters.push(after[0]);
    this.parts.push(`(${column}, ${id}) > ($${key}::${type}, $${this.parameters.push(after[1])}::uuid)`);
    return this;
  }

  get where(): string {
    return this.parts.join(' AND ');
  }
}
