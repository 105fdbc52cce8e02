import type { Source } from './attribution.types.js';

// What the words of a source or of a cue say about what stands before it.

/** Sources that speak to an outlet and to nobody else: later mention of one is the same outlet's. Witnesses and experts are not. */
export const LEAKING = new Set(
  'مصدر مصادر مصدران مصدرين مصدرين شخص اشخاص شخصان شخصين دبلوماسي دبلوماسيون دبلوماسيان مسوول مسوولون مسوولان ممثل source official person people diplomat insider'.split(
    ' ',
  ),
);
/** «ووجد الباحثون» behind «أظهرت دراسة نشرتها مجلة …»: those who wrote it. */
export const RESEARCH = /^(?:باحث|معد|مولف|علماء)/;
/** «معدّو التحقيق», «كاتب المقال» */
export const AUTHORS = /(?:^| )(?:معد|كاتب|مولف|صاحب|اصحاب)\p{L}* ال(تحقيق|تقرير|مقال)/u;
/** What a medium is called in general, with the article or «ل» that may stand before it. */
export const MEDIUM = /^ل*(وكاله|صحيفه|جريده|مجله|قناه|شبكه|موقع|اذاعه|راديو|تلفزيون|منصه|برنامج)$/;
export const ARABIC = /^[\u0600-\u06ff]/;
/** "a treasury official", "people familiar with the inquiry": nobody who has spoken before. */
export const NEWCOMER =
  /^(?:an?|one|two|three|several|some|many) (?!of )|^(?:people|sources|officials|diplomats|insiders) (?:familiar|aware|close|with|briefed|in|at|from|who|inside|involved) /i;
/** What a medium's own piece is called. */
export const REPORTS = /^(?:report|investigation|story|article|expos[eé])$/;
export const ORDINAL = /(?:^| )ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|اخر)(?:ي|ه)?$/;
/** Verbs of things that are read, not heard. */
export const SHOWS = /^(?:shows?|showed|suggests?|suggested|indicates?|indicated|reveals?|revealed)(?: that)?$/;
/** «كتب في عمود لصحيفة …»، "wrote in" */
export const WROTE = /^(?:كتبت?|غردت?|نشرت?|دونت?|wrote|writes|tweeted|posted)$/;
/** «أحد الموظفين», «أحدهما», «الآخر», "two of them", "the fourth": somebody out of a group that stands before. */
export const REFERS_BACK =
  /^\S+ (?:اخر|ثان|ثالث|رابع)(?:ي|يه|ه|ون|ين|ان)?(?: |$)|^(?:احد(?:ي)? ال|احدهم|احدهما|احداهما|اخر|الاخر|الثاني|الثالث|بعضهم|\S+ من(?:هم|هما|هن)$|another$|(?:the|a) (?:other|second|third|fourth|fifth)|(?:one|two|three|both|some|many|several)(?: of (?:them|the|those)|$))/;
/** "the sports daily Tribuna" is later only "Tribuna". */
export const properName = (name: string): string => name.replace(/^(?:[Tt]he )?(?:[a-z-]+ )*/, '');
/** «الفاعل الجمعوي ذاته»: two nouns with the article are what somebody is, and no name. */
export const isCalling = ({ same, name }: Source): boolean => same === true && /^ال\S+ ال\S+$/u.test(name);
export const lastWord = (name: string): string => name.split(/\s+/).pop() ?? name;

/** "A survey for the channel" is later "the poll". */
export const SAME_PAPER: ReadonlyMap<string, string> = new Map([
  ['poll', 'survey'],
  ['survey', 'poll'],
]);
