import { extract } from './extract.js';

const flagged = (text: string, code: string) => extract({ text }).flags.filter((flag) => flag.code === code);

describe('signs on the text', () => {
  it.each([
    ['حاول بشار الاتصال به، فكان الرد بكلمات قـ ـاسية جدا.', 'قـ ـاسية', 'قاسية'],
    ['سقط ق.ت.ل.ى في الهجوم على المدينة فجر اليوم.', 'ق.ت.ل.ى', 'قتلى'],
    ['أعلن الجيش تفاصيل الق*صف على المدينة صباح اليوم.', 'الق*صف', 'القصف'],
    ['وتحدث الرجل عن غ ز ة طويلا في خطابه أمس.', 'غ ز ة', 'غزة'],
    ['The unit was ki.lled in the raid on the camp.', 'ki.lled', 'killed'],
  ])('%s', (text, words, joined) => {
    const [flag, ...rest] = flagged(text, 'obfuscated-word');
    expect(rest).toEqual([]);
    expect([text.slice(flag?.start, flag?.end), flag?.detail]).toEqual([words, joined]);
  });

  it('does not suspect abbreviations, addresses and compounds', () => {
    expect(
      flagged('قال أ.د. سامي إن الموقع www.example.org متاح، وإن شبكة أ.ف.ب نقلت الخبر.', 'obfuscated-word'),
    ).toEqual([]);
    expect(flagged('The U.S. state-run and/or well-known site e.g. bbc.co.uk reported it.', 'obfuscated-word')).toEqual(
      [],
    );
  });

  it('names hidden characters by their code points, and ignores a byte order mark in front', () => {
    const [flag] = flagged('قال الوزير\u200f إن العمل\u202e سيبدأ.', 'hidden-characters');
    expect(flag?.detail).toBe('U+200F');
    const { claims } = extract({ text: '\ufeffقال الوزير إن العمل سيبدأ غدا.' });
    expect(claims.map((claim) => claim.quote)).toEqual(['العمل سيبدأ غدا']);
  });

  it('misses a date only when neither the caller nor the page gives one', () => {
    const text = 'عنوان الخبر عن الجسر الجديد\n12 آذار 2025\nافتتح الوزير الجسر الجديد فوق النهر صباح اليوم.';
    expect(flagged(text, 'no-date')).toEqual([]);
    expect(flagged('افتتح الوزير الجسر الجديد.', 'no-date')).toHaveLength(1);
    expect(extract({ text: 'افتتح الوزير الجسر.', publishedAt: '2025-03-12' }).flags).toEqual([]);
  });
});

describe('spellings met in the wild', () => {
  it.each<[string, string, string]>([
    ['Egyptian final ى', 'قال الوزير فى حديث تليفزيونى إن المشروع سينتهى فى مايو.', 'المشروع سينتهى فى مايو'],
    ['Eastern digits and ٪', 'أعلنت الوزارة أن النسبة بلغت ١٢٫٥٪ في يونيو.', 'النسبة بلغت ١٢٫٥٪ في يونيو'],
    ['vowel signs', 'قَالَ الوَزِيرُ إِنَّ الخُطَّةَ جَاهِزَةٌ.', 'الخُطَّةَ جَاهِزَةٌ'],
    ['lengthening strokes', 'قـــال الوزيـر إن الخطـة جاهـزة.', 'الخطـة جاهـزة'],
    ['no hamza', 'قال الوزير ان الخطة جاهزة للتنفيذ.', 'الخطة جاهزة للتنفيذ'],
    ['Latin names', 'قال الرئيس التنفيذي Tim Cook إن شركة Apple ستفتتح متجرا.', 'شركة Apple ستفتتح متجرا'],
    ['guillemets', 'أعلن «بنك الساحل» أن فروعه ستغلق غدا.', 'فروعه ستغلق غدا'],
  ])('%s', (_, text, quote) => {
    expect(extract({ text, language: 'ar' }).claims.map((claim) => claim.quote)).toEqual([quote]);
  });

  it('does not break a sentence at titles and initials', () => {
    const { sentences } = extract({ text: 'قال د. سامي حداد إن أ. ليلى ستحضر. وغادر الجميع القاعة.', language: 'ar' });
    expect(sentences).toHaveLength(2);
    expect(
      extract({ text: 'Mr. Smith met Dr. A. Jones in the U.S. Senate. They left at 5 p.m. on Dec. 3.', language: 'en' })
        .sentences,
    ).toHaveLength(2);
  });
});

describe('concession', () => {
  it('«وإن» before a verb concedes: the clause stays whole', () => {
    expect(
      extract({ text: 'قال وزير النقل إن المشروع سيستمر وإن طال الوقت.' }).claims.map(({ quote }) => quote),
    ).toEqual(['المشروع سيستمر وإن طال الوقت']);
  });
});

describe('size', () => {
  const paragraph =
    'قال وزير المالية سامي عوض لوكالة رويترز إن العجز بلغ 12 مليارا، مضيفا أن الحكومة ستقترض المزيد. وبحسب البنك المركزي، تراجع الاحتياطي. ';
  it('reads one line of a hundred thousand characters and a text of two megabytes', () => {
    const line = paragraph.repeat(Math.ceil(100_000 / paragraph.length));
    expect(extract({ text: line }).claims.length).toBeGreaterThan(2000);
    const page = `${paragraph}\n`.repeat(Math.floor(2_000_000 / Buffer.byteLength(`${paragraph}\n`)));
    expect(extract({ text: page }).claims.length).toBeGreaterThan(20_000);
  });

  it.each([
    ['“قال '],
    ['( '],
    ['ـ'],
    ['قال إن '],
    ['بحسب '],
    ['. '],
    ['،'],
    ['الذي '],
    ['“'],
    ['a-'],
    ['ق.'],
    ['and '],
    ['he said '],
    ['\u0301'],
    ['إذا '],
    ['- '],
    ['*'],
  ])('reads 200 000 units of %j in linear time', (unit) => {
    // a quadratic reader overruns the time limit of the test
    expect(() => extract({ text: unit.repeat(Math.floor(200_000 / unit.length)) })).not.toThrow();
  });
});
