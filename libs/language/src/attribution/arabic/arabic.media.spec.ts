import { extract } from '../../extraction/extract.js';

/** [content, sources innermost first, unnamed or not] of every claim. */
const told = (text: string) =>
  extract({ text, language: 'ar' }).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map(({ name }) => name).join(' ← ') ?? null,
    attribution?.anonymous ?? null,
  ]);
const chain = (text: string) => told(text).at(-1)?.[1];

describe('media as Arabic news names them', () => {
  it('reads names of several words that look like verbs, particles and prepositions', () => {
    expect(told('قالت نيويورك تايمز إن الإدارة الأميركية تدرس تجميد الأصول الروسية.')).toEqual([
      ['الإدارة الأميركية تدرس تجميد الأصول الروسية', 'نيويورك تايمز', false],
    ]);
    expect(told('وقال مسؤولان أميركيان لسي إن إن إن الضربة أصابت منشأة تخصيب.')).toEqual([
      ['الضربة أصابت منشأة تخصيب', 'مسؤولان أميركيان ← سي إن إن', true],
    ]);
    expect(told('وبحسب ما ذكرته صحيفة وول ستريت جورنال، فإن الشركة تجري محادثات لجمع 4 مليارات دولار.')).toEqual([
      ['الشركة تجري محادثات لجمع 4 مليارات دولار', 'صحيفة وول ستريت جورنال', false],
    ]);
    expect(chain('وأوردت صحيفة يديعوت أحرونوت أن رئيس الأركان عارض الخطة.')).toBe('صحيفة يديعوت أحرونوت');
    expect(chain('وصرح مصدر دبلوماسي لفرانس برس أن القمة ستعقد في الدوحة.')).toBe('مصدر دبلوماسي ← فرانس برس');
    expect(chain('وقال المتحدث لـCNN: "لن نعلق على العمليات الجارية في المنطقة".')).toBe('المتحدث ← CNN');
  });

  it('leaves the words alone where they name a region', () => {
    expect(told('وأكد الوزير كمال درويش، في ختام جولة في الشرق الأوسط، أن المساعدات ستتضاعف.')).toEqual([
      ['المساعدات ستتضاعف', 'كمال درويش', false],
    ]);
  });

  it('takes a surname before a pause for no verb', () => {
    expect(chain('وترى الباحثة هيلين ماركفارت، من معهد أكسفورد للإنترنت، أن "التأجيل علامة صحية".')).toBe(
      'هيلين ماركفارت',
    );
  });

  it('takes an agency of another kind, a canal or a grid for no medium', () => {
    expect(chain('وقالت هيئة قناة السويس إن 45 سفينة عبرت المجرى الملاحي الثلاثاء.')).toBe('هيئة قناة السويس');
    expect(chain('وأظهر تقرير لوكالة الاستخبارات أن المخزون ارتفع إلى 440 كيلوغراما.')).not.toContain('←');
    expect(chain('وذكرت الوكالة الوطنية للإعلام أن الطيران أغار على البلدة.')).toBe('الوكالة الوطنية للإعلام');
    const text =
      'وأظهر تقرير للوكالة الدولية للطاقة الذرية اطلعت عليه وكالة رويترز أن المخزون ارتفع.\nوبحسب دبلوماسيين تحدثوا للوكالة، فإن المفتشين لم يدخلوا المنشأة.';
    expect(chain(text)).toBe('دبلوماسيين ← وكالة رويترز');
  });

  it('knows a medium by its marks behind a noun that need not be one', () => {
    expect(chain('أفادت يومية "الخبر" بأن مديرية الصحة رفعت درجة اليقظة على مستوى المعابر.')).toBe('يومية "الخبر"');
    expect(chain('ونقل موقع "كل شيء عن الجزائر" عن طبيبة بالمستشفى أن ثلاث حالات جاءت نتائجها سلبية.')).toBe(
      'طبيبة بالمستشفى ← موقع "كل شيء عن الجزائر"',
    );
  });
});

describe('what was said to a medium, or through one', () => {
  it('reads the medium that printed or broadcast a statement', () => {
    expect(chain('وقالت الشركة في بيان نقلته وكالة أسوشيتد برس إن المصنع سيغلق في مارس.')).toBe(
      'الشركة ← وكالة أسوشيتد برس',
    );
    expect(chain('وأكد الوزير كمال درويش في حديث منفصل إلى «العربية Business» أن البرنامج سيُطرح قريبا.')).toBe(
      'كمال درويش ← العربية Business',
    );
    expect(chain('وردت اللجنة عبر حسابها الرسمي على منصة إكس بأنها "لا تعلق على الملفات الفردية".')).toBe(
      'اللجنة ← منصة إكس',
    );
  });

  it('reads it in front of the verb, between commas', () => {
    expect(chain('وفي مقابلة مع سكاي نيوز عربية، قال وزير الطاقة سمير النجار إن الإنتاج ارتفع بنسبة 12%.')).toBe(
      'سمير النجار ← سكاي نيوز عربية',
    );
    expect(chain('وفي مقابلة مع زوجته، قال وزير الطاقة سمير النجار إن الإنتاج ارتفع بنسبة 12%.')).toBe('سمير النجار');
  });

  it('reads the medium that is told as the object of the verb', () => {
    expect(chain('وأبلغ مصدر مطلع شبكة CNN بأن الصفقة باتت وشيكة.')).toBe('مصدر مطلع ← شبكة CNN');
    expect(chain('أبلغ مسؤولان وكالة رويترز أن المحادثات ستستأنف الأسبوع المقبل.')).toBe('مسؤولان ← وكالة رويترز');
    expect(chain('أبلغ مدير قناة المدار أن البث سيتوقف الأسبوع المقبل.')).not.toContain('←');
  });

  it('keeps the medium that stands before the verb and cites behind it', () => {
    expect(
      told(
        'وكانت صحيفة نيويورك تايمز قد كشفت، الأسبوع الماضي، نقلا عن مسؤولين أميركيين حاليين وسابقين، أن شحنات وصلت إلى الميناء.',
      ),
    ).toEqual([['شحنات وصلت إلى الميناء', 'مسؤولين أميركيين حاليين وسابقين ← صحيفة نيويورك تايمز', true]]);
  });

  it('reads through a document to the source that a medium had it from', () => {
    expect(
      told('سجلت المصالح 61 حالة بالإقليم، وفق معطيات توصلت بها جريدة هسبريس الإلكترونية من مصدر طبي مسؤول.'),
    ).toEqual([['سجلت المصالح 61 حالة بالإقليم', 'مصدر طبي مسؤول ← جريدة هسبريس الإلكترونية', true]]);
  });

  it('lets a document keep its medium', () => {
    expect(
      told(
        'وبحسب لائحة الاتهام التي اطلعت عليها أسوشيتد برس، أنشأ المتهم 34 شركة وهمية.\nوتقول اللائحة إن إحدى هذه الشركات اشترت شقتين.',
      ).map(([, links]) => links),
    ).toEqual(['لائحة الاتهام ← أسوشيتد برس', 'اللائحة ← أسوشيتد برس']);
  });
});

describe('who is meant', () => {
  it('takes «ذاته» and «نفسه» for whoever has spoken, whatever he is called then', () => {
    const text =
      'وأوضح مصدر طبي مسؤول لجريدة «الجهة» أن أغلب المصابين أطفال.\nوأكد المتحدث نفسه أن المخزون المحلي نفد ثلاثة أيام.';
    expect(chain(text)).toBe('مصدر طبي مسؤول ← جريدة «الجهة»');
  });

  it('takes «ثالث» for one of those before him', () => {
    const text =
      'وقال موظفان سابقان بالشركة لموقع «المدار»، إن الإدارة تجاهلت التحذيرات، فيما أشار موظف ثالث إلى أن خمسة باحثين استقالوا.';
    expect(chain(text)).toBe('موظف ثالث ← موقع «المدار»');
  });

  it('reads the name in apposition to an office that is on no list', () => {
    expect(chain('ويرى كبير الاقتصاديين في شركة «رصد»، طلال العنبري، أن البيع وشيك.')).toBe('طلال العنبري');
  });

  it('gives a source met for the first time no medium that another man spoke to', () => {
    const told = 'وقال رئيس الاتحاد، سامر كمال، لـ«المدار» إن الكلفة زادت.\nفي المقابل، أكد مصدر مسؤول بالمديرية أن ';
    expect(chain(`${told}المخزون يكفي أربعة أشهر.`)).toBe('مصدر مسؤول بالمديرية');
    const own = 'ونقلت وكالة سواحل عن مصدرين أن الشركة باعت حصتها.\nوقال مسؤول في الوزارة إن البيع لم يكتمل.';
    expect(chain(own)).toBe('مسؤول في الوزارة ← وكالة سواحل');
  });

  it('takes one of the sources nobody has counted for one of the medium’s', () => {
    const text =
      'وقالت مصادر إعلامية غربية إن العملية نُظمت سلفا.\nتشير التقارير التي نقلتها وكالة سواحل إلى أن موسكو اتخذت القرار.\nبحسب أحد المصادر المقربة من القصر، شدد الرئيس على ضرورة التحقيق في الفشل.';
    expect(chain(text)).toBe('أحد المصادر المقربة من القصر ← وكالة سواحل');
  });

  it('reads the medium that keeps a name to itself, and the one that was spoken to', () => {
    expect(chain('وصرح مسؤول بالمفوضية، لم تكشف المجلة عن اسمه، بأن المهلة تنتهي في 4 ديسمبر.')).toBe(
      'مسؤول بالمفوضية ← المجلة',
    );
    expect(chain('وبحسب دبلوماسيين في فيينا تحدثوا لوكالة سواحل، فإن المفتشين لم يدخلوا المنشأة منذ يونيو.')).toBe(
      'دبلوماسيين في فيينا ← وكالة سواحل',
    );
  });

  it('takes two of a calling for unnamed, behind their statement as well', () => {
    expect(told('انطلقت المسيّرات من شرق البلاد، استنادا إلى إفادة ضابطين في الجيش.')).toEqual([
      ['انطلقت المسيّرات من شرق البلاد', 'ضابطين في الجيش', true],
    ]);
  });

  it('ends what one said where the article turns to another medium', () => {
    const text =
      'وذكرت القناة 12 أن مسؤولين إسرائيليين أعربوا عن "صدمتهم"، فيما نقل موقع والا عن مصدر أمني كبير أن الجيش رفع حالة التأهب.';
    expect(chain(text)).toBe('مصدر أمني كبير ← موقع والا');
  });

  it('takes «يذكر أن» at the head of a sentence for nobody’s words', () => {
    const text = 'وقال الوزير كمال درويش إن المصنع سيغلق.\nيذكر أن الشركة تأسست عام 2022 في القاهرة.';
    expect(told(text).at(-1)).toEqual(['الشركة تأسست عام 2022 في القاهرة', null, null]);
  });

  it('takes no new clause behind a quotation for its speaker', () => {
    expect(
      told(
        'وقالت متحدثة باسم الشركة لموقع «المدار»، إن "موعد الإطلاق لم يُعلن من الأساس"، ونفت استقالة أي من الباحثين.',
      ).map(([, links]) => links),
    ).toEqual(['متحدثة باسم الشركة ← موقع «المدار»', 'متحدثة باسم الشركة ← موقع «المدار»']);
  });
});

describe('media that the article names itself', () => {
  it('takes «المجلة» and its report back to a medium that has carried nothing yet', () => {
    const text =
      'أثار تقرير مسرّب أزمة سياسية حادة، بعدما نشرت مجلة "دير شبيغل" مقتطفات منه مساء الأربعاء.\nوجاء في التقرير أن أربعة موظفين نقلوا وثائق إلى جهة أجنبية. وتضيف المجلة أن أحدهم كان يتقاضى 3 آلاف يورو.';
    expect(told(text).slice(-2)).toEqual([
      ['أربعة موظفين نقلوا وثائق إلى جهة أجنبية', 'التقرير ← مجلة "دير شبيغل"', false],
      ['أحدهم كان يتقاضى 3 آلاف يورو', 'مجلة "دير شبيغل"', false],
    ]);
  });

  it('takes «الصحيفة» back to the paper, not to an agency that spoke since', () => {
    const text =
      'وحاولت صحيفة بيلد الحصول على تعليق من المستشارية.\nوقالت وكالة سواحل إن التحقيق بدأ.\nوبحسب الصحيفة، فإن المستشار اطّلع على التقرير قبل نشره.';
    expect(chain(text)).toBe('صحيفة بيلد');
  });

  it('reads the medium in front of «نقل عن»', () => {
    expect(chain('وكان موقع "المصدر أونلاين" قد نقل عن مسؤول حكومي رفيع أن شحنة الوقود تأخرت لأسباب فنية.')).toBe(
      'مسؤول حكومي رفيع ← موقع "المصدر أونلاين"',
    );
  });

  it('reads who published the report, and who carried the words in between', () => {
    expect(chain('ونشرت صحيفة هآرتس تقريرا قالت فيه إن الجيش فشل في حماية الحدود.')).toBe('تقريرا ← صحيفة هآرتس');
    expect(chain('وكانت رويترز قد نقلت الجمعة عن ثلاثة مصادر أن الاتفاق بات قريبا.')).toBe('ثلاثة مصادر ← رويترز');
    expect(chain('وقال المتحدث العسكري، وفق ما نقلت عنه وكالة سبأ، إن الدفاعات أسقطت طائرة.')).toBe(
      'المتحدث العسكري ← وكالة سبأ',
    );
  });

  it('reads the name of an author before his paper and behind it', () => {
    expect(chain('وكتب المحلل ناحوم دروري في صحيفة "المدار" أن الحكومة فقدت السيطرة.')).toBe(
      'ناحوم دروري ← صحيفة "المدار"',
    );
    expect(chain('ورأى محلل الشؤون العسكرية في صحيفة "المدار" آفي دروري أن الجيش استنزف.')).toBe('آفي دروري');
  });

  it('reads whose questions were answered, and who said no more than this', () => {
    expect(
      chain('وفي رده على أسئلة وكالة الأنباء الألمانية، قال رئيس اللجنة فولكر هانزمان إن اللجنة لم تتسلم التقرير.'),
    ).toBe('فولكر هانزمان ← وكالة الأنباء الألمانية');
    expect(chain('إلا أن الناطق باسم الحكومة اكتفى بالقول إن "الأمر يخضع للسرية".')).toBe('الناطق باسم الحكومة');
  });

  it('keeps the speaker of what is denied, and of what is described', () => {
    const text =
      'نفت السفارة في برلين، في بيان أرسلته إلى وكالة فرانس برس، أي صلة لها بالقضية، ووصفت الاتهامات بأنها "محض افتراء".';
    expect(told(text).map(([quote, links]) => [quote, links])).toEqual([
      ['أي صلة لها بالقضية', 'السفارة في برلين ← وكالة فرانس برس'],
      ['محض افتراء', 'السفارة في برلين ← وكالة فرانس برس'],
    ]);
  });
});
