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

/** The outlet named only in the next sentence («وفق ما ورد في تقرير لمجلة …») carried the speaker's sentence before it as well. */
export function carryBack(frames: readonly Frame[], answers: Attribution[]): void {
  for (let index = frames.length - 1; index > 0; index -= 1) {
    const frame = frames[index];
    const carrier = frame?.via.find((source) => source.role === 'outlet');
    const previous = frames[index - 1];
    if (!frame?.elided || !carrier || !previous || previous.via.length > 0 || previous.hedge) continue;
    const [own, before] = [answers[index] as Attribution, answers[index - 1] as Attribution];
    if (!before.links[0] || before.links[0].name !== own.links[0]?.name || before.links[0].role !== 'speaker') continue;
    answers[index - 1] = {
      ...before,
      links: [...before.links.filter((link) => link.role !== 'outlet'), linkOf(carrier)],
    };
  }
}
