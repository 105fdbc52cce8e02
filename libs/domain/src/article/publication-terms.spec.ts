import { actor, editor, head, service, writer } from '../../../../test/support/domain-facts.js';
import type { Actor } from '../permission/role.js';
import { publicationTerms, type TermsPatch } from './publication-terms.js';

const counsel = actor('lamia', 'legal');
const later = '2026-03-11T00:00:00Z';
const hold = { reason: 'a complaint in court' };

describe('the terms on which an article goes out', () => {
  it.each<[string, TermsPatch, Actor, { state?: string; legalHold?: boolean; hasCounsel?: boolean }, string]>([
    ['breaking, by an editor', { mode: 'breaking' }, editor, {}, 'ok'],
    ['breaking, by a writer', { mode: 'breaking' }, writer, {}, 'role-forbidden'],
    ['breaking, by a service account', { mode: 'breaking' }, service, {}, 'role-forbidden'],
    ['embargoed, by a head', { embargoUntil: later }, head, {}, 'ok'],
    ['embargoed, by a writer', { embargoUntil: later }, writer, {}, 'role-forbidden'],
    ['embargoed, after it went out', { embargoUntil: later }, editor, { state: 'released' }, 'not-in-state'],
    ['freed of its embargo, after it went out', { embargoUntil: null }, editor, { state: 'released' }, 'ok'],
    ['held for the law, by an editor', { legalHold: hold }, editor, {}, 'ok'],
    ['held for the law, by counsel', { legalHold: hold }, counsel, {}, 'ok'],
    ['held for the law, by an editor beside counsel', { legalHold: hold }, editor, { hasCounsel: true }, 'ok'],
    [
      'held for the law, by a service account',
      { legalHold: hold },
      { ...counsel, kind: 'service' },
      {},
      'role-forbidden',
    ],
    ['freed, by counsel', { legalHold: null }, counsel, { legalHold: true, hasCounsel: true }, 'ok'],
    ['freed, by a head', { legalHold: null }, head, { legalHold: true, hasCounsel: true }, 'ok'],
    ['freed, by an editor without counsel', { legalHold: null }, editor, { legalHold: true }, 'ok'],
    [
      'freed, by an editor past counsel',
      { legalHold: null },
      editor,
      { legalHold: true, hasCounsel: true },
      'role-forbidden',
    ],
    ['free and freed again, by an editor', { legalHold: null }, editor, { hasCounsel: true }, 'ok'],
    ['breaking, by counsel', { mode: 'breaking' }, counsel, {}, 'role-forbidden'],
    ['embargoed, by counsel', { embargoUntil: later }, counsel, {}, 'role-forbidden'],
    ['held for the law, by a writer', { legalHold: hold }, writer, {}, 'role-forbidden'],
    ['put away while held', { archived: true }, editor, { legalHold: true }, 'not-in-state'],
    ['put away and held at once', { archived: true, legalHold: hold }, editor, {}, 'not-in-state'],
    ['put away as it is freed', { archived: true, legalHold: null }, editor, { legalHold: true }, 'ok'],
    ['put away, by its writer', { archived: true }, writer, {}, 'ok'],
  ])('%s', (_, patch, by, { hasCounsel = false, ...over }, expected) => {
    const outcome = publicationTerms({ state: 'checking', legalHold: false, ...over }, patch, by, hasCounsel);
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(expected);
  });
});
