import { editor, reviewer } from '../../../../test/support/domain-facts.js';
import { giveNotice, type NoticeType } from './notice.js';

describe('a refused notice says why', () => {
  it('whose it is', () => {
    expect(giveNotice({ type: 'kill', sourceId: 'agency', text: 'taken back' }, reviewer)).toMatchObject({
      refusal: { code: 'role-forbidden', facts: { operation: 'createNotice', roles: ['editor', 'head'] } },
    });
  });

  it('all that is wrong with it', () => {
    expect(giveNotice({ type: 'rumour' as NoticeType, text: ' ' }, editor)).toMatchObject({
      refusal: {
        code: 'invalid',
        facts: {
          errors: [
            { pointer: '/type', code: 'unknown' },
            { pointer: '/text', code: 'required' },
            { pointer: '/originItem', code: 'one-of-origin-item-source-id' },
          ],
        },
      },
    });
  });
});
