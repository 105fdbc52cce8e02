import { NOTICE_TYPES } from '#domain';
import { z } from 'zod';
import { operation } from './operation.js';
import { NoticeType, State } from './vocabulary.js';
import { anyOf, Id, Instant, named, PAGE, pageOf, prose } from './wire.js';

const Notice = z.strictObject({
  id: Id,
  type: NoticeType,
  originItem: Id.nullable(),
  sourceId: Id.nullable(),
  text: z.string(),
  createdBy: Id,
  createdAt: Instant,
  claims: z.array(z.strictObject({ claimId: Id, articleId: Id, from: State, reopened: z.boolean() })),
  articles: z.array(z.strictObject({ id: Id, title: z.string(), releaseIds: z.array(Id) })),
  reports: z.array(Id),
});

export const createNotice = operation({
  id: 'createNotice',
  method: 'POST',
  path: '/notices',
  summary: {
    en: 'Pass on a publisher’s notice; every claim that rests on the origin is judged again',
    ar: 'إبلاغ تنبيه الناشر، فيُعاد النظر في كل ادّعاء بُني على المصدر الأصل',
  },
  description: {
    en: 'A notice on `originItem` (a piece of evidence) is about that item, the same page of the same source cited anywhere else, and whatever derives from them. A notice on `sourceId` is about everything that goes back to the source. All types but `advisory` take back: what no longer meets its requirements returns to needs-source, and released articles to correcting.',
    ar: 'التنبيه على `originItem` (دليل) يشمله ويشمل الصفحة نفسها من المصدر نفسه أينما استُشهد بها وكل ما نُقل عنها. والتنبيه على `sourceId` يشمل كل ما يعود إلى المصدر. جميع الأنواع سوى `advisory` تُسقط الاعتماد: فما لم تعد شروطه قائمة يعود «يحتاج إلى مصدر»، وتعود المادة المُجازة إلى التصحيح.',
  },
  body: z
    .strictObject({
      originItem: Id.optional(),
      sourceId: Id.optional(),
      type: NoticeType,
      text: prose(20_000),
    })
    .refine(({ originItem, sourceId }) => (originItem === undefined) !== (sourceId === undefined), {
      path: ['originItem'],
      params: { code: 'one-of-origin-item-source-id' },
    }),
  answers: { 201: Notice },
  idempotency: 'required',
});

export const listNotices = operation({
  id: 'listNotices',
  method: 'GET',
  path: '/notices',
  summary: { en: 'Notices, newest first', ar: 'التنبيهات من الأحدث' },
  query: z.strictObject({ ...PAGE, type: anyOf(NOTICE_TYPES).optional(), sourceId: Id.optional() }),
  answers: { 200: pageOf(Notice) },
});

named({ Notice });
