import { actor, head, reviewer, service, writer } from '../../../../test/support/domain-facts.js';
import type { Translation } from '../independence/source.types.js';
import { readTranslation } from './translation.js';

const translation = { secondReaderId: null } as Translation;
const item = { addedById: 'omar', withdrawn: false, translation };
const operation = 'confirmTranslation';

describe('a refused second reading says why', () => {
  it.each<[string, object, typeof reviewer, object]>([
    ['by a service account', {}, service, { code: 'person-required', facts: { operation } }],
    ['by a writer', {}, writer, { code: 'role-forbidden', facts: { operation, roles: ['editor', 'head', 'reviewer'] } }],
    ['of his own item', { addedById: 'sara' }, reviewer, { code: 'relation-forbidden', facts: { operation, reason: 'own-item' } }],
    ['of an item withdrawn', { withdrawn: true }, reviewer, { code: 'not-in-state', facts: { kind: 'evidence', state: 'withdrawn', allowed: ['standing'] } }],
    ['of an item in its own language', { translation: null }, reviewer, { code: 'not-in-state', facts: { kind: 'evidence', state: 'original', allowed: ['translated'] } }],
    ['of one read twice', { translation: { secondReaderId: 'lina' } }, reviewer, { code: 'already-in-state', facts: { kind: 'evidence', state: 'read-twice' } }],
  ])('%s', (_, over, by, refusal) => {
    expect(readTranslation({ ...item, ...over }, by)).toMatchObject({ ok: false, refusal });
  }); // prettier-ignore

  it.each([head, actor('ed', 'editor'), reviewer])('and is kept with its reader where it is not refused', (by) => {
    expect(readTranslation(item, by)).toEqual({ ok: true, translation: { secondReaderId: by.memberId } });
  });
});
