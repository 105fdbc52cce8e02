import type { CarrierChange } from './origin.types.js';

const EN: Readonly<Record<CarrierChange['what'], (change: CarrierChange) => string>> = {
  sources: ({ a, b }) => `“${a}” grew into “${b}”`,
  cue: ({ a, b }) => `“${a}” hardened into “${b}”`,
  attribution: ({ a }) => `“${a}” is no longer named: the article says it itself`,
  hedge: ({ a }) => `the reservation “${a}” was dropped`,
  'no-comment': ({ a }) => `that the other side was asked (“${a}”) was dropped`,
  number: ({ a }) => `the number ${a} was dropped`,
};

const AR: Readonly<Record<CarrierChange['what'], (change: CarrierChange) => string>> = {
  sources: ({ a, b }) => `تحوّل «${a}» إلى «${b}»`,
  cue: ({ a, b }) => `تشدّدت الصياغة من «${a}» إلى «${b}»`,
  attribution: ({ a }) => `اختفى الإسناد إلى «${a}» وصار الخبر كلام المادة نفسها`,
  hedge: ({ a }) => `سقط التحفّظ «${a}»`,
  'no-comment': ({ a }) => `سقطت الإشارة إلى سؤال الطرف الآخر («${a}»)`,
  number: ({ a }) => `سقط الرقم ${a}`,
};

/** What the carrier made of it, in one sentence for the reader. */
export function carrierSentence(changes: readonly CarrierChange[], locale: 'ar' | 'en'): string {
  if (changes.length === 0)
    return locale === 'ar'
      ? 'نُقل كما هو دون زيادة أو نقصان ظاهر.'
      : 'Carried as it was, with nothing visibly added or dropped.';
  const say = locale === 'ar' ? AR : EN;
  return `${changes.map((change) => say[change.what](change)).join(locale === 'ar' ? '؛ ' : '; ')}.`;
}
