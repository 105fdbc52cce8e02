import type { Role } from '../permission/role.js';
import type { ArticleKind } from './article.types.js';
import { authorsAfterRevision, authorsOfPosted } from './authorship.js';

describe('the authors of a posted article', () => {
  it.each<[string, Role[], ArticleKind, string[] | undefined, string[] | 'invalid']>([
    ['are its writer, when he posts it', ['writer'], 'draft', undefined, ['poster']],
    ['are its writer, also when he edits', ['editor', 'writer'], 'draft', undefined, ['poster']],
    ['must be said when an editor posts it', ['editor'], 'draft', undefined, 'invalid'],
    ['are those named', ['editor'], 'draft', ['ada', 'bea', 'ada'], ['ada', 'bea']],
    ['are those named, also when a writer posts', ['writer'], 'draft', ['ada'], ['ada']],
    ['may be nobody, as for agency copy', ['editor'], 'draft', [], []],
    ['are nobody here, when it is somebody else’s', ['writer'], 'external', undefined, []],
    ['are nobody here, when an editor pastes it', ['editor'], 'external', undefined, []],
  ])('%s', (_, roles, kind, named, expected) => {
    const outcome = authorsOfPosted({ memberId: 'poster', roles }, kind, named);
    expect(outcome.ok ? outcome.authorIds : outcome.refusal.code).toEqual(expected);
  });
});

describe('the authors of a claim’s words after a revision', () => {
  it.each<[string, string[], boolean, string | null, string[]]>([
    ['are as before where the words stayed', ['ada'], false, null, ['ada']],
    ['are as before where the words stayed, for whomever it was posted', ['ada'], false, 'bea', ['ada']],
    ['gain the poster where the words changed', ['ada'], true, null, ['ada', 'poster']],
    ['gain him once', ['poster'], true, null, ['poster']],
    ['do not gain one who posts for an author', ['ada'], true, 'ada', ['ada']],
    ['gain the author it was posted for', ['ada'], true, 'bea', ['ada', 'bea']],
  ])('%s', (_, before, wordsChanged, onBehalfOf, after) => {
    expect(authorsAfterRevision(before, 'poster', { wordsChanged, onBehalfOf })).toEqual(after);
  });
});
