import { z } from 'zod';

/** Pieces that every noun's contract is made of. */

/** A UUID as the server writes it. Never throws away a case difference: ids are compared byte for byte. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .meta({ format: 'uuid' });

/** A moment, RFC 3339 in UTC with `Z`, of the years 1 to 9999. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !text.startsWith('0000') && !Number.isNaN(Date.parse(text)), { params: { code: 'wrong-form' } });

export const Version = z.int().min(0);

/** Characters no reader sees or that turn the text around them; in names they only ever deceive. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** A name, title or label: trimmed, not empty, no hidden or direction-changing character. Length in UTF-16 units. */
export function label(limit: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .refine((text) => !HIDDEN.test(text), { params: { code: 'hidden-character' } });
}

/** A text people write, such as a reason or a rationale: some letter or digit in it; line breaks are fine. */
export function prose(limit: number) {
  return z
    .string()
    .max(limit)
    .refine((text) => LETTER_OR_DIGIT.test(text), { params: { code: 'text-without-content' } });
}

/** A text of at most so many UTF-8 bytes, whatever is in it. */
export function textOfBytes(limitBytes: number) {
  return z.string().refine((text) => text.length <= limitBytes && Buffer.byteLength(text) <= limitBytes, {
    params: { code: 'too-big' },
  });
}

/** A link people may follow: http or https, no credentials in it. */
export const WebAddress = z
  .string()
  .max(2048)
  .refine(isWebAddress, { params: { code: 'wrong-form' } })
  .meta({ format: 'uri' });

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
}

export const PAGE_LIMIT = 200;

/** `?limit=` and `?cursor=` of every list, to be spread into its query. */
export const PAGE = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .refine((limit) => limit <= PAGE_LIMIT, { params: { code: 'too-big' } })
    .default(50)
    .meta({ type: 'integer', minimum: 1, maximum: PAGE_LIMIT, default: 50 }),
  cursor: z.string().min(1).max(1024).optional(),
} as const;

/** A filter of one or several values: `?state=verified,disputed`. */
export function anyOf<const V extends readonly [string, ...string[]]>(values: V) {
  const member = z.enum(values);
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(member).min(1).max(values.length))
    .meta({ description: `One or several of: ${values.join(', ')}; comma means or.` });
}

export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A page of things: `{items, next?}`. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().optional() });
}

/** The answer of a 204. */
export const nothing = z.undefined();

/** Gives schemas the names they have in the OpenAPI document and in generated clients; elsewhere it refers to them. */
export function named(schemas: Readonly<Record<string, z.ZodType>>): void {
  for (const [id, schema] of Object.entries(schemas)) z.globalRegistry.add(schema, { ...schema.meta(), id });
}
