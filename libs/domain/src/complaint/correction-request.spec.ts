import { clockOf } from '../../../../test/support/clocks.js';
import { answerComplaint, complaintDue, type ComplaintAnswer, type LegalBasis } from './correction-request.js';

describe('a complaint', () => {
  it.each<[string, string, LegalBasis | null, string]>([
    ['with a legal basis, within a day', '2026-03-10T09:00:00.000Z', 'right-of-reply', '2026-03-11T09:00:00.000Z'],
    [
      'with one on a Friday, within a day all the same',
      '2026-03-13T09:00:00.000Z',
      'other',
      '2026-03-14T09:00:00.000Z',
    ],
    ['on a Sunday, by Wednesday', '2026-03-08T09:00:00.000Z', null, '2026-03-11T09:00:00.000Z'],
    ['on a Tuesday, over the weekend to Sunday', '2026-03-10T09:00:00.000Z', null, '2026-03-15T09:00:00.000Z'],
    ['on a Thursday, to Tuesday', '2026-03-12T09:00:00.000Z', null, '2026-03-17T09:00:00.000Z'],
    ['on a Saturday, to Tuesday', '2026-03-14T09:00:00.000Z', null, '2026-03-17T09:00:00.000Z'],
  ])('received %s', (_, received, basis, due) => {
    expect(complaintDue(received, basis, clockOf('sun-thu'))).toBe(due);
  });

  it('on a Thursday is due on Tuesday where Saturday and Sunday are free', () => {
    const due = complaintDue('2026-03-12T09:00:00.000Z', null, clockOf('mon-fri'));
    expect(due).toBe('2026-03-17T09:00:00.000Z');
    expect(complaintDue('2026-03-13T09:00:00.000Z', null, clockOf('mon-fri'))).toBe('2026-03-18T09:00:00.000Z');
  });

  it.each<[string, ComplaintAnswer, string[]]>([
    ['corrected, by a correction', { outcome: 'corrected', correctionId: 'c' }, []],
    ['corrected, by none', { outcome: 'corrected' }, ['/correctionId required-in-this-case']],
    ['clarified, by none', { outcome: 'clarified', correctionId: null }, ['/correctionId required-in-this-case']],
    ['refused, for a reason', { outcome: 'refused', note: 'the record says so' }, []],
    ['refused, for none', { outcome: 'refused', note: ' ' }, ['/note required-in-this-case']],
    [
      'refused, by a correction',
      { outcome: 'refused', note: 'x', correctionId: 'c' },
      ['/correctionId only-when-corrected'],
    ],
    ['withdrawn', { outcome: 'withdrawn' }, []],
    ['answered by publishing the reply', { outcome: 'reply-published' }, []],
  ])('%s', (_, answer, expected) => {
    const outcome = answerComplaint(answer);
    const errors = !outcome.ok && outcome.refusal.code === 'invalid' ? outcome.refusal.facts.errors : [];
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
});
