import { reportForms, type VerbForm } from './arabic.conjugation.js';

/** «نقلًا عن», «ردًّا على»: adverbs that look like the dual of a verb. */
export const MANNER = /^(?:نقلا|وفقا|طبقا|استنادا|خلافا|تاكيدا|ردا|بناء|خصوصا|عملا|طالبا)$/;

/** «أخبره الفريق بأن», «أبلغتهم الوزارة أن»: verbs with whom they tell. */
const TELLS = new Set(['أخبر', 'أبلغ', 'أطلع']);

const TELLS_ME = new Set(['أخبر', 'أبلغ', 'أطلع', 'ذكر', 'ذكّر']);

/** «وصفه كثيرون بأنه», «اتهمتها المنظمة بأنها»: the verb with whom it is about. */
function withObject(stem: string): VerbForm | undefined {
  // «أخبرني», «أكد لي» has it apart; «يذكرنا الكاتب»
  const me = /^(.{3,})(?:ني|نا)$/.exec(stem)?.[1];
  const mine = me === undefined ? undefined : reportForms.get(me);
  if (mine && TELLS_ME.has(mine.verb.past) && mine.tense !== 'participle') return mine;
  const bare = /^(.{3,})(?:ه|ها|هم|هما)$/.exec(stem)?.[1];
  const form = bare === undefined ? undefined : reportForms.get(bare);
  const takesPerson = TELLS.has(form?.verb.past ?? '') || /^(?:by|quote)$/.test(form?.verb.needs ?? '');
  return takesPerson && form?.tense !== 'participle' ? form : undefined;
}

/** «يُزعم», «يُعتقد»: the sign over the first letter of the present. */
const PASSIVE_PREFIX = /^[وف]?\u064e?[يت]\u064f/u;
/** Verbs that do not have that sign in the active voice; «يُؤكد», «يُشير», «يُتابع» do. */
const PLAIN_PREFIX = /^(?:ا|ت(?!ابع)|(?:قال|ذكر|زعم|ظن|نفى|رأى|وصف|كتب|نشر|نقل|رد)$)/;

/** «عاد ليؤكد», «خرجت لتعلن» */
function purpose(stem: string): VerbForm | undefined {
  const form = /^ل[يت]/.test(stem) ? reportForms.get(stem.slice(1)) : undefined;
  return form?.tense === 'present' ? form : undefined;
}

/** «بين» is the preposition unless its doubled letter is written; «ذُكر», «اعتُبر», «أُعلن» have no subject and report for nobody. */
export function reportOf(raw: string, stem: string, norm: string): VerbForm | undefined {
  const form = reportForms.get(stem) ?? reportForms.get(norm) ?? withObject(stem) ?? purpose(stem);
  if (!form) return undefined;
  if (stem === 'بين' && !raw.includes('ّ')) return undefined;
  const damma = raw.indexOf('\u064f');
  if (form.tense === 'past' && damma > 0 && damma <= 3) return undefined;
  if (form.tense === 'present' && PASSIVE_PREFIX.test(raw) && PLAIN_PREFIX.test(form.verb.past)) return undefined;
  return form;
}
