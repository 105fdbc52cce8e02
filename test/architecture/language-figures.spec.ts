import { own } from '../../scripts/eval/own.section.mjs';

/** What the engine reached on the project's own annotated samples; a change that falls below one of these must say why. */
const FLOORS: Record<string, number> = {
  'recall of check-worthy claims': 0.94,
  'check-worthy claims covered': 0.97,
  precision: 0.79,
  'attribution, F1': 0.97,
  'attribution: speaker': 0.965,
  'attribution: outlet': 0.94,
  'attribution: anonymous or not': 0.96,
  'attribution, English news: content, char-F1': 0.91,
  'attribution, English news: source, char-F1': 0.84,
  'attribution, English news, second part: content, char-F1': 0.91,
  'attribution, English news, second part: source, char-F1': 0.8,
  'attribution, English news, third part: content, char-F1': 0.92,
  'attribution, English news, third part: source, char-F1': 0.83,
};

describe('the language engine on the own samples', () => {
  it('falls below none of the figures it has reached, leaks no boilerplate and quotes exactly', async () => {
    const { rows } = await own('', 0);
    const values = new Map(
      rows.map(({ figure, value }) => [figure.replace(/^own samples, (?:extraction: )?/, ''), value]),
    );
    const fallen = Object.entries(FLOORS).filter(([figure, floor]) => (values.get(figure) ?? -1) < floor);
    expect(fallen.map(([figure]) => `${figure} ${values.get(figure)}`)).toEqual([]);
    expect(values.get('boilerplate leaking into claims')).toBe(0);
    expect(values.get('quotes that are not exact')).toBe(0);
  });
});
