import { actor, editor, reviewer, service, writer } from '../../../../test/support/domain-facts.js';
import type { Translation } from '../independence/source.types.js';
import type { Actor } from '../permission/role.js';
import { readTranslation } from './translation.js';

const translation: Translation = {
  language: 'fr',
  original: 'nous répondrons',
  text: 'we will answer',
  translator: 'Amal',
  secondReaderId: null,
};
const item = { addedById: 'sara', withdrawn: false, translation };

describe('reading a translation against its original', () => {
  it.each<[string, Partial<typeof item> | { translation: Translation | null }, Actor, string]>([
    ['by a colleague', {}, actor('omar', 'reviewer'), 'omar'],
    ['by an editor', {}, editor, 'editor'],
    ['by whoever added it', {}, reviewer, 'relation-forbidden'],
    ['by a writer', {}, writer, 'role-forbidden'],
    ['by a service account', {}, service, 'person-required'],
    ['of an item withdrawn', { withdrawn: true }, editor, 'not-in-state'],
    ['of an item in its own language', { translation: null }, editor, 'not-in-state'],
    ['twice', { translation: { ...translation, secondReaderId: 'omar' } }, editor, 'already-in-state'],
  ])('%s', (_, over, by, expected) => {
    const outcome = readTranslation({ ...item, ...over }, by);
    expect(outcome.ok ? outcome.translation.secondReaderId : outcome.refusal.code).toBe(expected);
  });
});
