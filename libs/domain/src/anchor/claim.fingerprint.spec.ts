import { createHash } from 'node:crypto';
import { claimFingerprint, textHashOf } from './claim.fingerprint.js';
import { turnsOf } from './negation.reach.js';
import { frameEquals, frameFlags, frameFrom } from './frame.comparison.js';
import type { Frame } from './anchor.types.js';

const frame: Frame = {
  cue: 'قال',
  stance: 'neutral',
  negated: false,
  anonymous: true,
  sourceCount: 2,
  firstLink: 'مصدران',
  outlet: 'بلومبيرغ',
};

describe('fingerprint of a claim', () => {
  it('is canonical JSON of the strict form, the frame and the rule', () => {
    expect(claimFingerprint({ quote: ' توقفت «المحادثاتُ» ١٢٪ ', frame })).toBe(
      '{"frame":{"anonymous":true,"firstLink":"مصدران","negated":false,"outlet":"بلومبيرغ","sourceCount":2,"stance":"neutral"},' +
        '"quote":"توقفت \\"المحادثات\\" 12%","rules":"strict/1"}',
    );
    expect(claimFingerprint({ quote: 'No.', frame: { ...frame, firstLink: null, outlet: null } })).toContain(
      '"firstLink":null,"negated":false,"outlet":null',
    );
    expect(claimFingerprint({ quote: 'No.', frame: null })).toBe('{"frame":null,"quote":"No.","rules":"strict/1"}');
  });

  it('hashes the UTF-8 bytes of that', () => {
    const input = { quote: 'توقفت المحادثات', frame };
    expect(textHashOf(input)).toBe(createHash('sha256').update(claimFingerprint(input), 'utf8').digest('hex'));
  });

  it('does not change with typography or with a cue of the same stance', () => {
    const hash = textHashOf({ quote: 'بلغت 12% "في مايو"', frame });
    expect(textHashOf({ quote: 'بلغتْ ١٢٪ «في\u00a0مايو»', frame })).toBe(hash);
    expect(textHashOf({ quote: 'بلغت 12% "في مايو"', frame: { ...frame, cue: 'ذكر' } })).toBe(hash);
    expect(textHashOf({ quote: 'بلغت 12% "في مايو"', frame: { ...frame, firstLink: 'مصدرانِ' } })).toBe(hash);
  });

  it.each<[string, Partial<Frame> | null]>([
    ['no frame', null],
    ['another stance', { stance: 'factive' }],
    ['negated', { negated: true }],
    ['named', { anonymous: false }],
    ['sources without number', { sourceCount: null }],
    ['another speaker', { firstLink: 'مصادر' }],
    ['no outlet', { outlet: null }],
  ])('changes with the frame: %s', (_name, change) => {
    const other = change && { ...frame, ...change };
    expect(textHashOf({ quote: 'x', frame: other })).not.toBe(textHashOf({ quote: 'x', frame }));
    expect(frameEquals(other, frame)).toBe(false);
    expect(frameFlags(frame, other)).toEqual([change?.negated ? 'negationChanged' : 'attributionChanged']);
  });

  it('tells another reading from an earlier one, and knows the earlier one again', () => {
    const active = textHashOf({ quote: 'قَتَلَ', frame: null });
    expect(textHashOf({ quote: 'قتل', frame: null, earlierQuote: 'قَتَلَ' })).toBe(active);
    expect(textHashOf({ quote: 'قُتِلَ', frame: null, earlierQuote: 'قَتَلَ' })).not.toBe(active);
    expect(textHashOf({ quote: 'قَتَلَ', frame: null, earlierQuote: 'قَتَلَ' })).toBe(active);
    expect(textHashOf({ quote: 'قَتَلَ', frame: null, earlierQuote: 'ذَهَبَ' })).toBe(active);
  });
});

describe('frames', () => {
  it('takes from an attribution its cue, its innermost link and its outlet', () => {
    const links = [
      { role: 'speaker', name: 'مصدران' },
      { role: 'outlet', name: 'بلومبيرغ' },
    ];
    const reading = { cue: 'قال', stance: 'neutral', negated: false, anonymous: true, sourceCount: 2, links };
    expect(frameFrom(reading)).toEqual(frame);
    expect(frameFrom({ ...reading, cue: '', links: [] })).toMatchObject({ cue: null, firstLink: null, outlet: null });
    expect(frameFrom(null)).toBeNull();
  });

  it('counts a denial as negation and a change of speaker beside it as attribution too', () => {
    const denial = { ...frame, stance: 'negating', negated: true };
    expect(frameFlags(frame, denial)).toEqual(['negationChanged']);
    expect(frameFlags(denial, frame)).toEqual(['negationChanged']);
    expect(frameFlags(frame, { ...denial, firstLink: 'الجيش' })).toEqual(['negationChanged', 'attributionChanged']);
    expect(frameFlags(null, denial)).toEqual(['negationChanged', 'attributionChanged']);
    expect(frameFlags(frame, { ...frame, stance: 'negating' })).toEqual(['negationChanged']);
    expect(frameFlags(frame, frame)).toEqual([]);
    expect(frameFlags(null, null)).toEqual([]);
  });
});

describe('a negation just outside the quote', () => {
  const hashAt = (before: string) => {
    const text = `${before}the bank raised its fees`;
    return textHashOf({ quote: 'the bank raised its fees', frame: null, turns: turnsOf(text, before.length) });
  };
  it('makes the same words another claim, and its going away the first again', () => {
    expect(hashAt('It is not true that ')).not.toBe(hashAt('It is true that '));
    expect(hashAt('It is true that ')).toBe(hashAt(''));
    expect(hashAt('It is not so. Yesterday ')).toBe(hashAt(''));
  });

  it('leaves the fingerprint of a claim without one as it was', () => {
    expect(claimFingerprint({ quote: 'No.', frame: null, turns: 0 })).toBe(
      claimFingerprint({ quote: 'No.', frame: null }),
    );
  });
});
