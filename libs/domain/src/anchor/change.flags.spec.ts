import { changeFlags } from './change.flags.js';

describe('flags of a change', () => {
  it.each([
    ['ارتفعت 12 في المئة', 'ارتفعت ١٢ في المئة', []],
    ['ارتفعت 12 في المئة', 'ارتفعت 14 في المئة', ['numericChanged']],
    ['ارتفعت 1,200 مرة', 'ارتفعت 1200 مرة', []],
    ['قتل خمسة أشخاص', 'قتل ستة أشخاص', ['numericChanged']],
    ['قتل خمسة أشخاص', 'قتل خمس نساء', []],
    ['killed five people', 'killed 5 people', []],
    ['killed five people', 'killed people', ['numericChanged']],
    ['cut by 12%', 'cut by 12.5%', ['numericChanged']],
    ['سيرفع الرسوم', 'لن يرفع الرسوم', ['negationChanged']],
    ['وقع الاتفاق', 'ولم يقع الاتفاق', ['negationChanged']],
    ['he will sign', "he won't sign", ['negationChanged']],
    ['he will sign', 'he will never sign', ['negationChanged']],
    ['he confirmed it', 'he denied it', ['negationChanged']],
    ['he did not pay', 'he never paid', []],
    ['the bank sued Karim Haddad', 'the bank sued Rami Haddad', ['nameChanged']],
    ['The bank closed', 'Yesterday the bank closed', []],
    ['Yesterday the bank closed', 'The bank closed yesterday', []],
    ['اجتمع الوزير كريم مع التجار', 'اجتمع الوزير رامي مع التجار', ['nameChanged']],
    ['اشترت شركة Orange الرخصة', 'اشترت شركة Zain الرخصة', ['nameChanged']],
    ['killed 3 in Homs', 'did not kill 4 in Hama', ['numericChanged', 'negationChanged', 'nameChanged']],
    ['', '', []],
  ])('%j → %j', (before, now, flags) => {
    expect(changeFlags(before, now)).toEqual(flags);
  });
});
