import { attributionAt } from '#language';
import { alignBlocks } from './block.alignment.js';
import { reanchor } from './claim.reanchoring.js';
import { frameFrom } from './frame.comparison.js';
import type { AnchorLanguage, FrameReader, Reanchoring, TextBlock } from './anchor.types.js';

const frameOf: FrameReader = (text, start, end, language) => frameFrom(attributionAt(text, start, end, language));

/** Paragraphs are cut at ¶; a field other than body is written in front of its paragraph, as `dek|`. */
function paragraphs(text: string) {
  return text.split('¶').map((part) => {
    const [, field, rest] = /^(dek|title|caption)\|(.*)$/su.exec(part) ?? [];
    return { field: field ?? 'body', text: rest ?? part };
  });
}

interface Case {
  oldBlocks: TextBlock[];
  newBlocks: TextBlock[];
  answer: Reanchoring;
  /** The new block as text, so that the placed span can be compared with ‹…› marks. */
  marked: string | undefined;
}

function move(before: string, after: string): Case {
  const oldTexts = paragraphs(before.replace(/[‹›]/g, ''));
  const oldBlocks = oldTexts.map((block, i) => ({ id: `b${i + 1}`, ...block }));
  const at = paragraphs(before).findIndex(({ text }) => text.includes('‹'));
  const raw = paragraphs(before)[at]?.text ?? '';
  const start = raw.indexOf('‹');
  const end = raw.indexOf('›') - 1;
  const { id = '', text = '' } = oldBlocks[at] ?? {};
  const newBlocks = alignBlocks(oldBlocks, paragraphs(after));
  const language: AnchorLanguage = /[\u0621-\u064A]/.test(before) ? 'ar' : 'en';
  const anchor = { blockId: id, start, end, quote: text.slice(start, end) };
  const answer = reanchor({ oldBlocks, anchor, newBlocks, language, frameOf });
  const block = newBlocks.find((other) => other.id === answer.anchor?.blockId);
  if (block && answer.anchor)
    expect(block.text.slice(answer.anchor.start, answer.anchor.end)).toBe(answer.anchor.quote);
  const marked =
    block && answer.anchor
      ? `${block.text.slice(0, answer.anchor.start)}‹${answer.anchor.quote}›${block.text.slice(answer.anchor.end)}`
      : undefined;
  return { oldBlocks, newBlocks, answer, marked };
}

const wordFlags = ({ flags }: Reanchoring) => flags.filter((flag) => flag !== 'contextChanged');

describe('a claim that begins or ends inside a written word', () => {
  it.each([
    [
      'a mark inside the word it begins in',
      'عاد الهدوء و‹يزداد الغضب في المدينة›.',
      'عاد الهدوء و‹يزَداد الغضب في المدينة›.',
    ],
    [
      'a mark on the particle before it',
      'عاد الهدوء و‹يزداد الغضب في المدينة›.',
      'عاد الهدوء وَ‹يزداد الغضب في المدينة›.',
    ],
    ['a tatweel in the word it ends in', 'قال إن ‹الغضب ازداد في الحيّ›ين.', 'قال إن ‹الغضب ازداد في الحـيّ›ين.'],
  ])('%s', (_, before, after) => {
    const { answer, marked } = move(before, after.replace(/[‹›]/g, ''));
    expect(['exact', 'typographic']).toContain(answer.status);
    expect(marked).toBe(after);
  });
});

describe('vectors of domain.md', () => {
  it('1 stays with its own team when another says the same', () => {
    const { answer, marked } = move(
      'Team Alpha ‹cut latency by twelve percent in all regions›.¶Team Beta cut latency by twelve percent in all regions.',
      'Team Alpha cut latency by ten percent in most regions.¶Team Beta cut latency by twelve percent in all regions.',
    );
    expect(answer.status).toBe('changed');
    expect(marked).toBe('Team Alpha ‹cut latency by ten percent in most regions›.');
    expect(answer.flags).toContain('numericChanged');
  });

  it.each([
    ['2 a number', '‹ارتفعت البطالة إلى 12 في المئة عام 2023.› ولم يعلق الوزير.', 'ارتفعت البطالة إلى 14 في المئة عام 2023. ولم يعلق الوزير.', '‹ارتفعت البطالة إلى 14 في المئة عام 2023.› ولم يعلق الوزير.', ['numericChanged']],
    ['5 a negation', '‹The bank will raise fees in June.› He left.', 'The bank will not raise fees in June. He left.', '‹The bank will not raise fees in June.› He left.', ['negationChanged']],
    ['5b a negation', 'قال إن ‹البنك سيرفع الرسوم في يونيو›.', 'قال إن البنك لن يرفع الرسوم في يونيو.', 'قال إن ‹البنك لن يرفع الرسوم في يونيو›.', ['negationChanged']],
    ['16 the frame deleted', 'بحسب بلومبيرغ، ‹نظّم عملاء الاستخبارات العملية›.', 'نظّم عملاء الاستخبارات العملية.', '‹نظّم عملاء الاستخبارات العملية›.', ['attributionChanged']],
    ['17 two sources become sources', 'قال مصدران إن ‹المحادثات توقفت›.', 'قالت مصادر إن المحادثات توقفت.', 'قالت مصادر إن ‹المحادثات توقفت›.', ['attributionChanged']],
    ['17 they deny it', 'قال مصدران إن ‹المحادثات توقفت›.', 'نفى مصدران أن المحادثات توقفت.', 'نفى مصدران أن ‹المحادثات توقفت›.', ['negationChanged']],
    ['18 quotation marks removed', 'وقال: ‹"سنرد"› ثم غادر القاعة.', 'وقال: سنرد ثم غادر القاعة.', 'وقال: ‹سنرد› ثم غادر القاعة.', []],
    ['18 alone in its block', '‹"سنرد"›', 'سنرد', '‹سنرد›', []],
    ['19 another reading', '‹قَتَلَ الجندي رجلًا في السوق.›', 'قُتِلَ الجندي رجلًا في السوق.', '‹قُتِلَ الجندي رجلًا في السوق.›', []],
    ['10 a sentence split', '‹The ministry closed the school in March and the council reopened it in May.›', 'The ministry closed the school in March. The council reopened it in May.', '‹The ministry closed the school in March. The council reopened it in May.›', []],
  ])('%s: changed', (_name, before, after, marked, flags) => {
    const moved = move(before, after);
    expect(moved.answer.status).toBe('changed');
    expect(moved.marked).toBe(marked);
    expect(wordFlags(moved.answer)).toEqual(flags);
  }); // prettier-ignore

  it.each([
    ['3 marks and tatweel', '‹أعلن الوزير أن الأسعار ارتفعت.› وغادر القاعة.', 'أعلنَ الوزير أنّ الأسعـار ارتفعت. وغادر القاعة.', '‹أعلنَ الوزير أنّ الأسعـار ارتفعت.› وغادر القاعة.'],
    ['4 the shape of digits', '‹بلغت النسبة 12% في مايو.› انتهى.', 'بلغت النسبة ١٢٪ في مايو. انتهى.', '‹بلغت النسبة ١٢٪ في مايو.› انتهى.'],
    ['13 bidi marks inside', '‹بلغت النسبة 12% في مايو.› انتهى.', 'بلغت النسبة \u200e12%\u200f في مايو. انتهى.', '‹بلغت النسبة \u200e12%\u200f في مايو.› انتهى.'],
    ['14 quotes and spaces', '‹He said "we will pay" on Monday.› They left.', 'He said “we will pay” on\u00a0Monday. They left.', '‹He said “we will pay” on\u00a0Monday.› They left.'],
    ['19 a mark on a bare word', '‹قتل الجندي رجلًا في السوق.›', 'قُتل الجندي رجلًا في السوق.', '‹قُتل الجندي رجلًا في السوق.›'],
  ])('%s: typographic', (_name, before, after, marked) => {
    const moved = move(before, after);
    expect(moved.answer).toMatchObject({ status: 'typographic', flags: [], candidates: [] });
    expect(moved.marked).toBe(marked);
  }); // prettier-ignore

  it('6 a sentence removed is an orphan', () => {
    const { answer } = move(
      'The river rose. ‹Two bridges were closed on Friday.› Schools stayed open.',
      'The river rose. Schools stayed open.',
    );
    expect(answer).toEqual({ status: 'orphaned', candidates: [], flags: [] });
  });

  it('7 never goes to a lookalike in another paragraph', () => {
    const { answer } = move(
      '‹Exports rose to 12 percent in 2023.›¶The mayor left.¶Imports rose to 15 percent in 2024.',
      'The mayor left.¶Imports rose to 15 percent in 2024.',
    );
    expect(['orphaned', 'suggested']).toContain(answer.status);
    expect(answer.anchor).toBeUndefined();
  });

  it.each([
    ['alone', '‹The old bridge was opened in 1971.›', 'dek|The old bridge was opened in 1971.¶The old bridge was opened in 1973.'],
    ['with company', '‹The old bridge was opened in 1971.› It is closed today.', 'dek|The old bridge was opened in 1971.¶The old bridge was opened in 1973. It is closed today.'],
    ['pasted as body', '‹The old bridge was opened in 1971.› It is closed today. Repairs began on Monday.', 'The old bridge was opened in 1971.¶The old bridge was opened in 1973. It is closed today. Repairs began on Monday.'],
  ])('8 stays at the original when the old wording is pasted above: %s', (name, before, after) => {
    const { answer, marked, newBlocks } = move(before, after);
    if (name === 'pasted as body') {
      // Nothing but the paragraph tells them apart: a person is asked, and offered the original.
      expect(['changed', 'ambiguous', 'suggested']).toContain(answer.status);
      const places = answer.anchor ? [answer.anchor] : answer.candidates;
      expect(places.map(({ blockId }) => blockId)).toContain(newBlocks[1]?.id);
      return;
    }
    expect(answer.status).toBe('changed');
    expect(answer.flags).toContain('numericChanged');
    expect(marked).toMatch(/^‹The old bridge was opened in 1973\.›/);
    expect(newBlocks.map(({ id }) => id)).toEqual(['b2', 'b1']);
  }); // prettier-ignore

  it('9 a paragraph moved unchanged', () => {
    const { answer, newBlocks } = move(
      'Rain fell all night.¶The dam held.¶‹Engineers opened both gates at noon.›',
      'Engineers opened both gates at noon.¶Rain fell all night.¶The dam held.',
    );
    expect(newBlocks.map(({ id }) => id)).toEqual(['b3', 'b1', 'b2']);
    expect(answer).toEqual({
      status: 'moved',
      anchor: { blockId: 'b3', start: 0, end: 36, quote: 'Engineers opened both gates at noon.' },
      candidates: [],
      flags: [],
    });
  });

  it('11 the right one of three equal figures', () => {
    const { answer, marked } = move(
      'It was 30% in May. It was ‹30%› in June. It was 30% in July.',
      'It was 30% in June. It was 30% in July.',
    );
    expect(answer.status).toBe('exact');
    expect(marked).toBe('It was ‹30%› in June. It was 30% in July.');
  });

  it('12 an emoji before the claim', () => {
    const { answer, marked } = move(
      'The vote ‹was postponed until Monday›.',
      '👩‍👧 The vote was postponed until Monday.',
    );
    expect(answer.status).toBe('exact');
    expect(marked).toBe('👩‍👧 The vote ‹was postponed until Monday›.');
  });

  it('15 the whole text replaced', () => {
    const { answer } = move(
      '‹The ministry raised the price of bread.› Queues formed at dawn.¶Bakers shut their doors.',
      'A painter from Oran won this year’s prize. Her canvases hang in Lyon.¶The jury praised her use of light.',
    );
    expect(answer).toEqual({ status: 'orphaned', candidates: [], flags: [] });
  });
});
