// News-like texts that repeat themselves on purpose: few templates, small pools, now and then the same sentence twice.
// In a template ‹…› is what a claim would cover, *word marks the verb a negation goes before (Arabic) or after (English).

const english = {
  pools: {
    city: ['Aleppo', 'Basra', 'Cairo', 'Derna', 'Fez', 'Gaza', 'Hama', 'Homs'],
    month: ['January', 'March', 'May', 'June', 'July', 'October'],
    number: ['12', '15', '30', '45', '120', '1,400', 'twelve', 'three'],
    year: ['2019', '2021', '2023', '2024'],
    body: ['The ministry', 'The council', 'The agency', 'A spokesman', 'Two sources', 'The mayor', 'The central bank'],
    thing: ['exports', 'imports', 'prices', 'wages', 'rents', 'arrests', 'cases'],
    place: ['school', 'bridge', 'clinic', 'market', 'port', 'power station'],
  },
  templates: [
    '‹{Thing} in {city} *were up by {number} percent in {month} {year}›.',
    '{body} said that ‹{thing} in {city} *were up by {number} percent in {month}›.',
    '{body} said that ‹the {place} in {city} *will reopen in {month} {year}›.',
    '‹The {place} in {city} *was closed after {number} people fell ill›.',
    'According to {body}, ‹{number} people *were killed near the {place} in {city}›.',
    '‹{body} *will spend {number} million dollars on the {place} in {city}›.',
    '“‹We *will rebuild the {place} in {month}›,” {body} said.',
    '{city} *had ‹{number} {thing} in {month}›, up from {number} in {month}.',
    '‹{body} *was told of {number} {thing} near the {place}, and {number} of them were confirmed in {month}›.',
    '{body} denied that ‹the {place} in {city} *was sold in {year}›.',
  ],
  filler: ['local', 'nearly', 'official', 'recent', 'reportedly', 'early', 'major', 'northern', 'again', 'about', 'public'],
  frames: ['Three witnesses said that ', 'Reuters reported that ', 'The army denied that ', 'According to The Guardian, ', 'An official revealed that '],
  heads: ['Meanwhile', 'On Monday', 'Officials added that', 'Last week'],
  negator: 'not',
  negatesAfter: true,
  joints: [', and ', ' while ', ', but '],
  other: [
    'A painter from the coast has won this year’s prize with a series of small canvases.',
    'Her first show drew a crowd that filled three rooms and the stairs.',
    'Critics praised the light, the silence and the stubborn choice of blue.',
    'She plans to teach children in the evenings and to travel in spring.',
    'The gallery keeps its doors open until the end of the season.',
  ],
}; // prettier-ignore

const arabic = {
  pools: {
    city: ['حلب', 'البصرة', 'القاهرة', 'درنة', 'فاس', 'غزة', 'حماة', 'حمص'],
    month: ['يناير', 'مارس', 'مايو', 'يونيو', 'يوليو', 'أكتوبر'],
    number: ['12', '15', '30', '45', '120', '1400', 'ثلاثة', 'عشرة'],
    year: ['2019', '2021', '2023', '2024'],
    body: ['الوزارة', 'البلدية', 'الوكالة', 'مصادر محلية', 'الشرطة', 'الهيئة', 'المحافظة'],
    thing: ['الصادرات', 'الواردات', 'الأسعار', 'الأجور', 'الإيجارات', 'الإصابات', 'الاعتقالات'],
    place: ['المدرسة', 'الجسر', 'المستشفى', 'السوق', 'الميناء', 'محطة الكهرباء'],
  },
  templates: [
    '‹*ارتفعت {thing} في {city} بنسبة {number} في المئة في {month} {year}›.',
    'قالت {body} إن ‹{thing} في {city} *زادت بنسبة {number} في المئة في {month}›.',
    'وأضافت {body} أن ‹{place} في {city} *ستفتح أبوابها في {month} {year}›.',
    '‹*أغلقت {body} {place} في {city} بعد إصابة {number} أشخاص›.',
    'بحسب {body}، ‹*قُتل {number} أشخاص قرب {place} في {city}›.',
    '‹*خصصت {body} {number} مليون دولار لترميم {place} في {city}›.',
    'وقالت {body}: «‹*سنعيد بناء {place} في {month}›».',
    'وسجلت {city} ‹{number} إصابة في {month}› مقابل {number} إصابة في {month}.',
    '‹*تلقت {body} {number} شكوى عن {place}، وتأكد {number} منها في {month}›.',
    'ونفت {body} أن ‹{place} في {city} *بيعت عام {year}›.',
  ],
  filler: ['المحلية', 'تقريبًا', 'رسميًا', 'مؤخرًا', 'مجددًا', 'نحو', 'أيضًا', 'الشمالية', 'سابقًا', 'اليوم'],
  frames: ['قال ثلاثة شهود إن ', 'ذكرت وكالة رويترز أن ', 'نفى الجيش أن ', 'بحسب صحيفة الشرق الأوسط، ', 'كشف مسؤول أن '],
  heads: ['في غضون ذلك', 'ويوم الاثنين', 'والأسبوع الماضي', 'من جهة أخرى'],
  negator: 'لم',
  negatesAfter: false,
  joints: ['، فيما ', '، بينما ', ' و'],
  other: [
    'فازت رسامة من الساحل بجائزة هذا العام عن سلسلة لوحات صغيرة.',
    'وملأ زوار معرضها الأول ثلاث قاعات والدرج المؤدي إليها.',
    'وأثنى النقاد على الضوء والصمت وعناد اللون الأزرق.',
    'وتنوي تعليم الأطفال مساءً والسفر حين يحل الربيع.',
    'وتبقى القاعة مفتوحة للزائرين حتى نهاية الموسم.',
  ],
}; // prettier-ignore

export const languages = { en: english, ar: arabic };

/** One sentence of a template: its text, where its claim stands in it and where a negation would go. */
export function sentenceOf(random, language, template, fixed = {}) {
  const { pools, negatesAfter } = languages[language];
  const slots = [];
  let claim = [0, 0];
  let verb = -1;
  let text = '';
  for (const [piece] of template.matchAll(/\{\w+\}|‹|›|\*\S+|[^{}‹›*]+/gu)) {
    if (piece === '‹') claim[0] = text.length;
    else if (piece === '›') claim[1] = text.length;
    else if (piece[0] === '{') {
      const name = piece.slice(1, -1);
      const pool = pools[name.toLowerCase()];
      const value = fixed[slots.length] ?? random.pick(pool);
      slots.push(value);
      text += /^[A-Z]/.test(name) ? value[0].toUpperCase() + value.slice(1) : value;
    } else if (piece[0] === '*') {
      verb = negatesAfter ? text.length + piece.length - 1 : text.length;
      text += piece.slice(1);
    } else text += piece;
  }
  return { text, claim, verb, slots, template };
}

/** A text of 4–9 paragraphs from 3–6 templates; one sentence in twelve repeats an earlier one word for word. */
export function documentOf(random, language) {
  const templates = random.sample(languages[language].templates, random.between(3, 6));
  const made = [];
  const blocks = [];
  const count = random.between(4, 9);
  for (let b = 0; b < count; b++) {
    const sentences = [];
    const length = random.between(1, 5);
    for (let s = 0; s < length; s++) {
      const repeated = made.length > 3 && random.chance(1 / 12);
      const sentence = repeated ? random.pick(made) : sentenceOf(random, language, random.pick(templates));
      made.push(sentence);
      sentences.push(sentence);
    }
    blocks.push({ field: b === 0 && random.chance(0.5) ? 'dek' : 'body', sentences });
  }
  return { language, templates, blocks };
}
