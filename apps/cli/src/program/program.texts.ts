import type { Bilingual } from '#platform';

/** What `isnad help` says of each command and option. */
export const TEXTS = {
  isnad: {
    en: 'Editorial fact-checking: claims, evidence, independent verdicts, decisions and a verifiable ledger',
    ar: 'تدقيق المعلومات في غرفة الأخبار: معلومات وأدلة وتقييمات مستقلة وقرارات وسجل تدقيق يمكن التحقق منه',
  },
  lang: { en: 'language to speak: ar or en', ar: 'لغة الرسائل: ar أو en' },
  verbose: { en: 'show how long each step takes, and more about faults', ar: 'عرض مدة كل خطوة وتفاصيل الأخطاء' },
  version: { en: 'print the version', ar: 'عرض رقم الإصدار' },
  help: { en: 'explain a command', ar: 'شرح أمر' },
  running: { en: 'Running a server:', ar: 'تشغيل الخادم:' },
  start: {
    en: 'start everything on this machine: database, demo newsroom on a first run, server, jobs',
    ar: 'تشغيل كل شيء على هذا الجهاز: قاعدة البيانات، وغرفة أخبار تجريبية عند أول تشغيل، والخادم، والمهام',
  },
  serve: { en: 'serve HTTP requests only', ar: 'خدمة طلبات HTTP وحدها' },
  worker: { en: 'run jobs only: reports, clean-up', ar: 'تنفيذ المهام وحدها: التقارير والتنظيف' },
  migrate: { en: 'bring the database up to date', ar: 'تحديث قاعدة البيانات' },
  demo: { en: 'make the demo newsroom in an empty database', ar: 'إنشاء غرفة الأخبار التجريبية في قاعدة فارغة' },
  bootstrap: { en: 'make the first newsroom and its administrator', ar: 'إنشاء أول غرفة أخبار ومدير نظامها' },
  bootstrapEmail: { en: 'address of the administrator', ar: 'بريد مدير النظام' },
  bootstrapNewsroom: { en: 'name of the newsroom', ar: 'اسم غرفة الأخبار' },
  bootstrapLocale: { en: 'language of the newsroom: ar or en', ar: 'لغة غرفة الأخبار: ar أو en' },
  recover: {
    en: 'let a member in again who lost everything: a one-time link to a new password',
    ar: 'إعادة عضو فقد كل وسائل الدخول: رابط لمرة واحدة لاختيار كلمة سر جديدة',
  },
  recoverFactor: { en: 'take the second factor away too', ar: 'إلغاء التحقق بخطوتين أيضًا' },
  recoverNewsroom: {
    en: 'short name of the newsroom, where the address is known to several',
    ar: 'الاسم المختصر لغرفة الأخبار إن كان العنوان معروفًا في أكثر من واحدة',
  },
  extract: {
    en: 'print the claims of a text file, or of standard input for -',
    ar: 'عرض المعلومات الواردة في ملف نصي، أو في الدخل القياسي إذا كتبت -',
  },
  extractJson: { en: 'print what POST /api/v1/extractions answers', ar: 'عرض ما يجيب به POST /api/v1/extractions' },
  extractLanguage: {
    en: 'language of the text: ar or en; found out otherwise',
    ar: 'لغة النص: ar أو en؛ تُكتشف إن لم تُذكر',
  },
  extractTitle: { en: 'headline, when the text lacks it', ar: 'العنوان إن لم يكن في النص' },
  extractOutlet: { en: 'outlet that publishes the text', ar: 'الجهة الناشرة للنص' },
  score: {
    en: 'rank sentences by check-worthiness: {id, score, subjective} for each {id, text, language?} a line',
    ar: 'ترتيب الجمل بحسب جدارتها بالتدقيق: {id, score, subjective} لكل سطر {id, text, language?}',
  },
  scoreJsonl: {
    en: 'file with one JSON object a line, or - for standard input',
    ar: 'ملف في كل سطر منه كائن JSON، أو - للدخل القياسي',
  },
  scoreReasons: {
    en: 'add what decided, and the reasons with their weights (log-odds) and the words that show them',
    ar: 'مع ذكر ما حسم الدرجة، والأسباب بأوزانها (لوغاريتم الأرجحية) والكلمات الدالة عليها',
  },
  ledger: { en: 'look after the audit ledger', ar: 'العناية بسجل التدقيق' },
  fsck: { en: 'verify the whole ledger in the database', ar: 'التحقق من سجل التدقيق كله في قاعدة البيانات' },
  fsckJson: { en: 'print the result as JSON', ar: 'عرض النتيجة بصيغة JSON' },
  exitCodes: {
    en: `
Exit status:
  0    done
  1    a check was made and failed, or the input cannot be used
  2    a mistake in the command or in a setting
  3    the server, the database or a port cannot be had
  4    what was named is not there, or a short id fits several
  5    refused by the rules, or changed meanwhile
  6    not signed in, or no longer
  70   a fault inside isnad
  130  ended by a second Ctrl-C

Settings are environment variables: ISNAD_PORT, ISNAD_HOST, ISNAD_DATA_DIR, DATABASE_URL and more (docs/settings.md).`,
    ar: `
حالة الخروج:
  0    تمّ
  1    أُجري التحقق ولم ينجح، أو تعذّر استخدام المُدخَل
  2    خطأ في كتابة الأمر أو في أحد الإعدادات
  3    الخادم أو قاعدة البيانات أو المنفذ غير متاح
  4    ما ذُكر غير موجود، أو يطابق المعرّفُ المختصر أكثر من عنصر
  5    رفضته القواعد، أو تغيّر العنصر في الأثناء
  6    لم يُسجَّل الدخول، أو انتهى
  70   خلل داخل isnad
  130  أُنهي بضغط Ctrl-C مرة ثانية

الإعدادات متغيرات بيئة: ISNAD_PORT وISNAD_HOST وISNAD_DATA_DIR وDATABASE_URL وغيرها (docs/settings.md).`,
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
