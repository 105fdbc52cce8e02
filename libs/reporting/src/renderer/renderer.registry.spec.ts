import { TextDecoder } from 'node:util';
import { givenArticle, givenClaim, givenQuote, givenReport } from '../sample/given.model.js';
import { sampleReport } from '../sample/sample.report.js';
import { rendererOf, RENDERERS, wholeFile } from './renderer.registry.js';

const file = async (format: string, language: 'ar' | 'en', model = sampleReport) => {
  const renderer = rendererOf(format);
  if (!renderer) throw new Error(`no renderer for ${format}`);
  return wholeFile(renderer.render(model, language));
};

/** The same data with the members of every object in reverse order, as another reader of the database might build it. */
function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reordered(member)]),
  ) as T;
}

describe('the renderers', () => {
  it('are found by format', () => {
    expect(RENDERERS.map(({ format, extension, mediaType }) => [format, extension, mediaType])).toEqual([
      ['html', 'html', 'text/html; charset=utf-8'],
      ['csv', 'csv', 'text/csv; charset=utf-8; header=present'],
      ['json', 'json', 'application/json'],
    ]);
    expect(rendererOf('exe')).toBeUndefined();
  });

  it.each(RENDERERS.flatMap(({ format }) => [[format, 'ar'] as const, [format, 'en'] as const]))(
    'give the same bytes for the same model (%s, %s)',
    async (format, language) => {
      const once = await file(format, language);
      expect(await file(format, language, structuredClone(sampleReport))).toEqual(once);
      expect(await file(format, language, reordered(sampleReport))).toEqual(once);
    },
  );

  it.each(RENDERERS.filter((renderer) => 'stream' in renderer).map(({ format }) => format))(
    'write the same bytes while the report is read, claim by claim (%s)',
    async (format) => {
      async function* several<T>(items: readonly T[]): AsyncGenerator<T> {
        yield* items;
      }
      const { articles, ...head } = sampleReport;
      for (const language of ['ar', 'en'] as const) {
        const claimByClaim = articles.map(({ claims, ...article }) => ({
          head: article,
          claims: several([[], ...claims.map((claim) => [claim])]),
        }));
        const stream = rendererOf(format)!.stream!({ head, articles: several(claimByClaim) }, language);
        expect(await wholeFile(stream)).toEqual(await file(format, language));
      }
    },
  );

  it('read no clock', async () => {
    const real = Date.now;
    Date.now = () => {
      throw new Error('a renderer asked for the time');
    };
    try {
      for (const { format } of RENDERERS) expect((await file(format, 'ar')).length).toBeGreaterThan(1_000);
    } finally {
      Date.now = real;
    }
  });

  it.each(RENDERERS.map(({ format }) => format))('change with the model (%s)', async (format) => {
    const other = { ...sampleReport, ledger: { ...sampleReport.ledger, seq: sampleReport.ledger.seq + 1 } };
    expect(await file(format, 'en', other)).not.toEqual(await file(format, 'en'));
  });
});

describe('JSON', () => {
  const small = givenReport([]);

  it('is the canonical form, byte for byte', async () => {
    expect(new TextDecoder().decode(await file('json', 'en', small))).toBe(
      '{"articles":[],"asOf":"2026-11-22T14:45:00Z","id":"report-1",' +
        `"ledger":{"leafHash":"${'c'.repeat(64)}","seq":812},` +
        '"newsroom":{"id":"newsroom-1","name":"Harbour Desk","slug":"harbour"},' +
        '"policy":{"preset":"standard","version":3},"scaleVersion":1,"schema":"isnad-report/1"}',
    );
  });

  it('gives the model back', async () => {
    expect(JSON.parse(new TextDecoder().decode(await file('json', 'ar')))).toEqual(sampleReport);
  });

  it('is the same file in both languages', async () => {
    expect(await file('json', 'ar')).toEqual(await file('json', 'en'));
  });

  it('refuses half a surrogate pair instead of replacing it', () => {
    const model = givenReport([givenArticle({ claims: [givenClaim(givenQuote('\uD83D'))] })]);
    expect(() => rendererOf('json')?.render(model, 'en')).toThrow(/lone-surrogate|surrogate/);
  });
});
