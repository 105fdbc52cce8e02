import { readClaimReview, readRow } from './claim-review.reading.js';

const languageOf = (claimReviewed: string, inLanguage?: string) => {
  const read = readClaimReview({ '@type': 'ClaimReview', claimReviewed, ...(inLanguage ? { inLanguage } : {}) });
  return 'review' in read ? read.review.language : read.errors;
};

describe('the language of a published check', () => {
  it.each([
    ['لقاح السعال الديكي سُحب من الصيدليات بعد وفاة طفلين', undefined, 'ar'],
    ['A whale was filmed swimming through the flooded streets.', undefined, 'en'],
    ['وزیر بهداشت گفت که واکسن از داروخانه‌ها جمع آوری شده است', undefined, 'other'],
    ['وزیر صحت نے کہا کہ ویکسین دکانوں سے واپس لے لی گئی ہے', undefined, 'other'],
    ['Министр здравоохранения отозвал вакцину из аптек', undefined, 'other'],
    // a record may be wrong about its own words, but not about a language that nobody here can tell from English
    ['وزیر بهداشت گفت که واکسن از داروخانه‌ها جمع آوری شده است', 'ar', 'other'],
    ['Le vaccin a été retiré des pharmacies après deux décès', 'fr', 'other'],
    ['لقاح السعال الديكي سُحب من الصيدليات', 'ar-EG', 'ar'],
    // a name alone tells nothing
    ['X 2019', undefined, 'en'],
  ])('%s (%s): %s', (claim, told, language) => {
    expect(languageOf(claim, told)).toBe(language);
  });

  it('is read from a table in the same way', () => {
    const read = readRow({ claim: 'وزیر بهداشت گفت که واکسن جمع آوری شده است', language: 'ar' });
    expect('review' in read && read.review.language).toBe('other');
  });
});
