import * as W from '../../token/word.entry.js';
import { has, type SentenceView } from '../sentence.view.js';
import type { Complement } from './arabic.complement.js';
import type { Subject } from './arabic.subject.js';

/** What a verb of the lexicon needs beside it to report: only documents «تخلص إلى أن». */
export const DOCUMENT_ONLY = 'document';

/** Somebody with a title, or whom the report does not name, or a body. */
const isSpokesman = ({ speaker }: Subject): boolean =>
  speaker !== null && (speaker.titles.length > 0 || speaker.anonymous || speaker.type === 'institution');

/** «خلص التقرير إلى أن» reports, «خلصت روسيا إلى أنها» decides. */
export function fits(
  needs: string | undefined,
  subject: Subject,
  found: Complement,
  view: SentenceView,
  cue: number,
): boolean {
  const that = view.tokens[found.content - 1]?.word.norm ?? '';
  switch (needs) {
    case DOCUMENT_ONLY:
      // «وتخلص إلى أن»: whoever has been speaking finds
      if (!subject.speaker && view.tokens[cue]?.word.conjunction === 'و' && found.subjectEnd === cue + 1) return true;
      return (
        subject.speaker !== null &&
        (subject.speaker.role !== 'speaker' || /^(لجنه|محكمه|باحث|علماء|خبراء|محقق)/.test(subject.speaker.head))
      );
    case 'quote':
      // «وصفه كثيرون بأنه "…"»
      // «ويختم التحقيق بالقول إن»
      if (view.tokens[found.content - 2]?.word.norm === 'بالقول') return true;
      return found.quote >= 0 || that === ':' || (/^بان/.test(that) && has(view.tokens[found.content], W.QUOTE_MARK));
    case 'saying':
      return view.tokens[found.content - 2]?.word.norm === 'بالقول';
    case 'adds':
      // «وزاد أن», «وزاد المسؤول نفسه أن», «وزاد المتحدث: «…»»; not «زاد من خطورة الأمر أن»
      return found.quote >= 0 || that === ':' || found.subjectEnd === cue + 1 || isSpokesman(subject);
    case 'notes':
      // «مسجلا أن», «وأبرز المتحدث أن»; not «سجل التضخم ارتفاعا بعد أن»
      return /^[با]ن/.test(that) && (found.subjectEnd === cue + 1 || isSpokesman(subject));
    case 'pleads':
      // «دفع المحامي بأن»; «دفع الشركة إلى أن» drives her there
      if (!subject.speaker || (subject.speaker.titles.length === 0 && subject.speaker.head !== 'دفاع')) return false;
      return /^بان/.test(that) || found.content === found.subjectEnd;
    case 'holds':
      // «يذهب التقرير إلى أن»: nobody goes anywhere
      return view.tokens[found.content - 2]?.word.norm === 'الي';
    case 'by':
      return /^ب[ان]/.test(that) || found.quote >= 0 || found.content === found.subjectEnd;
    default:
      return true;
  }
}
