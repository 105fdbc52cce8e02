import { LEDGER_ACTIONS } from '#domain';
import { historySentence, type HistoryStep } from './history.sentence.js';
import { HistoryWords } from './history.words.js';
import ar from './history.ar.json' with { type: 'json' };
import en from './history.en.json' with { type: 'json' };

const names = {
  member: (id: string) => ({ 'm-1': 'سلمى' })[id] ?? null,
  rating: (key: string) => ({ accurate: 'مطابقة' })[key] ?? null,
};
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const step = (more: Partial<HistoryStep>): HistoryStep => ({
  action: 'claim.edited',
  objectType: 'claim',
  memberName: 'منى',
  reason: null,
  changes: {},
  before: {},
  ...more,
});
const told = (more: Partial<HistoryStep>, language: 'ar' | 'en' = 'ar', kind: 'draft' | 'external' = 'draft') =>
  plain(historySentence(step(more), new HistoryWords(language, kind), names));

describe('a step of a history', () => {
  it.each<[string, Partial<HistoryStep>, string, string]>([
    [
      'tells what was before and what is now',
      { changes: { tier: 'B' }, before: { tier: 'A' }, reason: 'لا اتهام فيها' },
      'منى: تعديل بيانات المعلومة، الفئة من «أ» إلى «ب». السبب: لا اتهام فيها',
      'منى: claim details changed, tier from “A” to “B”. Reason: لا اتهام فيها',
    ],
    [
      'is silent about what did not change',
      { changes: { tier: 'B', kind: 'event' }, before: { tier: 'B', kind: 'event' } },
      'منى: تعديل بيانات المعلومة',
      'منى: claim details changed',
    ],
    [
      'does not list all a claim begins with',
      { action: 'claim.extracted', changes: { quote: 'بلغ 12', state: 'needs-source', tier: 'B' } },
      'منى: استخراج المعلومة من النص، اللفظ: «بلغ 12»',
      'منى: claim extracted from the text, words “بلغ 12”',
    ],
    [
      'names the system, and its reason in words',
      {
        action: 'claim.fell-back',
        memberName: null,
        reason: 'words-changed',
        changes: { state: 'needs-source' },
        before: { state: 'verified' },
      },
      'النظام: عودة المعلومة إلى الحاجة إلى مصدر، الحال من «متحقَّق منها» إلى «تحتاج إلى مصدر». السبب: تغيّرت الألفاظ أو تغيّر إسنادها',
      'the system: needs a source again, state from “verified” to “needs source”. Reason: the words or their attribution changed',
    ],
    [
      'says several flags as a list',
      { action: 'claim.changed', reason: 'numericChanged negationChanged' },
      'منى: تغيّر لفظ المعلومة في النسخة الجديدة. السبب: تغيّر رقم، تغيّر النفي',
      'منى: words changed in the new revision. Reason: a number changed, negation changed',
    ],
    [
      'calls people and ratings by their names, and quotes why',
      {
        action: 'verdict.given',
        objectType: 'verdict',
        changes: { rating: 'accurate', confidence: 'high', rationale: 'طابقت المحضر' },
      },
      'منى: تقييم مدقق المعلومات، التقييم: «مطابقة»، الثقة: «عالية»: «طابقت المحضر»',
      'منى: verdict given, rating “مطابقة”, confidence “high”: “طابقت المحضر”',
    ],
    [
      'tells whom an assignment went to, and when it is due',
      {
        action: 'assignment.given',
        objectType: 'assignment',
        changes: { reviewerId: 'm-1', dueAt: '2026-11-22T09:30:00.000Z' },
      },
      'منى: تكليف جديد، مدقق المعلومات: «سلمى»، الموعد: «22 نوفمبر 2026، 09:30 بالتوقيت العالمي»',
      'منى: assigned, fact-checker “سلمى”, due “22 November 2026, 09:30 UTC”',
    ],
    [
      'says what was taken away',
      { action: 'article.changed', objectType: 'article', changes: { outlet: null }, before: { outlet: 'الفجر' } },
      'منى: تعديل بيانات المادة، جهة النشر: أُزيل «الفجر»',
      'منى: article details changed, outlet no longer “الفجر”',
    ],
  ])('%s', (_, more, arabic, english) => {
    expect(told(more)).toBe(arabic);
    expect(told(more, 'en')).toBe(english);
  });

  it('agrees with ادّعاء in somebody else’s article', () => {
    const fell = { action: 'claim.fell-back', changes: { state: 'needs-source' }, before: { state: 'verified' } };
    expect(told(fell, 'ar', 'external')).toContain(
      'الادّعاء إلى الحاجة إلى مصدر، الحال من «متحقَّق منه» إلى «يحتاج إلى مصدر»',
    );
    expect(told({ action: 'claim.exact' }, 'ar', 'external')).toBe('منى: بقاء الادّعاء بلفظه في النسخة الجديدة');
    expect(told({ action: 'claim.exact' })).toBe('منى: بقاء المعلومة بلفظها في النسخة الجديدة');
  });

  it('lets nothing people wrote turn the sentence around it, nor grow without end', () => {
    const sentence = historySentence(
      step({ changes: { quote: `\u202eabc${'س'.repeat(500)}` }, memberName: 'a\u2069b' }),
      new HistoryWords('ar', 'draft'),
      names,
    );
    expect(sentence.match(/\u2068/g)).toHaveLength(2);
    expect(sentence.match(/\u2069/g)).toHaveLength(2);
    expect(sentence).not.toContain('\u202e');
    expect(sentence.length).toBeLessThan(260);
    expect(sentence).toContain('…');
  });

  it('shows the code of an action it cannot name yet', () => {
    expect(told({ action: 'moon.landed' }, 'en')).toBe('منى: moon.landed');
  });
});

it('every action of the ledger has words in both languages, and no others have', () => {
  expect(Object.keys(ar.actions).sort()).toEqual([...LEDGER_ACTIONS].sort());
  expect(Object.keys(en.actions).sort()).toEqual([...LEDGER_ACTIONS].sort());
  for (const text of Object.values(ar.actions)) expect(text).toMatch(/\p{Script=Arabic}/u);
  for (const text of Object.values(en.actions)) expect(text).not.toMatch(/\p{Script=Arabic}/u);
});
