import { segmentBlocks } from './block.segment.js';

const PROSE =
  'افتتح المحافظ صباح الأربعاء جسرا جديدا فوق النهر بكلفة بلغت تسعة ملايين دينار، وحضر الحفل عدد من النواب وأعضاء المجلس البلدي والسكان.';
const setAside = (line: string) =>
  segmentBlocks(`${PROSE}\n${line}`).setAside.map(({ text, reason }) => [text, reason]);

describe('lines of the page', () => {
  it.each([
    ['Facebook • WhatsApp', 'share'],
    ['فيسبوك | واتساب', 'share'],
    ["We'd like to hear from you about your trip.", 'comments'],
    ['القاهرة – من مراسلنا سامي الحداد', 'credit'],
    ['بيروت - موفد الجريدة سامي حداد', 'credit'],
    ['(تغطية سامي الحداد - إعداد لمى حداد للنشرة العربية - تحرير كمال درويش)', 'credit'],
    ['[Additional reporting by Ines Mott]', 'credit'],
    ['[Insert quote here]', 'chatbot'],
  ])('«%s» is set aside as %s', (line, reason) => {
    expect(setAside(line)).toEqual([[line, reason]]);
  });
});

describe('lines that only begin or look like one', () => {
  it.each([
    'More from Politics and the seven towns of the valley',
    'Ahmed said the bridge fell | Sara said it stood | nobody knows',
    'المادة 12 | المادة 14 | المادة 16',
    'By noon the road was closed.',
    'By noon the river had covered the road and the two villages beside it were empty.',
    'Read more about the storm that took the roofs of forty houses in the valley and left the road to the port under water.',
    'السابق ارتفاع الدولار إلى 51 جنيهًا.',
    'اشترك فى النشرة البريدية التي تصدرها الصحيفة كل صباح من مقرها في العاصمة وتصل إلى أربعة آلاف منزل في أنحاء البلاد كافة، كما قال رئيس تحريرها أمس للصحفيين في مؤتمر',
  ])('«%s» stays with the article', (line) => {
    expect(setAside(line)).toEqual([]);
  });
});

it('a line that says it is a picture is its caption', () => {
  const line = 'صورة: الجسر القديم قبل انهياره';
  const text = `${PROSE}\n${line}\n${PROSE}`;
  const caption = segmentBlocks(text).blocks.filter(({ field }) => field === 'caption');
  expect(caption.map(({ start, end }) => text.slice(start, end))).toEqual([line]);
});
