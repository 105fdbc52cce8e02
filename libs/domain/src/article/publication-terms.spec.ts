import { editor, head, service, writer } from '../../../../test/support/domain-facts.js';
import type { Actor } from '../permission/role.js';
import { publicationTerms, type TermsPatch } from './publication-terms.js';

const later = '2026-03-11T00:00:00Z';
const hold = { reason: 'a complaint in court' };

describe('the terms on which an article goes out', () => {
  it.each<[string, TermsPatch, Actor, { state?: string; legalHold?: boolean }, string]>([
    ['breaking, by an editor', { mode: 'breaking' }, editor, {}, 'ok'],
    ['breaking, by a writer', { mode: 'breaking' }, writer, {}, 'role-forbidden'],
    ['breaking, by a service account', { mode: 'breaking' }, service, {}, 'role-forbidden'],
    ['embargoed, by a head', { embargoUntil: later }, head, {}, 'ok'],
    ['embargoed, by a writer', { embargoUntil: later }, writer, {}, 'role-forbidden'],
    ['embargoed, after it went out', { embargoUntil: later }, editor, { state: 'released' }, 'not-in-state'],
    ['freed of its embargo, after it went out', { embargoUntil: null }, editor, { state: 'released' }, 'ok'],
    ['held for the law, by an editor', { legalHold: hold }, editor, {}, 'ok'],
    ['held for the law, by a writer', { legalHold: hold }, writer, {}, 'role-forbidden'],
    ['put away while held', { archived: true }, editor, { legalHold: true }, 'not-in-state'],
    ['put away and held at once', { archived: true, legalHold: hold }, editor, {}, 'not-in-state'],
    ['put away as it is freed', { archived: true, legalHold: null }, editor, { legalHold: true }, 'ok'],
    ['put away, by its writer', { archived: true }, writer, {}, 'ok'],
  ])('%s', (_, patch, by, over, expected) => {
    const outcome = publicationTerms({ state: 'checking', legalHold: false, ...over }, patch, by);
    expect(outcome.ok ? 'ok' : outcome.refusal.code).toBe(expected);
  });
});
