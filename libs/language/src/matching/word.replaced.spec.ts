import { explain } from './pair.explain.js';
import { whySentence } from './why.sentence.js';

const pair = (a: string, b: string) => explain({ text: a }, { text: b });

describe('one word in place of another', () => {
  it.each([
    [
      'اتفاق جديد لمد خط أنابيب غاز تحت البحر',
      'اتفاق جديد لمد خط أنابيب ماء تحت البحر',
      { a: 'غاز', b: 'ماء' },
      'ادّعاء متعارض: لا يختلفان إلا في «غاز» هنا و«ماء» هناك.',
    ],
    [
      'The council bought six wooden barges for the canal',
      'The council bought six wooden cranes for the canal',
      { a: 'barges', b: 'cranes' },
      'A conflicting claim: both say six; the same but for “barges” here, “cranes” there.',
    ],
  ])('«%s» ↔ «%s»', (a, b, words, sentence) => {
    const said = pair(a, b);
    expect(said.class).toBe('conflicting');
    expect(said.replaced).toEqual(words);
    expect(whySentence(said, words.a === 'غاز' ? 'ar' : 'en')).toBe(sentence);
    expect(pair(b, a).replaced).toEqual({ a: words.b, b: words.a });
  });

  it.each([
    ['another form of it', 'بدأ العمال تقوية عمود الجسر الحجري', 'بدأ العمال تقوية أعمدة الجسر الحجري'],
    [
      'one word, and one more',
      'the council bought six wooden barges and four steel ladders downstream',
      'the council bought six wooden cranes and four steel ladders downstream upstairs',
    ],
    [
      'another spelling',
      'workers organised themselves along the harbour wall',
      'workers organized themselves along the harbour wall',
    ],
    ['a part of it', 'the sun dried the washing behind the mill', 'the sunlight dried the washing behind the mill'],
    [
      'one notion',
      'old photo shows flooded vineyard beside chapel',
      'old picture shows flooded vineyard beside chapel',
    ],
    ['two ways of reporting', 'وزير النقل أكد افتتاح نفق الميناء الجديد', 'وزير النقل أوضح افتتاح نفق الميناء الجديد'],
    ['one word more', 'the council bought six wooden barges', 'the council bought six wooden barges downstream'],
    ['two words', 'the council bought six wooden barges downstream', 'the council rented six wooden cranes downstream'],
    [
      'another order',
      'barges passed cranes beside the wooden lock gate',
      'cranes passed barges beside the wooden lock gate',
    ],
    ['too short to be the same but for it', 'wooden barges downstream', 'wooden cranes downstream'],
  ])('%s is none: «%s» ↔ «%s»', (_, a, b) => {
    expect(pair(a, b).replaced).toBeNull();
    expect(pair(a, b).class).not.toBe('conflicting');
  });

  it('gives way to a number that differs, and to a common origin', () => {
    const [a, b] = ['مقتل 12 عاملا في منجم فحم', 'مقتل 15 عاملا في منجم فحم'];
    expect(pair(a, b)).toMatchObject({ class: 'conflicting', replaced: null });
    const told = (text: string) => ({ text, origin: 'رويترز' });
    const retold = explain(
      told('The council bought six wooden barges for the canal'),
      told('The council bought six wooden cranes for the canal'),
    );
    expect(retold.class).toBe('same-origin');
  });
});

describe('likeness by roots', () => {
  it('forms of one root count for a part, once each', () => {
    const [same, other, none] = ['متظاهرون', 'مظاهرة', 'قافلة'].map(
      (word) => pair('متظاهرون قرب الجسر', `${word} قرب الجسر`).similarity,
    ) as [number, number, number];
    expect(other).toBeLessThan(same);
    expect(other).toBeGreaterThan(none);
    expect(pair('مظاهرة', 'متظاهرون يتظاهرون').similarity).toBeCloseTo((2 * 0.75) / 3, 10);
  });
});
