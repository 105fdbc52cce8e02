import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { OPERATIONS } from '../../apps/api/src/contract/operations.js';
import { openApiText } from '../../apps/api/src/docs/docs.pages.js';

const text = openApiText(OPERATIONS);
interface Media {
  readonly schema?: object;
  readonly example?: unknown;
}
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly 'x-summary-ar': string;
  readonly parameters: readonly { name: string; in: string; schema: object }[];
  readonly requestBody?: { readonly content: Record<string, Media> };
  readonly responses: Record<string, { readonly content?: Record<string, Media> }>;
}
const { paths, components } = JSON.parse(text) as {
  paths: Record<string, Record<string, Described>>;
  components: object;
};
const described = Object.values(paths).flatMap((methods) => Object.values(methods));

const ajv = addFormats.default(new Ajv2020.default({ strict: false }));
ajv.addSchema({ $id: 'contract', components });
const compile = (schema: object) =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"contract#/components')) as object);

describe('the OpenAPI document', () => {
  it('is the committed one (npm run openapi writes it)', async () => {
    expect(await readFile(join(__dirname, '../../docs/openapi.json'), 'utf8')).toBe(text);
  });

  it('names every operation once, in both languages', () => {
    const ids = described.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(OPERATIONS.length);
    for (const each of described) {
      expect(each.summary).toMatch(/^[A-Z].*[^.]$/);
      expect(each['x-summary-ar']).toMatch(/\p{Script=Arabic}/u);
    }
  });

  it.each(described.map((each) => [each.operationId, each] as const))(
    '%s has schemas and examples that hold',
    (_, each) => {
      const media = [each.requestBody, ...Object.values(each.responses)].flatMap((part) =>
        Object.values(part?.content ?? {}),
      );
      for (const { schema, example } of media) {
        if (!schema) continue;
        const validate = compile(schema);
        if (example !== undefined) expect([validate(example), validate.errors]).toEqual([true, null]);
      }
      for (const { schema } of each.parameters) ajv.compile(schema);
    },
  );
});
