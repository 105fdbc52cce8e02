import type { Item } from '#client';
import type { Bilingual, Language } from '#platform';

type Reason = Item<'listAttention'>['reason'];

const REASONS: Readonly<Record<Reason, Bilingual>> = {
  assigned: { en: 'assigned to you', ar: 'تكليف لك' },
  overdue: { en: 'overdue', ar: 'فات موعده' },
  'verdict-outdated': { en: 'words changed after your verdict', ar: 'تغيّر النص بعد تقييمك' },
  disagreement: { en: 'verdicts disagree', ar: 'خلاف بين التقييمات' },
  'ready-to-decide': { en: 'ready for your decision', ar: 'جاهز لقرارك' },
  query: { en: 'query', ar: 'طلب إيضاح' },
  'anchor-to-confirm': { en: 'place to be confirmed', ar: 'موضع ينتظر التثبيت' },
  returned: { en: 'came back to you', ar: 'عاد إليك' },
  'origin-withdrawn': { en: 'its origin was withdrawn', ar: 'سُحب مصدره الأصل' },
  recheck: { en: 'time to check again', ar: 'حان موعد إعادة التحقق' },
};

export const attentionWords = (reason: Reason, language: Language): string => REASONS[reason][language];
