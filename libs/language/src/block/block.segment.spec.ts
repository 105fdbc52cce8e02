import { extract } from '../extraction/extract.js';
import { segmentBlocks } from './block.segment.js';

const PROSE =
  'افتتح المحافظ صباح الأربعاء جسرا جديدا فوق النهر بكلفة بلغت تسعة ملايين دينار، وحضر الحفل عدد من النواب وأعضاء المجلس البلدي والسكان.';
const reasons = (text: string) => segmentBlocks(text).setAside.map((aside) => [aside.text, aside.reason]);
const fields = (text: string) =>
  segmentBlocks(text).blocks.map((block) => [block.field, text.slice(block.start, block.end)]);

describe('segmentBlocks', () => {
  it.each<[string, string]>([
    ['القائمة الرئيسية', 'navigation'],
    ['نسخ الرابط تم نسخ الرابط', 'share'],
    ['اشترك فى النشرة البريدية لتصلك أهم الأخبار', 'newsletter'],
    ['تابعنا على مواقع التواصل الاجتماعى', 'share'],
    ['التالى هبوط الليرة إلى أدنى مستوى لها منذ عام', 'related'],
    ['السابق ارتفاع الدولار إلى 51 جنيهًا يكشف فشل الحكومة', 'related'],
    ['جميع الحقوق محفوظة لصحيفة النهر', 'navigation'],
    ['إعلان', 'advert'],
    ['تعليقات', 'comments'],
    ['Sign up for our morning newsletter', 'newsletter'],
    ['Advertisement', 'advert'],
    ['This story is part of our Harbour Letter newsletter. Subscribe here.', 'newsletter'],
    ['Staff writer Ines Mott in Calder contributed to this report.', 'credit'],
    ['Reporting by Ines Mott in Calder; Editing by Karl Lund.', 'credit'],
    ['Ines Mott reported from Calder and Karl Lund from East Port, Ohio.', 'credit'],
    ['This article first appeared in The Calder Review.', 'credit'],
    ['Do you work at the port? We would like to hear from you. Write to desk@ledger.example.', 'comments'],
    ['Got a tip? Write to the desk.', 'comments'],
    ['Follow us on social media', 'share'],
    ['المصدر: وكالات', 'credit'],
    ['نداء الجبل | تقارير | صور | من نحن', 'navigation'],
    ['Home | Valley | Long reads', 'navigation'],
  ])('sets «%s» aside as %s', (line, reason) => {
    expect(reasons(`${PROSE}\n${line}\n`)).toEqual([[line, reason]]);
  });

  it('sets a related section aside until prose returns', () => {
    const text = `${PROSE}\nاقرأ أيضًا:\nالحكومة ترفع أسعار الوقود\nهل تنهار العملة؟\n${PROSE}`;
    expect(reasons(text)).toHaveLength(3);
    expect(segmentBlocks(text).blocks).toHaveLength(2);
  });

  it('sets aside what a section offers more of, and leaves a sentence alone that only speaks of it', () => {
    expect(reasons(`${PROSE}\nMore from Politics\nThree ministers to watch next year\n`)).toHaveLength(2);
    expect(reasons(`${PROSE}\nThe council said it had sent its newsletter to 4,000 homes.`)).toEqual([]);
    expect(reasons(`${PROSE}\nThe foundation contributed 4 million crowns to the report on the flood.`)).toEqual([]);
  });

  it('takes what is handed over for a chatbot’s, and a look at what follows for the desk’s own', () => {
    expect(segmentBlocks(`Here's the rewritten version:\n${PROSE}`).chatbotFrom).toBe(0);
    expect(segmentBlocks(`${PROSE}\nHere's a look at what each of them wants:\n${PROSE}`).chatbotFrom).toBeNull();
  });

  it('knows a caption by the photographer in its brackets', () => {
    const caption = 'Residents cross the bridge on Sunday. (HW Photo/Ina Mott)';
    expect(fields(`${PROSE}\n${caption}\n${PROSE}`)).toContainEqual(['caption', caption]);
  });

  it('takes a short line that stands twice for a link, and the lines that end a page for headlines of others', () => {
    const link = 'تفاصيل جديدة عن صفقة الجسر وكواليس ما دار في المجلس';
    const text = `عنوان الخبر عن افتتاح الجسر الجديد\n${PROSE}\n${PROSE}\n${link}\n${PROSE}\n${link}\n${PROSE}`;
    expect(reasons(text)).toEqual([
      [link, 'related'],
      [link, 'related'],
    ]);
    expect(reasons(`${PROSE}\nخبر أول عن الميناء\nخبر ثان عن المطار\nخبر ثالث عن السوق`)).toHaveLength(3);
  });

  it('names title, dek, dateline, caption, heading and pull quote', () => {
    const pulled = 'افتتح المحافظ صباح الأربعاء جسرا جديدا فوق النهر بكلفة بلغت تسعة ملايين دينار';
    const text = [
      'المحافظ يفتتح جسرا فوق النهر',
      '12 آذار 2025',
      '• الكلفة تسعة ملايين دينار',
      'الجسر الجديد عند الفجر (رويترز)',
      PROSE,
      'كلفة المشروع',
      PROSE.replace('المحافظ', 'الوزير'),
      '',
      pulled,
      '',
      PROSE,
    ].join('\n');
    expect(fields(text).map(([field]) => field)).toEqual([
      'title',
      'dateline',
      'dek',
      'caption',
      'body',
      'heading',
      'body',
      'pullquote',
      'body',
    ]);
  });

  it('sets chatbot residue aside, and flags the article and every claim after its opener', () => {
    const text = `بالطبع، إليك مقالا منسقا بعنوان:\n---\n*جسر جديد*\n${PROSE}\nهل ترغب بنسخة مختصرة للنشر؟`;
    const result = extract({ text });
    expect(result.setAside.map((aside) => aside.reason)).toEqual(['chatbot', 'chatbot', 'chatbot']);
    const flagged = result.flags.filter((flag) => flag.code === 'ai-generated-suspected');
    expect(flagged).toHaveLength(1 + result.claims.length);
    expect(flagged[0]?.start).toBe(0);
  });

  it('takes no claim from a credit line, a caption that only describes, a heading or a question in the title', () => {
    const text = `هل ينهار الجسر؟\nصورة للجسر التقطت من الجهة الغربية للنهر (رويترز)\nانهيار الجسر القديم\n${PROSE}`;
    const { claims, flags, blocks } = extract({ text });
    const body = blocks.find((block) => block.field === 'body');
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(claim.start).toBeGreaterThanOrEqual(body?.start ?? Infinity);
    expect(flags.map((flag) => flag.code)).toContain('question-headline');
  });

  it('skips where a story was filed', () => {
    const { claims } = extract({ text: 'القاهرة (رويترز) - قالت وزارة النقل إن القطار خرج عن القضبان.' });
    expect(claims.map((claim) => [claim.quote, claim.attribution?.links[0]?.name])).toEqual([
      ['القطار خرج عن القضبان', 'وزارة النقل'],
    ]);
  });
});
