import { media as lists } from '../lexicon/lexicon.load.js';
import { fold } from '../normal/normal.fold.js';
import { isAgencyName } from '../token/media.names.js';
import { lastWord, MEDIUM } from './discourse.words.js';
import type { Source } from './attribution.types.js';

// Which of the media named so far "the newspaper", "the broadcaster" and "the agency" are.

type Sort = 'agency' | 'air' | 'print' | 'site';

const SORTS: readonly (readonly [Sort, RegExp])[] = [
  ['agency', /^(?:agency|wire|newswire|service)$/],
  ['air', /^(?:broadcaster|channel|network|station|programme|program|radio|television|show|podcast)$/],
  ['print', /^(?:newspaper|paper|daily|weekly|tabloid|broadsheet|magazine|journal|title|periodical)$/],
  ['site', /^(?:website|site|portal|outlet|publication|blog)$/],
];

const AIR =
  /\b(?:tv|television|radio|fm|channel|bbc|cnn|msnbc|nbc|abc|cbs|fox|sky|itv|npr|pbs|rt[eé]|jazeera|arabiya|cnbc|france 24|dw|deutsche welle|ndtv|nhk|kan|lbc|rfi|broadcast\w*|ctv|cbc|nos|orf|zdf|ard|nrk|svt|yle|rtve|vrt|rtbf|sabc|enca|euronews|gb news|newsnight|panorama|newshour)\b/i;
const PRINT =
  /\b(?:times|post|journal|tribune|herald|gazette|chronicle|telegraph|guardian|observer|courier|mail|express|inquirer|sentinel|globe|star|sun|mirror|standard|daily|newspaper|paper|magazine|zeitung|spiegel|monde|figaro|pa[ií]s|mundo|examiner|dispatch|bee|economist|news-\w+|independent|haaretz|ahronoth|ledger|weekly)\b/i;
const AGENCY = /\b(?:agency|wire|press|newswire|reuters|afp|ap|dpa|efe|ansa|tass|interfax)\b/i;

const sortOf = (head: string): Sort | undefined => SORTS.find(([, nouns]) => nouns.test(head))?.[0];

/** A programme is a broadcaster's, never that of a medium of no known sort. */
const PROGRAMME = /^(?:programme|program|show|podcast)$/;

/** Whether a medium may be taken up by a noun of this sort; one that shows no sort may be any but an agency. */
function fits({ name, type, head }: Source, sort: Sort, shown: boolean): boolean {
  if (sort === 'agency') return type === 'agency' || AGENCY.test(name);
  if (type === 'agency') return sort === 'site';
  const own = AIR.test(name) ? 'air' : PRINT.test(name) ? 'print' : sortOf(head);
  if (shown) return own === 'air';
  return own === undefined || own === sort || sort === 'site';
}

/** "the state broadcaster", "another paper": a medium of its own, whatever has been named. */
const OWN =
  /\b(?:state|national|public|local|private|official|semi-official|opposition|rival|regional|other|(?:state|government|privately|publicly|party)-\w+|\w+-(?:run|owned|linked|affiliated|backed|aligned|funded))\b/i;

/** The medium named last that "the newspaper" may be; undefined where none of them is. */
export function mediumMeant(
  { name, head }: Source,
  media: readonly Source[],
  spoken: readonly Source[],
): Source | undefined {
  const sort = sortOf(head);
  if (OWN.test(name) || !sort) return undefined;
  const fitting = media.filter((medium) => medium.named && fits(medium, sort, PROGRAMME.test(head)));
  const [latest] = fitting;
  const last = spoken[0];
  if (!latest || !last || last.role === 'outlet' || last.start < latest.start) return latest;
  return mainAmong(fitting, latest);
}

const MAIN = 4;
const PASSING = 2;
const keyOf = ({ head }: Source): string => head.replace(/['’]s?$/, '');

/** The medium whose story this is, where another was named in passing and somebody else has spoken since. */
function mainAmong(media: readonly Source[], latest: Source): Source {
  const count = (one: Source): number => media.filter((other) => keyOf(other) === keyOf(one)).length;
  const main = media.find((one) => count(one) >= MAIN);
  if (!main || count(latest) > PASSING) return latest;
  // "The Post" by the name it was introduced with
  return media.filter((one) => keyOf(one) === keyOf(main)).reduce((a, b) => (b.name.length > a.name.length ? b : a));
}

/** "The paper said", "The agency said": a medium where one has been named since a study or an office spoke; null otherwise. */
export function paperMeant(speaker: Source, media: readonly Source[], spoken: readonly Source[]): Source | null {
  if (!/^the (?:news )?(?:paper|agency)$/i.test(speaker.name)) return null;
  const medium = mediumMeant(speaker, media, spoken);
  const other = spoken.find(({ role, type }) =>
    speaker.head === 'paper' ? role === 'document' : type === 'institution',
  );
  return medium && medium.start > (other?.start ?? -1) ? medium : null;
}

const ARABIC_SORTS: readonly (readonly [Sort, RegExp])[] = [
  ['agency', /^وكاله$/],
  ['air', /^(?:قناه|شبكه|اذاعه|راديو|تلفزيون|برنامج)$/],
  ['print', /^(?:صحيفه|جريده|مجله)$/],
  ['site', /^(?:موقع|منصه)$/],
];
/** One expression for the names of a sort: whole, by their last word, or by a word anywhere. */
function namesOf({ names, ends, words }: (typeof lists.sorts)[keyof typeof lists.sorts]): RegExp {
  const any = (list: readonly string[]): string => (list.length === 0 ? '(?!)' : `(?:${list.map(fold).join('|')})`);
  return new RegExp(`^${any(names)}$| ${any(ends)}$|(?:^| )${any(words)}(?: |$)`);
}

/** What a name tells of the medium, where no noun stands in front of it: folded. */
const ARABIC_NAMES: readonly (readonly [Sort, RegExp])[] = [
  ['site', namesOf(lists.sorts.site)],
  ['air', namesOf(lists.sorts.air)],
  ['print', namesOf(lists.sorts.print)],
];

const arabicSort = (noun: string): Sort | undefined => ARABIC_SORTS.find(([, nouns]) => nouns.test(noun))?.[0];

/** Pure memo, emptied when full: an article asks for the same few names again and again. */
const sorts = new Map<string, Sort | undefined>();
const SORTS_KEPT = 1024;

function sortByName(name: string): Sort | undefined {
  if (sorts.has(name)) return sorts.get(name);
  if (sorts.size >= SORTS_KEPT) sorts.clear();
  const folded = fold(name);
  const sort = isAgencyName(name) ? 'agency' : ARABIC_NAMES.find(([, names]) => names.test(folded))?.[0];
  sorts.set(name, sort);
  return sort;
}

/** «الصحيفة», «للوكالة»: the medium named last that is called so, or may be by its name; undefined where none may. */
export function mediumCalled({ head }: Source, media: readonly Source[]): Source | undefined {
  const kind = MEDIUM.exec(head)?.[1];
  const sort = kind === undefined ? undefined : arabicSort(kind);
  if (!sort) return undefined;
  const nounOf = (medium: Source): string | undefined => MEDIUM.exec(medium.head)?.[1];
  const may = (medium: Source): boolean => {
    const noun = nounOf(medium);
    if (noun !== undefined) return noun === kind;
    const own = sortByName(medium.name);
    return own === sort || (own === undefined && sort !== 'agency');
  };
  const latest = media.find(may) ?? media.find((medium) => arabicSort(nounOf(medium) ?? '') === sort);
  return latest && nounOf(latest) === undefined ? ofMain(latest, media.filter(may)) : latest;
}

const calledOf = ({ name }: Source): string => lastWord(name).replace(/[«»"“”]/g, '');

/** One named by the noun and often, where the one named last is only met in passing and by its name. */
function ofMain(latest: Source, media: readonly Source[]): Source {
  const counts = new Map<string, number>();
  for (const medium of media) counts.set(calledOf(medium), (counts.get(calledOf(medium)) ?? 0) + 1);
  const count = (one: Source): number => counts.get(calledOf(one)) ?? 0;
  if (count(latest) > PASSING) return latest;
  return media.find((one) => MEDIUM.test(one.head) && count(one) >= MAIN) ?? latest;
}
