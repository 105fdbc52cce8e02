import { extractBlocks } from '../extraction/extract.blocks.js';

const link = (title: string, body: string, language: 'ar' | 'en' = 'ar') =>
  extractBlocks(
    [
      { id: 't', field: 'title', text: title },
      { id: 'p', field: 'body', text: body },
    ],
    { language },
  ).headlines[0];

describe('headline and body', () => {
  const body = 'قال مصدران لوكالة رويترز إن الاستخبارات نظمت عملية هروب الرئيس في 12 ساعة.';

  it('inherits from the body claim that says the same of the same source', () => {
    expect(link('مصدران: الاستخبارات نظمت عملية هروب الرئيس', body)).toMatchObject({
      body: 1,
      differences: [],
      overstates: false,
    });
  });

  it.each<[string, string, string[]]>([
    ['drops the attribution', 'الاستخبارات نظمت عملية هروب الرئيس', ['attribution']],
    ['changes the number', 'مصدران: الاستخبارات نظمت عملية هروب الرئيس في 14 ساعة', ['number']],
    ['turns the sense round', 'مصدران: الاستخبارات لم تنظم عملية هروب الرئيس', ['negation']],
    ['makes two sources many', 'مصادر: الاستخبارات نظمت عملية هروب الرئيس', ['attribution']],
  ])('%s', (_, title, differences) => {
    expect(link(title, body)).toMatchObject({ body: 1, differences, overstates: true });
  });

  it('says so when the body has nothing like it', () => {
    expect(link('انهيار سعر العملة في الأسواق الحرة', body)).toMatchObject({ body: null, overstates: false });
  });

  it('works in English, and hears a hedge fall away', () => {
    const text = 'The senator reportedly bought three houses in Florida last year.';
    expect(link('Senator bought three houses in Florida', text, 'en')).toMatchObject({
      differences: ['attribution'],
      overstates: true,
    });
  });

  it('keeps links to an outlet named in an earlier block in that block', () => {
    const result = extractBlocks(
      [
        { id: 'a', field: 'body', text: 'قال مصدر مطلع لصحيفة الأفق إن الصفقة أُلغيت نهائيا.' },
        { id: 'b', field: 'body', text: 'وأشار المصدر إلى أن التعويض بلغ مليون دينار.' },
      ],
      { language: 'ar' },
    );
    const links = result.claims[1]?.attribution?.links ?? [];
    expect(links.map((one) => [one.blockId, one.name])).toEqual([
      ['a', 'مصدر مطلع'],
      ['a', 'صحيفة الأفق'],
    ]);
  });
});
