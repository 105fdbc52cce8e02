import { sourceKey } from './source.key.js';

describe('sourceKey', () => {
  it.each<[string, string]>([
    ['بلومبيرغ', 'bloomberg'],
    ['وكالة "بلومبيرغ" الأميركية', 'bloomberg'],
    ['وكالة بلومبرغ', 'bloomberg'],
    ['Bloomberg', 'bloomberg'],
    ['صحيفة “ديلي بيست”', 'daily-beast'],
    ['The Associated Press', 'ap'],
    ['شبكة "NBC News" الأميركية', 'nbc'],
    ['مجلة “نيوز ويك الأمريكية', 'newsweek'],
    ['صحيفة المرفأ', 'المرفا'],
    ['عباس جالياموف', 'عباس جالياموف'],
  ])('%s → %s', (name, key) => {
    expect(sourceKey(name)).toBe(key);
  });
});
