import { givenEvidence } from './given.model.js';

/** Evidence for the Arabic sample: a contract, a wire story at second hand, a ministry's table, a source unnamed. */

const sha = (seed: string) => seed.repeat(32);

export const contract = givenEvidence({
  id: 'e-contract',
  source: { name: 'عقد توسعة محطة رأس الزعفران، ملحق 2', type: 'document' },
  primary: true,
  locator: 'الصفحة 14، البند 6-3',
  quote: 'تلتزم الجهة المنفّذة بطاقة إنتاجية لا تقل عن 120 ألف متر مكعب يوميًا.',
  capture: { sha256: sha('4f'), mediaType: 'application/pdf', bytes: 482113 },
  origin: { id: 's1', name: 'عقد توسعة محطة رأس الزعفران، ملحق 2', relays: [] },
});
export const wire = givenEvidence({
  id: 'e-wire',
  source: { name: 'صحيفة المرفأ', type: 'outlet' },
  locator: 'الفقرة الثالثة',
  url: 'https://almarfa.example/2026/11/ras-zafaran?ref=home&id=4471',
  quote: 'قال متحدث باسم الهيئة إن الطاقة الجديدة تبلغ 120 ألف متر مكعب.',
  origin: { id: 's2', name: 'وكالة أنباء الخليج الأزرق', relays: ['صحيفة المرفأ', 'موقع نبض الساحل'] },
});
export const ministry = givenEvidence({
  id: 'e-ministry',
  source: { name: 'وزارة المياه', type: 'government' },
  stance: 'refutes',
  locator: 'الجدول 3، السطر 11',
  url: 'https://water.example/stat/2025.xlsx',
  quote: 'عدد المشتركين في المحافظة: 61٬204',
  note: 'الرقم في الجدول لنهاية 2025، لا لمنتصف 2026.',
  capture: { sha256: sha('9a'), mediaType: 'application/vnd.ms-excel', bytes: 91822 },
  origin: { id: 's3', name: 'وزارة المياه', relays: [] },
});
export const insider = givenEvidence({
  id: 'e-insider',
  source: { name: null, type: 'anonymous' },
  locator: 'مقابلة هاتفية، 18 نوفمبر، الدقيقة 12',
  note: 'موظف مطّلع على سير المناقصة.',
  origin: { id: 's4', name: null, relays: [] },
});

export const recording = givenEvidence({
  id: 'e-rec',
  source: { name: 'تسجيل المؤتمر الصحفي للهيئة', type: 'recording' },
  primary: true,
  locator: '00:31:07',
  url: 'https://video.example/watch/ras-zafaran',
  capture: { sha256: sha('77'), mediaType: 'video/mp4', bytes: 20443112 },
  origin: { id: 's6', name: 'تسجيل المؤتمر الصحفي للهيئة', relays: [] },
});
