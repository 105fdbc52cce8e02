import { fold } from '../normal/normal.fold.js';
import { arabicStem } from './arabic.stem.js';

const stem = (word: string) => arabicStem(fold(word));

describe('arabicStem', () => {
  it('leaves names whole', () => {
    for (const name of ['بوتين', 'لبنان', 'بلومبيرغ', 'نتنياهو', 'وزان', 'ولاء', 'إيران', 'فرنسا', 'حلب', 'كييف'])
      expect(stem(name)).toBe(fold(name));
  });

  it('does not take a و of the word itself for «and»', () => {
    expect(stem('والدين')).not.toBe(stem('دين'));
    expect(stem('واشنطن')).toBe('واشنطن');
    expect(stem('وواشنطن')).toBe('واشنطن');
  });

  it('brings the forms of one word together', () => {
    const families = [
      ['القوات', 'قوات', 'والقوات', 'للقوات', 'قواتها', 'بالقوات'],
      ['المصدر', 'مصدر', 'مصدران', 'ومصدرها', 'بالمصدر'],
      ['وزارة', 'الوزارة', 'ووزارة', 'للوزارة', 'وزارات'],
      ['الروسية', 'روسية', 'روسي', 'الروسي', 'والروسية'],
    ];
    for (const [first = '', ...others] of families) for (const other of others) expect(stem(other)).toBe(stem(first));
  });
});
