import type { SetAsideReason } from './block.types.js';

/** Who wrote, with whom, and where it stood before; what the desk asks of its readers. A full stop makes none of it the article's. */
export const DESK_LINES: readonly (readonly [RegExp, SetAsideReason])[] = [
  [
    /^(?:this is a (?:developing|breaking)(?: news)? story|the following is a (?:selection|summary|round-?up|transcript|list) of)\b/,
    'navigation',
  ],
  [/\b(?:delivered|sent|straight) (?:\S+ )?(?:to|into) your inbox\b/, 'newsletter'],
  [/^here(?:['’]s| is| are) (?:what|all|everything) (?:we|you) (?:know|need)\b/, 'navigation'],
  [/\bnewsletters?\b.*\b(?:sign up|subscribe|inbox)\b|\b(?:sign up|subscribe|inbox)\b.*\bnewsletters?\b/, 'newsletter'],
  [/\bcontributed (?:to (?:this|the) (?:report|story|article|piece)|reporting)\b/, 'credit'],
  // "Reporting by the Herald shows that …" is the article's
  [
    /^(?:additional )?(?:reporting|editing) by (?!.* (?:shows?|showed|found|finds|reveal(?:s|ed)|suggest(?:s|ed)|has|have|uncovered|led|prompted) )/,
    'credit',
  ],
  // "Hannah Voss reported from Calder and Miles Tran from Easterby."
  [
    /^(?:\S+ ){2,3}reported from (?:[^.]{3,60}(?: and |, )(?:\S+ ){2,3}from )?[^.,]{3,40}(?:, [^.,]{3,30})?\.?$/,
    'credit',
  ],
  // "Ines Mott is a senior reporter covering courts for the Herald."
  [
    /^(?:\S+ ){2,3}is (?:an? |the |our |\S+['’]s )?(?:\S+ ){0,4}(?:reporter|correspondent|editor|columnist|journalist|writer|producer)\b.* (?:covering|who covers|who writes about|focus(?:ing|ed) on|speciali[sz]ing in)\b/,
    'credit',
  ],
  [
    /^this (?:article|story|piece|report) (?:is part of|(?:first|originally) appeared|appears in|was (?:originally|first) published|(?:was|has been) (?:amended|updated|corrected|edited))/,
    'credit',
  ],
  [
    /\bwe(?:'d| would)? (?:want|like|love) to hear from you\b|\b(?:e-?mail|contact|reach|reached|write to)\b.* \S+@\S+\.\S+/,
    'comments',
  ],
  [/(?:^|[|·•–—-] ?)\d{1,2}[ -]min(?:ute)?s? read$/, 'credit'],
  // "The Widow Callers is on BBC One at 20:00 on Wednesday."
  [
    /\b(?:is on|airs on|available on|watch .{0,40}on) (?:bbc (?:one|two|three|four|iplayer|sounds)|iplayer|itvx?|channel [45]|netflix)\b/,
    'advert',
  ],
  // «الأخبار المنشورة على الصفحة الرسمية للوكالة هي اختصار …», «الآراء الواردة في هذا المقال لا تعبر …»
  [
    /^(?:ال(?:اخبار|اراء|مقالات|مقاله|مقال|مواد|ماده)) .*(?:علي الصفحه الرسميه|لا [تي]?عبر|[تي]عبر عن راي|عن وجهه نظر)/,
    'credit',
  ],
  // «أُنجز هذا التحقيق بدعم من شبكة …»
  [
    /^(?:انجز|انتج|اعد|ينشر|نشر|كتب)ت? (?:هذا|هذه) ال(?:تحقيق|تقرير|ماده|قصه|مقال|سلسله)(?: .*)? (?:بدعم|بالتعاون|بالشراكه|ضمن|بتمويل|باشراف|في اطار)(?: |$)/,
    'credit',
  ],
  [/^(?:do you have|have you got|got) a (?:story|tip|question)\b/, 'comments'],
  [
    /^follow (?:us|me|our|the|\S+(?: \S+){0,4}) on (?:facebook|x|twitter|instagram|google|whatsapp|tiktok|youtube|linkedin|telegram)\b/,
    'share',
  ],
];

/** Lines of the page of any length, by how they begin: corrections, cookies, players, paywalls, rights. */
const PAGE_LINES: readonly (readonly [RegExp, SetAsideReason])[] = [
  [
    /^(?:correction|clarification|editor['’]?s['’]? notes?|update|note to (?:readers|editors))\s*[:(—–-].*\b(?:article|story|version|headline|report|piece|updated|corrected|amended|misspelt|misspelled|misstated|caption)\b/,
    'credit',
  ],
  [/^an earlier version of this (?:article|story|report|piece|headline|caption)\b/, 'credit'],
  [
    /^\(?this (?:story|article|report) (?:has not been edited|is auto-generated|was produced by an? (?:automated|ai))\b/,
    'credit',
  ],
  [/^(?:copyright (?:©|\(c\)|\d{4}|by)|©|\(c\) \d{4})/, 'credit'],
  [/^our standards: /, 'credit'],
  [
    /^(?:(?:article|story|piece|report) )?this is part of \S+(?: \S+){0,3} (?:effort|work|project|coverage|series)\b/,
    'credit',
  ],
  [/^(?:do you have an opinion|if you (?:would like|want|wish) to (?:submit|respond|contribute))\b/, 'comments'],
  // live texts
  [/^this (?:live ?)?blog (?:is|has)\b.*\b(?:closed|closing|ended|paused|finished)\b/, 'navigation'],
  [
    /^(?:good (?:morning|afternoon|evening)|hello|hi|welcome)\b.*\b(?:(?:our|the) (?:\S+ )?(?:live|rolling|coverage|blog)|live (?:blog|coverage|updates))\b/,
    'navigation',
  ],
  [
    /^(?:that['’]s (?:all|it)|we['’]re (?:now )?(?:closing|wrapping|pausing))\b.*\b(?:from me|from us|for (?:now|today|tonight)|blog|coverage|off|over)\b/,
    'navigation',
  ],
  [/^you can (?:also )?(?:read|follow|watch|find|see|listen|catch up)\b.*\b(?:here|below|live)\b[.:]?$/, 'related'],
  [
    /^(?:this|our) (?:web)?site uses cookies|^we (?:and our partners )?(?:use|store|value)\b.*\b(?:cookies|privacy|device)\b|^by (?:continuing|using|clicking)\b.*\b(?:cookies|terms|privacy|consent)\b/,
    'navigation',
  ],
  [
    /^this content is (?:provided|hosted) by|^(?:to view|to watch|please enable|your browser|javascript)\b.*\b(?:browser|javascript|video|html5|support)\b|^allow .{2,40} content\?/,
    'navigation',
  ],
  [
    /^(?:you have|you['’]ve) (?:reached|read|used)\b.*\b(?:articles?|limit)\b|^this (?:article|story|content) is (?:for|available (?:only )?to|exclusive to|reserved for) (?:\S+ )?(?:subscribers|members|registered)/,
    'newsletter',
  ],
  [/^(?:try|get|enjoy) (?:unlimited|full|digital) (?:\S+ )?access\b/, 'newsletter'],
  [/^privacy notice: /, 'newsletter'],
  [/^the \S+(?: \S+)? is editorially independent(?:\.?$|, (?:meaning|and we))/, 'newsletter'],
  [
    /^get (?:live|the latest|all the latest|breaking)\b.*\b(?:news|updates|quotes|alerts)\b|^for (?:all )?(?:the |more )?(?:latest )?(?:\S+ )?(?:news|stories|updates)\b.*\b(?:follow|visit|click|download|subscribe|check)\b/,
    'share',
  ],
];
/** The first three units of all of them, so that a paragraph is compared with none. */
const PAGE_OPENINGS = new Set(
  'cor,cla,edi,upd,not,an ,thi,(th,cop,(c),our,we ,by ,to ,ple,you,jav,all,try,get,enj,pri,for,the,goo,hel,hi ,wel,tha,you,do ,if '.split(
    ',',
  ),
);
const RIGHTS = 'all rights reserved';

/** The reason for a line of the page, whatever its length; its key holds the first 240 units. */
export function pageReason(key: string): SetAsideReason | null {
  if (key.includes(RIGHTS)) return 'credit';
  if (!PAGE_OPENINGS.has(key.slice(0, 3)) && !key.startsWith('©')) return null;
  return PAGE_LINES.find(([form]) => form.test(key))?.[1] ?? null;
}
