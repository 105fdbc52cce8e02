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
    ['وقال رئيس الرابطة، فارس التميمي، في مؤتمر صحفي إن الدوري "سيتوقف حتى الربيع".', 'فارس التميمي'],
    ['وقال مديرها المالي، عصام درويش، في مقابلة استمرت ساعة، إن الديون سُددت.', 'عصام درويش'],
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

describe('sources that are not named', () => {
  it.each<[string, string]>([
    ['وقال سائقان للوكالة إن الشحنة عبرت ليلا. وذكر الآخر أن الحمولة كانت أسلحة.', 'الآخر ← الوكالة'],
    ['وتشير تقارير إلى أن الشركة باعت أصولها.', 'تقارير'],
    [
      'غير أن موظفًا في الميناء، اشترط عدم ذكر اسمه، قال لقناة الشاطئ إن الرافعة معطلة.',
      'موظفًا في الميناء ← قناة الشاطئ',
    ],
    ['وبحسب PortWatch، نقلا عن موظفين سابقين في المصرف، فإن الخزنة فارغة.', 'موظفين سابقين في المصرف ← PortWatch'],
    ['وقالت ابنته لغرفة أخبار الميناء إن البيت احترق.', 'ابنته ← غرفة أخبار الميناء'],
    [
      'قالت وكالة الساحل، نقلا عن مسؤولين، إن الهدنة انهارت. وأضافت الوكالة أن الطريق مقطوع. وقال أحد المسؤولين إن القصف مستمر.',
      'أحد المسؤولين ← وكالة الساحل',
    ],
    [
      'وبحسب صحيفة النهضة، نقلا عن موظفين سابقين في المصرف، فإن الخزنة كانت فارغة.',
      'موظفين سابقين في المصرف ← صحيفة النهضة',
    ],
    [
      'Four current officials, speaking on condition of anonymity because they feared reprisals, said the tool was used in May.',
      'Four current officials',
    ],
  ])('%s', (text, names) => {
    expect(chain(text)).toEqual([names, true]);
  });

  it('an office named once with its holder is his in the sentences after it', () => {
    const text =
      'وقالت مديرة الصحة، د. إكرام سلوان، إن اللقاح متوفر. وكررت مديرة الصحة أن الجرعات كافية. وقالت مديرة الصحة إن الحملة مستمرة.';
    expect(chain(text)).toEqual(['إكرام سلوان', false]);
  });

  it('writes out the article that «ل» has swallowed', () => {
    expect(chain('وتراجعت الأسعار هذا الشهر، وفقا للاتحاد.')).toEqual(['الاتحاد', false]);
  });
});

describe('what is said', () => {
  const quotes = (text: string) =>
    extract({ text }).claims.map(({ quote, attribution }) => [quote, attribution?.stance]);

  it('a noun of action is what a denial denies', () => {
    expect(quotes('ونفت شركة الأفق تسريب أي بيانات.')).toEqual([['تسريب أي بيانات', 'negating']]);
    expect(quotes('لكن وزارة المياه نفت وجود نقص في المخزون.').at(-1)).toEqual(['وجود نقص في المخزون', 'negating']);
  });

  it('a second verb of the same speaker begins another claim', () => {
    const text = 'Ostra Power confirmed the letter was genuine but said that it had been withdrawn.';
    expect(extract({ text }).claims.map((claim) => [claim.quote, claim.attribution?.links[0]?.name])).toEqual([
      ['the letter was genuine', 'Ostra Power'],
      ['it had been withdrawn', 'Ostra Power'],
    ]);
  });

  it('a reported thing is no reported clause', () => {
    const text =
      'Ada Finch said 60 members had reported flooding since the spring, although she admitted that few had proof.';
    expect(quotes(text).map(([quote]) => quote)).toEqual([
      '60 members had reported flooding since the spring',
      'few had proof',
    ]);
  });
});
