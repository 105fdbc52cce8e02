import { actor, editor, head, reviewer, service, writer } from '../../../../test/support/domain-facts.js';
import type { Actor } from '../permission/role.js';
import { giveNotice, NOTICE_TYPES, takesBack, type NoticeCommand } from './notice.js';

const run = (command: Partial<NoticeCommand>, by: Actor = editor) =>
  giveNotice({ type: 'kill', originItem: 'item', text: 'the agency killed the story', ...command }, by);
const told = (outcome: ReturnType<typeof run>): string[] => {
  if (outcome.ok) return [outcome.originId];
  const { code, facts } = outcome.refusal;
  return code === 'invalid' ? facts.errors.map(({ pointer }) => pointer) : [code];
};

describe('a notice', () => {
  it.each<[string, Partial<NoticeCommand>, Actor, string[]]>([
    ['on an item, by an editor', {}, editor, ['item']],
    ['on a source, by a head', { originItem: undefined, sourceId: 'source' }, head, ['source']],
    ['passed on by an editor’s service account', {}, service, ['item']],
    ['by a reviewer', {}, reviewer, ['role-forbidden']],
    ['by a writer', {}, writer, ['role-forbidden']],
    ['by an admin', {}, actor('a', 'admin'), ['role-forbidden']],
    ['on both', { sourceId: 'source' }, editor, ['/originItem']],
    ['on neither', { originItem: undefined }, editor, ['/originItem']],
    ['that says nothing', { text: ' ' }, editor, ['/text']],
    ['of a type that does not exist', { type: 'rumour' as 'kill' }, editor, ['/type']],
  ])('%s', (_, command, by, expected) => {
    expect(told(run(command, by))).toEqual(expected);
  });

  it('takes back what it is about, unless it only tells', () => {
    expect(NOTICE_TYPES.filter(takesBack)).toEqual(['correction', 'kill', 'withdrawn']);
  });
});
