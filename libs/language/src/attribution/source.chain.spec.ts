import { extract } from '../extraction/extract.js';

const last = (text: string) => extract({ text }).claims.at(-1)?.attribution;
/** The chain of the last claim, innermost first, and whether its source is unnamed. */
const chain = (text: string): [string | undefined, boolean | undefined] => {
  const said = last(text);
  return [said?.links.map((link) => link.name).join(' ← '), said?.anonymous];
};

describe('a title and the name that follows it', () => {
  it.each<[string, string]>([
    ['وقال قائد خفر السواحل، العميد رائف سلوم، إن القارب غرق قبل الفجر.', 'رائف سلوم'],
    ['وقالت رئيسة المختبر، الصيدلانية هناء رحال، إن العينة فاسدة تماما.', 'هناء رحال'],
    ['وقالت مديرة المدرسة، د. ليلى قعوار، إن السقف انهار بعد الدوام.', 'ليلى قعوار'],
    ['وقال الأمين العام للنقابة التي قاطعت الحوار، رضوان بلحاج، إن الأجور مجمدة.', 'رضوان بلحاج'],
    ['ولم يصل إلى المخيم سوى خيمتين، كما تقول مديرة المركز، سعاد طوقان.', 'سعاد طوقان'],
    ['ورُممت القلعة مرتين، بحسب مدير الآثار، جميل عبود، الذي زارها أمس.', 'جميل عبود'],
    ['غير أن الباحث في المياه، م. زياد قطان، يرى أن السد قديم ومتهالك.', 'زياد قطان'],
    ['The club’s chairman, Ivo Lindgren, told reporters that the stadium would open in May.', 'Ivo Lindgren'],
    ['The bridge has lost 40 of its cables, its engineer, Dr. Mona Reyes, said by phone.', 'Dr. Mona Reyes'],
  ])('%s', (text, name) => {
    expect(chain(text)).toEqual([name, false]);
  });
});

describe('the outlet behind the speaker', () => {
  it.each<[string, string]>([
    ['The mine was never inspected, according to minutes seen by the Harbour Courier.', 'Harbour Courier'],
    [
      'The tank leaked for years, said a memo. An inspector told the broadcaster Channel North that it was patched.',
      'Channel North',
    ],
    ['“Nobody warned us,” Ada Finch told the Delta Gazette.', 'Delta Gazette'],
  ])('%s', (text, outlet) => {
    const link = last(text)?.links.at(-1);
    expect(link?.role).toBe('outlet');
    expect(link?.name).toContain(outlet);
  });

  it('“the broadcaster” is the one named before', () => {
    const text =
      'A trader told the broadcaster Channel North that the market closed early. A clerk told the broadcaster that the tills were empty.';
    expect(last(text)?.links.at(-1)?.name).toBe('the broadcaster Channel North');
  });

  it('a short form is the outlet, once its whole name has carried something', () => {
    const text =
      'The port will be sold, Delta Wire reported on Monday, citing two officials. A ministry spokesman declined to comment, Delta said.';
    expect(last(text)?.links.map((link) => [link.role, link.name])).toEqual([['outlet', 'Delta Wire']]);
  });

  it('whoever is taken up again out of an unnamed group spoke to the same outlet', () => {
    const text =
      'The port will be sold, Delta Wire reported on Monday, citing two officials. A third person said the price was fixed, while the fourth cautioned that the sale could fail.';
    expect(chain(text)).toEqual(['the fourth ← Delta Wire', true]);
  });

  it('does not give the outlet to a witness who comes later', () => {
    const text = 'قالت وكالة الساحل نقلا عن مسؤولين إن الهدنة انهارت. وقال مزارع إن الرصاص أصاب بيته.';
    expect(last(text)?.links.some((link) => link.role === 'outlet')).toBe(false);
  });
});
