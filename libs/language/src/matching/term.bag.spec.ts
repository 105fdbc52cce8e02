import { processorMs } from '../../../../test/support/processor-time.js';
import { bandsOf, resemblance, signatureOf, SIGNATURE } from './minhash.signature.js';
import { idf, impact } from './bm25.weight.js';
import { matchingLine } from './matching.view.js';
import { gramsOf, readText, storedTerms, termsOf } from './term.bag.js';

const terms = (text: string) => termsOf(text).map(({ term }) => term);

describe('termsOf', () => {
  it('opens hashtags, drops links and stop words, and counts', () => {
    expect(terms('The #AustralianFires https://t.co/3VgApG6C2C pic.twitter.com/0eJt')).toEqual(['australian', 'fire']);
    expect(terms('#لا_للعنف في القاهرة')).toEqual(
      ['للعنف', 'قاهر'].map((word) => expect.stringContaining(word.slice(2)) as string),
    );
    expect(termsOf('fire fires fire')).toEqual([{ term: 'fire', tf: 3 }]);
  });

  it('leaves out the handle that follows a name, and keeps one that stands for it', () => {
    expect(terms('Floods in Aden — Sara Haddad (@SaraPress) March 3, 2021')).toEqual(
      terms('Floods in Aden — Sara Haddad, March 3, 2021'),
    );
    expect(terms('سارة حداد (@SaraPress): فيضانات')).toEqual(terms('سارة حداد: فيضانات'));
    expect(terms('(@SaraPress) in Aden')).toEqual(terms('Sara Press in Aden'));
    expect(terms('@SaraPress says')).toEqual(terms('Sara Press says'));
  });

  it('reads long blanks before a handle once', () => {
    const timeOf = (text: string) => processorMs(() => terms(text));
    const blanks = ' '.repeat(100_000);
    timeOf(`a${blanks}b`);
    // the machine's own time for the same text without a handle; looking back from every blank takes hundreds of times as long
    const plain = Math.max(...[1, 2, 3].map(() => timeOf(`a${blanks}b (x)`)));
    expect(timeOf(`a${blanks}b (@x)`)).toBeLessThan(20 * plain + 100);
  });

  it('writes one number one way', () => {
    expect(terms('٥٬٠٠٠')).toEqual(terms('5000'));
    expect(terms('5,000')).toEqual(['5000']);
    expect(terms('4.5')).toEqual(['4.5']);
  });

  it('takes any text', () => {
    for (const text of ['', '  ', '\ud800', '#', '...', 'ـــ']) expect(termsOf(text)).toEqual([]);
  });
});

describe('readText', () => {
  it('reads at once what line and terms say each alone, the first time and again', () => {
    for (const text of ['fire, fires and the #AustralianFires!', 'قُتل 5٬000 في القاهرة وقُتل آخرون في القاهرة', '', '#'])
      for (const _ of [1, 2]) {
        const read = readText(text, 64);
        expect([read.line, storedTerms(read.stems)]).toEqual([matchingLine(text), termsOf(text)]);
      }
  });

  it('takes the beginning of a word that is too long, and counts those that begin alike as one', () => {
    const { stems } = readText(`${'x'.repeat(90)}q ${'x'.repeat(80)}z`, 64);
    expect(storedTerms(stems)).toEqual([{ term: 'x'.repeat(64), tf: 2 }]);
  });
});

describe('gramsOf', () => {
  it('runs over word borders', () => {
    expect(gramsOf('ab cd').map(({ term }) => term)).toEqual([' ab ', 'ab c', 'b cd', ' cd ']);
  });
});

describe('BM25', () => {
  it('gives a rare term more, and a longer text less', () => {
    expect(idf(1, 1000)).toBeGreaterThan(idf(500, 1000));
    expect(idf(1000, 1000)).toBeGreaterThan(0);
    expect(impact(1, 10, 20)).toBeGreaterThan(impact(1, 40, 20));
    expect(impact(2, 10, 20)).toBeGreaterThan(impact(1, 10, 20));
    expect(impact(1, 20, 20)).toBeCloseTo(1, 12);
    expect(impact(1e9, 20, 20)).toBeLessThanOrEqual(2.2);
  });
});

describe('MinHash', () => {
  const text =
    'أعلنت وزارة الصحة في العراق تسجيل 120 إصابة جديدة بالكوليرا في محافظة السليمانية خلال الأسبوع الماضي وسط مخاوف من انتشار المرض في المحافظات المجاورة بسبب نقص مياه الشرب النظيفة';

  it('is the same on every machine', () => {
    expect(Array.from(signatureOf('one two three four').slice(0, 3))).toMatchInlineSnapshot(`
     [
       633681215,
       1749733701,
       2081733439,
     ]
    `);
    expect(bandsOf(signatureOf('one two three four')).slice(0, 2)).toMatchInlineSnapshot(`
     [
       1488038997,
       4160269399,
     ]
    `);
  });

  it('finds a near copy by a shared band and not an unrelated text', () => {
    const copy = signatureOf(text.replace('الماضي', 'المنصرم'));
    const other = signatureOf(
      'The ministry of transport cancelled all flights on Tuesday because of the storm over the coast',
    );
    const shared = (b: Uint32Array) => bandsOf(signatureOf(text)).filter((hash, i) => bandsOf(b)[i] === hash).length;
    expect(shared(copy)).toBeGreaterThan(0);
    expect(resemblance(signatureOf(text), copy)).toBeGreaterThan(0.6);
    expect(shared(other)).toBe(0);
    expect(resemblance(signatureOf(text), other)).toBeLessThan(0.1);
    expect(bandsOf(signatureOf(text))).toHaveLength(SIGNATURE.bands);
  });

  it('never matches empty texts', () => {
    expect(bandsOf(signatureOf('...'))).toEqual([]);
    expect(resemblance(signatureOf(''), signatureOf(''))).toBe(0);
  });
});
