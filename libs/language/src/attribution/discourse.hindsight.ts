import { fold } from '../normal/normal.fold.js';
import { sourceKey } from '../source/source.key.js';
import { ARABIC } from './discourse.words.js';
import type { Attribution, AttributionLink, Frame, Source } from './attribution.types.js';

// What a later frame makes clear about an earlier one.

export function linkOf(source: Source): AttributionLink {
  return { role: source.role, name: source.name, type: source.type, start: source.start, end: source.end };
}

/** Offices of which a story knows one: "the provincial governor", and then "Governor Selim Aktan". */
const OFFICES = new Set(
  'governor president mayor premier chancellor minister director chairman chairwoman prosecutor commissioner commander coach coroner ambassador principal headteacher judge'.split(
    ' ',
  ),
);
/** «قال كاتب سابق …» and, a sentence on, «وقال الكاتب السابق، فلان»: the name given next is his. */
export function nameTheUnnamed(frames: readonly Frame[], answers: Attribution[]): void {
  frames.forEach((frame, index) => {
    const unnamed = frame.speaker;
    if (!unnamed || !unnamed.anonymous || unnamed.titles.length === 0 || unnamed.count !== 1) return;
    const office = unnamed.titles[unnamed.titles.length - 1] ?? '';
    if (unnamed.definite && !(OFFICES.has(office) && answers[index]?.anonymous)) return;
    for (let next = index + 1; next <= index + 2 && next < frames.length; next += 1) {
      const later = frames[next]?.speaker;
      if (!later) continue;
      if (
        later.named &&
        later.type === 'person' &&
        (unnamed.definite ? later.titles.includes(office) : later.titles[0] === unnamed.titles[0])
      ) {
        const answer = answers[index] as Attribution;
        const links = answer.links.map((link) => (link.start === unnamed.start ? linkOf(later) : link));
        answers[index] = { ...answer, anonymous: false, links };
      }
      return;
    }
  });
}

const TELLS = /^t(?:old|ells?)$/i;

/** The outlet named only in the next sentence («وفق ما ورد في تقرير لمجلة …») carried the speaker's sentence before it as well. */
export function carryBack(frames: readonly Frame[], answers: Attribution[]): void {
  for (let index = frames.length - 1; index > 0; index -= 1) {
    const frame = frames[index];
    const carrier = frame?.via.find((source) => source.role === 'outlet');
    const previous = frames[index - 1];
    // "She called it a disgrace. She told MSNBC that …": two occasions
    if (TELLS.test(frame?.cue ?? '') && /^\p{Lu}/u.test(frame?.elided?.mention?.name ?? '')) continue;
    // «أكد المستشار أن …، مشيرا في حديثه للمدار إلى أن»
    const goesOn = frame?.elided || (frame?.speaker && frame.speaker === previous?.speaker);
    if (!frame || !goesOn || !carrier || !previous || previous.via.length > 0 || previous.hedge) continue;
    const [own, before] = [answers[index] as Attribution, answers[index - 1] as Attribution];
    if (!before.links[0] || before.links[0].name !== own.links[0]?.name || before.links[0].role !== 'speaker') continue;
    answers[index - 1] = {
      ...before,
      links: [...before.links.filter((link) => link.role !== 'outlet'), linkOf(carrier)],
    };
  }
}

/** Spokesmen answer whoever asks them. */
const SPEAKS_FOR = /^(?:متحدث|ناطق)/;
/** What a medium has got hold of, unlike what is there for everybody to read. */
const OBTAINED = /^(?:رساله|رسايل|وثيقه|وثايق|سجلات|مذكره|مذكرات|صور|مراسلات|تسجيلات|محاضر)$/;
const OWN_REPORT = /^(?:تقرير|تحقيق)$/;
const OWN_FRAMES = 2;

const outletOf = ({ links }: Attribution): AttributionLink | undefined => links.find(({ role }) => role === 'outlet');

/** Keys of the media whose own investigation an article retells: what they tell themselves is more than one thing. */
function retold(
  frames: readonly Frame[],
  answers: readonly Attribution[],
  keyOf: (name: string) => string,
): Set<string> {
  const own = new Map<string, number>();
  answers.forEach((answer, index) => {
    const teller = answer.links[0];
    const tells = teller?.role === 'outlet' || OWN_REPORT.test(frames[index]?.speaker?.head ?? '');
    const medium = tells ? outletOf(answer) : undefined;
    if (!medium || !ARABIC.test(medium.name)) return;
    const key = keyOf(medium.name);
    own.set(key, (own.get(key) ?? 0) + 1);
  });
  return new Set([...own].filter(([, count]) => count > OWN_FRAMES).map(([key]) => key));
}

/** A name's key, found once. */
function keys(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = known.get(name) ?? sourceKey(name);
    known.set(name, key);
    return key;
  };
}

/**
 * «كشفت صحيفة … أن», «وتوضح الصحيفة أن», «وقال ثلاثة طيارين إنهم»: where an article retells what one medium found out, those it does
 * not name are that medium's, from where the medium spoke until another one does.
 */
export function keepTheStory(frames: readonly Frame[], answers: Attribution[]): void {
  const keyOf = keys();
  const themes = retold(frames, answers, keyOf);
  if (themes.size === 0) return;
  let medium: AttributionLink | null = null;
  frames.forEach((frame, index) => {
    const answer = answers[index] as Attribution;
    const carrier = outletOf(answer);
    if (carrier) {
      medium = themes.has(keyOf(carrier.name)) ? carrier : null;
      return;
    }
    const { speaker, hedge } = frame;
    if (!medium || !speaker || hedge || answer.links.length !== 1 || !ARABIC.test(speaker.head)) return;
    const leaks = speaker.role === 'speaker' && answer.anonymous && !SPEAKS_FOR.test(speaker.head);
    const got = speaker.role === 'document' && OBTAINED.test(fold(speaker.head));
    if (leaks || got) answers[index] = { ...answer, links: [...answer.links, medium] };
  });
}
