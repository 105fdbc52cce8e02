import { editor, reviewer, service } from '../../../../test/support/domain-facts.js';
import { approveAnonymous, checkAnonymity } from './anonymity.js';

type Terms = Parameters<typeof checkAnonymity>[1];
type Named = Parameters<typeof approveAnonymous>[0];
const terms = { knownBy: 'nobody', why: ' ', basis: 'hearsay', people: 0 } as unknown as Terms;
const operation = 'approveSource';

describe('refused terms of anonymity', () => {
  it('are told with who is meant and within what bounds', () => {
    expect(checkAnonymity('outlet', terms, null)).toMatchObject({
      refusal: {
        facts: {
          errors: [
            { pointer: '/anonymity', code: 'only-for-anonymous' },
            { pointer: '/anonymity/knownBy', code: 'not-an-editor', detail: { id: 'nobody' } },
            { pointer: '/anonymity/why', code: 'required' },
            { pointer: '/anonymity/basis', code: 'unknown' },
            { pointer: '/anonymity/people', code: 'out-of-range', detail: { least: 1 } },
          ],
        },
      },
    });
  });

  it.each<[string, object, typeof editor, object]>([
    ['by a service account', {}, service, { code: 'person-required', facts: { operation } }],
    ['by a reviewer', {}, reviewer, { code: 'role-forbidden', facts: { operation, roles: ['editor', 'head'] } }],
    ['of a named source', { type: 'agency' }, editor, { code: 'not-in-state', facts: { kind: 'source', state: 'agency', allowed: ['anonymous'] } }],
    ['without terms', { anonymity: null }, editor, { code: 'invalid', facts: { errors: [{ pointer: '/anonymity', code: 'required' }] } }],
    ['approved before', { approved: true }, editor, { code: 'already-in-state', facts: { kind: 'source', state: 'approved' } }],
  ])('are not approved %s', (_, over, by, refusal) => {
    const source = { type: 'anonymous', anonymity: terms, approved: false, ...over } as Named;
    expect(approveAnonymous(source, by)).toMatchObject({ ok: false, refusal });
  }); // prettier-ignore
});
