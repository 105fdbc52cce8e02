import { touchedBy } from './keys.js';

const names = (type: string, articleId: string | null, claimId: string | null) =>
  touchedBy({ type, articleId, claimId }).map((key) => key.join(' '));

describe('what an event calls up again', () => {
  it.each([
    ['verdict.given', 'a1', 'c1', ['claim c1', 'claims', 'article a1', 'articles', 'attention']],
    ['article.revised', 'a1', null, ['article a1', 'articles']],
    ['assignment.given', 'a1', 'c1', ['assignments', 'claim c1']],
    ['source.changed', null, null, ['sources']],
    ['report.made', null, null, ['reports']],
    ['member.changed', null, null, ['members', 'me']],
    ['something.new', null, null, ['ledger']],
  ] as const)('%s', (type, articleId, claimId, expected) => {
    expect(names(type, articleId, claimId)).toEqual(expect.arrayContaining([...expected]));
  });

  it('somebody coming to a claim is no change of it', () => {
    expect(names('presence.changed', 'a1', 'c1')).toEqual(['presence c1']);
  });

  it('leaves other claims and articles alone', () => {
    expect(names('verdict.given', 'a1', 'c1')).not.toContain('claim c2');
    expect(names('report.made', null, null)).not.toContain('articles');
  });
});
