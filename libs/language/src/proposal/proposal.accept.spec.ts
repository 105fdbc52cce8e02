import { acceptProposals } from './proposal.accept.js';

const BLOCKS = [
  { id: 'b1', field: 'body' as const, text: 'قال الوزير إن الشركة سرّحت 300 عامل، ثم أغلقت المصنع نهائيًا في آذار.' },
  { id: 'b2', field: 'aside' as const, text: 'اقرأ أيضا: أسعار الحديد تقفز 40 في المئة', reason: 'related' as const },
  { id: 'b3', field: 'body' as const, text: 'The family flag 👨‍👩‍👧 waves over the town hall.' },
];
const KNOWN = [{ blockId: 'b1', start: 14, end: 36 }];

const judge = (proposed: readonly unknown[]) => {
  const { accepted, refused } = acceptProposals(BLOCKS, KNOWN, proposed, 'ar');
  return [...accepted.map(({ blockId, quote }) => `${blockId} ${quote}`), ...refused.map(({ reason }) => reason)];
};

describe('what a provider proposes', () => {
  it('is taken where it stands in the article letter for letter, and read by the rules', () => {
    const { accepted } = acceptProposals(BLOCKS, KNOWN, ['أغلقت المصنع نهائيًا في آذار'], 'ar');
    expect(accepted).toHaveLength(1);
    const [{ blockId, start, end, quote, checkWorthiness }] = accepted as [(typeof accepted)[number]];
    expect(BLOCKS.find(({ id }) => id === blockId)?.text.slice(start, end)).toBe(quote);
    expect(checkWorthiness.reasons.length).toBeGreaterThan(0);
  });

  it.each<[string, unknown, string]>([
    ['a paraphrase', 'الشركة طردت 300 عامل', 'not-in-text'],
    ['words with other vowel signs', 'أغلقت المصنع نهائيا في آذار', 'not-in-text'],
    ['set-aside text', 'أسعار الحديد تقفز 40 في المئة', 'set-aside'],
    ['what is a claim already', 'الشركة سرّحت 300 عامل', 'already-claimed'],
    ['half of a character', 'The family flag 👨', 'cuts-a-character'],
    ['one word', 'المصنع', 'too-short'],
    ['nothing', '', 'not-a-quote'],
    ['an object', { quote: 'x' }, 'not-a-quote'],
    ['null', null, 'not-a-quote'],
    ['a book', 'ا'.repeat(5000), 'not-a-quote'],
  ])('%s is refused', (_, value, reason) => expect(judge([value])).toEqual([reason]));

  it('is taken once, however often it is proposed, and never without end', () => {
    expect(judge(['أغلقت المصنع نهائيًا في آذار', 'أغلقت المصنع نهائيًا في آذار'])).toEqual([
      'b1 أغلقت المصنع نهائيًا في آذار',
      'already-claimed',
    ]);
    const text = Array.from({ length: 60 }, (_, i) => `البند رقم ${i} من القائمة`);
    const blocks = text.map((line, i) => ({ id: `p${i}`, field: 'body' as const, text: line }));
    expect(acceptProposals(blocks, [], text, 'ar').accepted).toHaveLength(40);
  });
});
