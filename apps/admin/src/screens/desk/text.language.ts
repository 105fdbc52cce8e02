/** The language a text is most likely in: Arabic when its letters are mostly Arabic. Only a first guess; people choose. */
export function languageOf(text: string): 'ar' | 'en' {
  const sample = text.slice(0, 4000);
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic === 0 && latin === 0 ? 'ar' : arabic >= latin ? 'ar' : 'en';
}
