import type { Bilingual } from '#platform';

/** What `isnad help` says of the commands that talk to a server. */
export const DESK_TEXTS = {
  working: { en: 'Checking, on a server:', ar: 'العمل على خادم:' },
  profile: {
    en: 'which server, where you are signed in to several',
    ar: 'أي خادم، إن كنت قد سجّلت الدخول إلى أكثر من واحد',
  },
  json: { en: 'print the server’s answer as JSON', ar: 'عرض جواب الخادم بصيغة JSON' },
  login: {
    en: 'sign in to a server; the password is asked for and not kept',
    ar: 'تسجيل الدخول إلى خادم؛ تُطلب كلمة السر ولا تُحفظ',
  },
  loginEmail: { en: 'your email address; asked for otherwise', ar: 'بريدك الإلكتروني؛ يُطلب منك إن لم تذكره' },
  loginToken: { en: 'sign in with an access token instead of a password', ar: 'الدخول برمز وصول بدل كلمة السر' },
  loginHttp: { en: 'accept an address that is not encrypted', ar: 'قبول عنوان غير مشفّر' },
  logout: { en: 'sign out, and revoke the token made at login', ar: 'تسجيل الخروج وإبطال رمز الوصول' },
  article: { en: 'articles', ar: 'المواد' },
  articleAdd: {
    en: 'post a text or HTML file, or standard input for -, and see its claims',
    ar: 'إضافة ملف نصي أو HTML، أو الدخل القياسي إذا كتبت -، وعرض ما يُستخرج منه',
  },
  articleKind: {
    en: 'draft: our own, before publication; external: somebody else’s',
    ar: 'draft لمسوّدة من إعدادنا قبل النشر، وexternal لمادة خارجية',
  },
  articleLanguage: { en: 'language of the text; found out otherwise', ar: 'لغة النص؛ تُكتشف إن لم تُذكر' },
  articleTitle: { en: 'headline, when the text lacks it', ar: 'العنوان إن لم يكن في النص' },
  articleOutlet: { en: 'outlet that publishes it', ar: 'جهة النشر' },
  articleByline: { en: 'byline', ar: 'اسم المعدّ كما يُنشر' },
  articleUrl: { en: 'address where it was published', ar: 'رابط المادة المنشورة' },
  articleAuthor: {
    en: 'email of a member who wrote it; may be repeated. An author never judges his own text',
    ar: 'بريد عضو شارك في إعدادها؛ يمكن تكراره. لا يقيّم أحد نصًّا أعدّه',
  },
  articleAgency: { en: 'nobody of this newsroom wrote it', ar: 'لم يعدّها أحد من غرفة الأخبار' },
  queue: {
    en: 'the claims that wait for you, most urgent first',
    ar: 'ما ينتظرك للتحقق، والأعجل أولًا',
  },
  queueArticle: { en: 'all claims of one article, in the order of its text', ar: 'كل ما في مادة واحدة بترتيب النص' },
  queueAll: { en: 'everything in the newsroom that needs a source', ar: 'كل ما يحتاج إلى مصدر في غرفة الأخبار' },
  archive: { en: 'checks published before', ar: 'أرشيف ما نُشر من عمليات التحقق' },
  archiveImport: {
    en: 'import published checks (ClaimReview as NDJSON or JSON, or a table as CSV), or standard input for -',
    ar: 'استيراد عمليات تحقق منشورة (ClaimReview بصيغة NDJSON أو JSON، أو جدول CSV)، أو الدخل القياسي إذا كتبت -',
  },
  archiveFormat: {
    en: 'what the file holds; told by its name otherwise, NDJSON for -',
    ar: 'صيغة الملف؛ تُعرف من اسمه إن لم تُذكر، وهي NDJSON مع -',
  },
  archiveFollow: {
    en: 'look on at an import that was begun before, and see which records were refused',
    ar: 'متابعة استيراد بدأ من قبل، وعرض السجلات المرفوضة',
  },
  similar: {
    en: 'earlier claims like a text, ours and of the archive, and why',
    ar: 'ما يشبه نصًا مما تحققنا منه أو في الأرشيف، وسبب الشبه',
  },
  similarLimit: { en: 'how many at most, up to 50', ar: 'أقصى عدد، حتى 50' },
  show: {
    en: 'a claim: its words, who said them, the evidence, what is missing, what you can do',
    ar: 'عرض ما يُراد التحقق منه: نصّه وقائله وأدلته وما ينقصه وما يمكنك فعله',
  },
  attention: {
    en: 'everything that waits for you, and why: assignments, queries, disagreements, what is ready to decide',
    ar: 'كل ما ينتظرك وسببه: تكليفات وطلبات إيضاح وخلافات وما صار جاهزًا لقرارك',
  },
  attentionOverdue: { en: 'only what is overdue', ar: 'ما فات موعده فقط' },
  history: {
    en: 'what happened to a claim: who, what, before, after, why',
    ar: 'سجل ما جرى: من فعل ماذا، وما كان قبله وما صار بعده، ولماذا',
  },
  ask: {
    en: 'ask the author of the text about a claim; - reads the question from standard input',
    ar: 'طلب إيضاح من معدّ المادة؛ - لقراءة السؤال من الدخل القياسي',
  },
  answer: {
    en: 'answer the query on a claim of your article; - reads the answer from standard input',
    ar: 'الجواب عن طلب إيضاح في مادتك؛ - لقراءة الجواب من الدخل القياسي',
  },
  whichQuery: { en: 'which query, where several are open', ar: 'أي طلب إيضاح، إن كان المفتوح أكثر من واحد' },
  resolve: { en: 'close a query', ar: 'إغلاق طلب إيضاح' },
  resolveNote: { en: 'why no answer is needed any more', ar: 'سبب الاستغناء عن الجواب' },
  evidence: { en: 'evidence', ar: 'الأدلة' },
  evidenceAdd: { en: 'add evidence to a claim', ar: 'إضافة دليل' },
  evidenceSource: {
    en: 'name of the source; one the register knows is found by it',
    ar: 'اسم المصدر؛ يُستعمل المسجَّل بهذا الاسم إن وُجد',
  },
  evidenceType: { en: 'what a new source is', ar: 'نوع المصدر إن كان جديدًا' },
  evidenceStance: { en: 'which way it points', ar: 'اتجاه الدليل: مؤيِّد أو مخالف أو للسياق' },
  evidenceLocator: { en: 'where in the source: page, minute, paragraph', ar: 'موضع الدليل: صفحة أو دقيقة أو فقرة' },
  evidenceUrl: { en: 'address', ar: 'الرابط' },
  evidenceQuote: { en: 'the words that matter, as they stand there', ar: 'الكلمات المقصودة بحرفها' },
  evidenceNote: { en: 'a note for colleagues', ar: 'ملاحظة للزملاء' },
  evidenceCapture: { en: 'file to keep as saved copy', ar: 'ملف يُحفظ نسخةً' },
  evidencePrimary: {
    en: 'a primary source: the thing itself, not somebody’s account of it',
    ar: 'مصدر أولي: الشيء نفسه لا ما يُروى عنه',
  },
  evidenceConfidential: { en: 'the source must not be named', ar: 'مصدر محجوب الاسم' },
  verdict: {
    en: 'give your verdict; RATING is a label of the scale (isnad show lists them), in either language',
    ar: 'تسجيل تقييمك؛ RATING تسمية من سلّم التقييم (يعرضها isnad show) بأي من اللغتين',
  },
  verdictConfidence: { en: 'how sure you are', ar: 'درجة ثقتك' },
  verdictRationale: { en: 'why; - reads it from standard input', ar: 'التعليل؛ - لقراءته من الدخل القياسي' },
  verdictEvidence: {
    en: 'ids of the evidence it rests on, or all, or none; otherwise all you have added yourself',
    ar: 'معرّفات الأدلة التي يستند إليها، أو all أو none؛ وإلا فكل ما أضفته بنفسك',
  },
  decide: {
    en: 'decide on a claim; when the rules refuse, see what is missing and whose turn it is',
    ar: 'تسجيل قرار المحرر؛ وإن لم تكتمل الشروط عُرض ما ينقص وعلى من الدور',
  },
  decideRationale: { en: 'reasons; - reads them from standard input', ar: 'تعليل القرار؛ - لقراءته من الدخل القياسي' },
  decideRating: {
    en: 'label to publish, needed where verdicts differ',
    ar: 'التسمية المنشورة، وهي لازمة إذا اختلفت التقييمات',
  },
  decideClosure: {
    en: 'close without verifying: unproven, or published as attributed',
    ar: 'إغلاق دون تحقق: unproven لم تثبت صحته، as-attributed منشور منسوبًا',
  },
  decideRecheck: { en: 'day to look again, for as-attributed', ar: 'موعد إعادة التحقق مع as-attributed' },
  decideSearch: {
    en: '"where | when | query" of a search, for unproven; three are needed',
    ar: 'عملية بحث بالصيغة "أين | متى | العبارة" مع unproven؛ يلزم ثلاث',
  },
  decideOverride: {
    en: '"requirement=reason": a reasoned exception, printed in reports',
    ar: '"الشرط=السبب": استثناء مُعلَّل يظهر في التقارير',
  },
  decideAdjudicate: {
    en: '"verdict=reason": settles a disputing verdict',
    ar: '"التقييم=السبب": حسم الخلاف مع تقييم مخالف',
  },
  report: { en: 'make a report on an article and fetch it', ar: 'إعداد تقرير عن مادة وتنزيله' },
  reportFormat: { en: 'html, csv, json; several with commas', ar: 'html أو csv أو json؛ وتُفصل بفواصل إن تعددت' },
  reportLanguage: { en: 'language of the report', ar: 'لغة التقرير' },
  reportOutput: { en: 'file or folder to write, or - for standard output', ar: 'الملف أو المجلد، أو - للخرج القياسي' },
  watch: { en: 'print what happens in the newsroom, as it happens', ar: 'متابعة ما يجري في غرفة الأخبار لحظة حدوثه' },
  watchAfter: { en: 'go on after this event (its id)', ar: 'المتابعة بعد هذا الحدث (رقمه)' },
  watchCount: { en: 'end after so many events', ar: 'التوقف بعد هذا العدد من الأحداث' },
  completion: {
    en: 'print the completion script for a shell: bash or zsh',
    ar: 'عرض نص الإكمال التلقائي للصدفة: bash أو zsh',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
