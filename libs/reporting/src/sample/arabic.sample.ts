import type { ReportClaim } from '../model/claim.model.js';
import type { ReportArticle } from '../model/report.model.js';
import {
  givenArticle,
  givenClaim,
  givenDecision,
  givenDismissed,
  givenQuote,
  givenVerdict,
  LABELS,
  member,
} from './given.model.js';
import { contract, insider, ministry, recording, wire } from './arabic.evidence.js';

/** A full-sized Arabic draft of our own, as an editor would see it; all names and events are invented. */

const editor = member('هالة المنصوري');
const samer = member('سامر قبّاني');
const lubna = member('مدقق معلومات 7', true);
const sha = (seed: string) => seed.repeat(32);

const capacity: ReportClaim = givenClaim({
  ...givenQuote(
    'ترتفع الطاقة الإنتاجية للمحطة إلى 120 ألف متر مكعب يوميًا',
    'وبموجب العقد، ',
    '، أي ما يعادل ضعفي طاقتها الحالية.',
  ),
  id: '0192-capacity',
  textHash: sha('a1'),
  state: 'verified',
  label: LABELS.accurate,
  kind: 'statistic',
  checkWorthiness: {
    score: 78,
    reasons: [
      { feature: 'number', weight: 12, evidence: '120 ألف' },
      { feature: 'comparison', weight: 8, evidence: 'ترتفع' },
    ],
  },
  requirements: [
    { name: 'not-own-text', status: 'satisfied', have: null, need: null },
    { name: 'separate-decider', status: 'satisfied', have: null, need: null },
    { name: 'supporting-verdicts', status: 'satisfied', have: 2, need: 1 },
    { name: 'independent-sources', status: 'satisfied', have: 2, need: 2 },
    { name: 'no-open-dispute', status: 'satisfied', have: 0, need: 0 },
    { name: 'anchor-confirmed', status: 'not-applicable', have: null, need: null },
  ],
  verdicts: [
    givenVerdict({
      id: 'v1',
      reviewer: samer,
      rating: LABELS.needsChange,
      confidence: 'medium',
      rationale: 'كان النص يقول «150 ألف متر مكعب»، والعقد يقول 120.',
      evidenceIds: ['e-contract'],
      at: '2026-11-19T10:05:00Z',
      outdated: true,
      superseded: true,
    }),
    givenVerdict({
      id: 'v2',
      reviewer: samer,
      rating: LABELS.accurate,
      rationale: 'الرقم بعد التعديل مطابق للبند 6-3 من ملحق العقد.',
      evidenceIds: ['e-contract', 'e-wire'],
      at: '2026-11-20T08:40:00Z',
    }),
    givenVerdict({
      id: 'v3',
      reviewer: lubna,
      rating: LABELS.accurate,
      rationale: 'اطّلعتُ على نسخة العقد كاملة، والطاقة المذكورة تشمل خطّي الإنتاج معًا.',
      evidenceIds: ['e-contract'],
      at: '2026-11-20T09:12:00Z',
    }),
  ],
  decisions: [
    givenDecision({
      id: 'd1',
      by: editor,
      to: 'disputed',
      rationale: 'الرقم في المسوّدة لا يطابق العقد؛ أُعيد إلى معدّ المادة.',
      at: '2026-11-19T11:00:00Z',
    }),
    givenDecision({
      id: 'd2',
      by: { kind: 'system' },
      from: 'disputed',
      to: 'needs-source',
      fallback: 'words-changed',
      at: '2026-11-19T15:31:00Z',
    }),
    givenDecision({ id: 'd3', by: editor, rating: LABELS.accurate, at: '2026-11-20T10:20:00Z' }),
  ],
  evidence: [contract, wire],
  independence: { sources: 2, origins: 2 },
});

const subscribers: ReportClaim = givenClaim({
  ...givenQuote(
    'المحطة تخدم 85 ألف مشترك',
    'وقال المتحدث باسم الهيئة كريم الشاذلي إن ',
    ' في المحافظة منذ منتصف العام.',
  ),
  id: '0192-subscribers',
  textHash: sha('b2'),
  state: 'disputed',
  dispute: 'refuted',
  label: LABELS.needsChange,
  tier: 'A',
  kind: 'statistic',
  checkWorthiness: { score: 84, reasons: [{ feature: 'number', weight: 12, evidence: '85 ألف' }] },
  attribution: {
    cue: 'قال',
    stance: 'neutral',
    anonymous: false,
    sourceCount: 1,
    links: [
      { role: 'speaker', name: 'كريم الشاذلي', type: 'person' },
      { role: 'outlet', name: 'وكالة أنباء الخليج الأزرق', type: 'agency' },
      { role: 'outlet', name: 'صحيفة المرفأ', type: 'outlet' },
    ],
  },
  keptAsDisputed: {
    reason: 'القول منسوب بنصّه إلى قائله، ويليه في المتن رقم الوزارة.',
    by: editor,
    at: '2026-11-21T07:30:00Z',
  },
  verdicts: [
    givenVerdict({
      id: 'v4',
      reviewer: samer,
      rating: LABELS.needsChange,
      rationale: 'جدول الوزارة يذكر 61,204 مشتركين (subscribers) لا 85 ألفًا.',
      evidenceIds: ['e-ministry'],
    }),
    givenVerdict({
      id: 'v5',
      reviewer: lubna,
      rating: LABELS.accurate,
      confidence: 'low',
      rationale: 'سألت الهيئة فأكدت قول متحدثها دون وثيقة.',
      informed: true,
      at: '2026-11-20T11:50:00Z',
    }),
  ],
  decisions: [
    givenDecision({
      by: editor,
      to: 'disputed',
      rating: LABELS.needsChange,
      rationale: 'رقم الوزارة منشور في جدول رسمي، ولم تقدّم الهيئة ما ينقضه.',
      adjudication: [{ verdictId: 'v5', rationale: 'لا يستند هذا التقييم إلى وثيقة.' }],
    }),
  ],
  evidence: [ministry],
  independence: { sources: 1, origins: 1 },
});

const tender: ReportClaim = givenClaim({
  ...givenQuote('شركتين انسحبتا من المناقصة قبل فتح المظاريف', 'وبحسب مصدرين مطّلعين فإن ', '.'),
  id: '0192-tender',
  textHash: sha('c3'),
  verifies: 'attribution',
  tier: 'A',
  kind: 'statement',
  closure: {
    kind: 'as-attributed',
    rationale: 'القول منسوب صراحة إلى مصدرين لم يُسمَّيا، ولم تُجب الهيئة عن طلب التعليق حتى الآن.',
    by: editor,
    at: '2026-11-21T07:42:00Z',
    recheckAt: '2026-12-05T00:00:00Z',
  },
  attribution: {
    cue: 'بحسب',
    stance: 'neutral',
    anonymous: true,
    sourceCount: 2,
    links: [{ role: 'speaker', name: 'مصدرين مطّلعين', type: 'anonymous' }],
  },
  exceptions: [
    {
      requirement: 'supporting-verdicts',
      reason: 'مدقق المعلومات الثاني في إجازة، والموعد لا يحتمل التأجيل.',
      by: editor,
      at: '2026-11-21T07:42:00Z',
    },
  ],
  smallDesk: ['separate-decider'],
  evidence: [insider],
  decisions: [givenDecision({ by: editor, to: 'needs-source', closure: 'as-attributed', rationale: 'يُنشر منسوبًا.' })],
  independence: { sources: 1, origins: 0 },
});

const cost: ReportClaim = givenClaim({
  ...givenQuote('كلفة المشروع بلغت 1.4 مليار دينار حتى نهاية سبتمبر/أيلول 2026', '', '، بزيادة 12% عن التقدير الأول.'),
  id: '0192-cost',
  textHash: sha('d4'),
  kind: 'statistic',
});

const quote: ReportClaim = givenClaim({
  ...givenQuote('«لن يدفع المواطن فلسًا واحدًا إضافيًا»', 'وأضاف الشاذلي: ', '.'),
  id: '0192-quote',
  textHash: sha('e5'),
  state: 'verified',
  label: LABELS.accurate,
  verifies: 'attribution',
  kind: 'quote',
  attribution: {
    cue: 'أضاف',
    stance: 'neutral',
    anonymous: false,
    sourceCount: 1,
    links: [{ role: 'speaker', name: 'الشاذلي', type: 'person' }],
  },
  verdicts: [
    givenVerdict({
      reviewer: samer,
      rating: LABELS.accurate,
      rationale: 'سُمع بلفظه في تسجيل المؤتمر الصحفي، الدقيقة 31.',
      evidenceIds: ['e-rec'],
    }),
  ],
  decisions: [givenDecision({ by: editor })],
  evidence: [recording],
  independence: { sources: 1, origins: 1 },
});

export const arabicDraft: ReportArticle = givenArticle({
  id: '0192-article-ar',
  title: 'محطة رأس الزعفران: طاقة مضاعفة وأسئلة معلّقة عن كلفة المشروع',
  kind: 'draft',
  language: 'ar',
  outlet: 'صحيفة الرصيف',
  byline: 'نادين الخطيب',
  publishedAt: '2026-11-21T08:00:00Z',
  url: null,
  state: 'released',
  revision: { number: 3, hash: sha('5c'), createdAt: '2026-11-21T07:20:00Z' },
  release: { revisionNumber: 3, at: '2026-11-21T07:55:00Z', by: editor, note: null, superseded: false, exceptions: [] },
  corrections: [
    {
      class: 'correction',
      note: 'ذكرت نسخة سابقة من هذه المادة أن الطاقة الجديدة 150 ألف متر مكعب يوميًا؛ والصحيح 120 ألفًا.',
      at: '2026-11-21T07:55:00Z',
      by: editor,
    },
  ],
  claims: [capacity, subscribers, tender, cost, quote],
  dismissed: [
    givenDismissed({
      ...givenQuote('ستكون المحطة فخرًا لأهل الساحل جميعًا'),
      reason: 'opinion',
      by: editor,
    }),
    givenDismissed({
      ...givenQuote('تضاعفت طاقة المحطة'),
      id: 'claim-10',
      field: 'caption',
      reason: 'duplicate',
      note: 'وردت في المتن بالرقم.',
      by: editor,
    }),
  ],
  unexamined: [{ ...givenQuote('افتُتحت المحطة عام 1998'), id: 'claim-11', why: 'proposed' }],
});
