/** Data for the fuzzer: made from the JSON Schemas of the OpenAPI document by a seeded generator, and broken on purpose. */

export type Json = Record<string, unknown>;
export type Schema = Readonly<Json>;

/** A generator of its own for each request, so that one request can be made again from its number. */
export class Chance {
  constructor(private state: number) {}

  /** At least 0 and below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

const WORDS = [
  'كلفة',
  'الجسر',
  'قال',
  'الوزير',
  'إن',
  '12',
  'مليون',
  'bridge',
  'cost',
  'the',
  '٣٤٠',
  '«نعم»',
  '🌉',
  'é',
];
/** What no schema can say: words of the articles there are, ratings of the scale. */
const KNOWN_VALUES: Readonly<Record<string, readonly string[]>> = {
  text: [
    'بلغت كلفة الجسر 12 مليون دينار عام 2024.\n\nوقال الوزير سامر الحداد إن الأعمال انتهت في مايو.\n\nأعتقد أن هذا قرار سيئ.',
    'The bridge cost 12 million dinars in 2024, the minister said.\n\nIt will probably open in June.',
  ],
  quote: ['كلفة الجسر 12 مليون دينار', 'بلغت كلفة الجسر 12 مليون دينار عام 2024', 'الوزير سامر الحداد'],
  rating: ['true', 'mostly-true', 'false', 'misleading', 'unproven'],
};
const HOSTILE = [
  '',
  ' ',
  '...',
  '\u0000',
  '\ud800',
  'a\u202eb',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%00',
  '$(id)',
  '\r\nX-Injected: 1',
  'ك'.repeat(3000),
] as const;
const HOSTILE_VALUES = [null, true, -1, 0, 1e21, 2 ** 53 + 2, 0.1, [], {}, [[]], { a: {} }, ...HOSTILE];

/** Where an id of some kind comes from, by the name of the member or parameter that wants it. */
export type IdSource = (name: string) => string;

export class SchemaMaker {
  constructor(
    private readonly chance: Chance,
    private readonly components: Readonly<Record<string, Schema>>,
    private readonly idFor: IdSource,
  ) {}

  /** A value that the schema describes, as far as its keywords are known here; the caller checks. */
  make(schema: Schema, name = '', depth = 0): unknown {
    const { chance } = this;
    if (typeof schema.$ref === 'string') {
      return this.make(this.components[schema.$ref.replace('#/components/schemas/', '')]!, name, depth);
    }
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum)) return chance.of(schema.enum as unknown[]);
    const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
    if (choices) return this.make(chance.of(choices), name, depth);
    switch (schema.type) {
      case 'object':
        return this.object(schema, depth);
      case 'array':
        return this.array(schema, name, depth);
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'boolean':
        return chance.happens(0.5);
      case 'null':
        return null;
      case 'string':
        return this.string(schema, name);
      default:
        return chance.of([1, 'x', null]);
    }
  }

  private object(schema: Schema, depth: number): Json {
    const required = (schema.required ?? []) as string[];
    const made: Json = {};
    for (const [name, member] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
      if (required.includes(name) || this.chance.happens(depth > 3 ? 0.1 : 0.35)) {
        made[name] = this.make(member, name, depth + 1);
      }
    }
    return made;
  }

  private array(schema: Schema, name: string, depth: number): unknown[] {
    const least = (schema.minItems as number | undefined) ?? 0;
    const length = least + this.chance.below(3);
    return Array.from({ length }, () => this.make(schema.items as Schema, name, depth + 1));
  }

  private number({ minimum = 0, maximum, type }: Schema): number {
    const least = Number(minimum);
    const most = Math.min(maximum === undefined ? least + 100 : Number(maximum), least + 1000);
    const value = least + this.chance.next() * (most - least);
    return type === 'integer' ? Math.floor(value) : value;
  }

  private string({ format, pattern, minLength = 0, maxLength = 200, description }: Schema, name: string): string {
    const { chance } = this;
    if (format === 'uuid') return this.idFor(name);
    if (name === 'expiresAt') return new Date(Date.now() + (1 + chance.below(300)) * 86_400_000).toISOString();
    if (format === 'date-time')
      return new Date(Date.UTC(2026, chance.below(12), 1 + chance.below(28), chance.below(24))).toISOString();
    if (format === 'uri') return `https://example.org/${chance.below(1000)}`;
    if (typeof description === 'string' && description.startsWith('One or several of: ')) {
      return chance.of(description.slice(19).split(';', 1)[0]!.split(', '));
    }
    if (typeof pattern === 'string' && pattern.includes('@')) return `m${chance.below(1e9)}@example.org`;
    if (typeof pattern === 'string' && pattern.startsWith('^[a-z]')) return `key-${chance.below(1000)}`;
    if (typeof pattern === 'string') return String(1 + chance.below(99));
    const known = KNOWN_VALUES[name];
    if (known && chance.happens(0.8)) return chance.of(known);
    const words = Array.from({ length: 1 + chance.below(6) }, () => chance.of(WORDS)).join(' ');
    return words.padEnd(Number(minLength), 'س').slice(0, Number(maxLength));
  }
}

/** The same value with one thing wrong in it, somewhere. Whether it now breaks the schema is for the caller to see. */
export function broken(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value) && value.length > 0 && chance.happens(0.7)) {
    const at = chance.below(value.length);
    return value.map((item, index) => (index === at ? broken(item, chance) : (item as unknown)));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return brokenObject(value as Json, chance);
  return chance.of(HOSTILE_VALUES);
}

function brokenObject(value: Json, chance: Chance): Json {
  const names = Object.keys(value);
  const name = names.length > 0 ? chance.of(names) : undefined;
  const kind = chance.below(name === undefined ? 1 : 4);
  if (kind === 0) {
    const unknown = chance.of(['newsroomId', 'role', 'createdBy', 'status', 'version', 'constructor', 'x'.repeat(300)]);
    return { ...value, [unknown]: chance.of(HOSTILE_VALUES) };
  }
  if (kind === 1) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  if (kind === 2) return { ...value, [name!]: broken(value[name!], chance) };
  return { ...value, [name!]: chance.of(HOSTILE_VALUES) };
}

/** Bytes that are no JSON any more, or no text, or not what they say they are. */
export function rawBody(
  text: string,
  chance: Chance,
): { body: Buffer; type: string; encoding?: string; surelyWrong: boolean } {
  const json = 'application/json';
  const bytes = Buffer.from(text);
  switch (chance.below(10)) {
    case 0:
      return { body: bytes.subarray(0, Math.max(1, bytes.length - 1)), type: json, surelyWrong: true };
    case 1: {
      const flipped = Buffer.from(bytes);
      flipped[chance.below(flipped.length)]! ^= 1 << chance.below(8);
      return { body: flipped, type: json, surelyWrong: false };
    }
    case 2:
      return { body: Buffer.concat([bytes, Buffer.from([0xff, 0xfe, 0xc0])]), type: json, surelyWrong: true };
    case 3:
      return { body: Buffer.from('['.repeat(60) + ']'.repeat(60)), type: json, surelyWrong: true };
    case 4:
      return { body: Buffer.from('{"a":1,"a":2}'), type: json, surelyWrong: true };
    case 5:
      return { body: Buffer.from('{"__proto__":{"role":"admin"}}'), type: json, surelyWrong: true };
    case 6:
      return {
        body: bytes,
        type: chance.of(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']),
        surelyWrong: true,
      };
    case 7:
      return { body: bytes, type: json, encoding: 'gzip', surelyWrong: true };
    case 8: {
      const said = chance.of(['null', '[]', '"text"', '12', 'true', 'NaN', '{', '\u{feff}{}']);
      // a byte order mark may be passed over, and nothing is wrong with an empty object everywhere
      return { body: Buffer.from(said), type: json, surelyWrong: !said.endsWith('{}') };
    }
    default:
      return { body: bytes, type: `${json}; charset=utf-16`, surelyWrong: true };
  }
}
