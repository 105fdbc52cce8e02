import { fold } from '../normal/normal.fold.js';
import {
  ARABIC,
  AUTHORS,
  LEAKING,
  NEWCOMER,
  REFERS_BACK,
  REPORTS,
  RESEARCH,
  SAME_PAPER,
  lastWord,
} from './discourse.words.js';
import type { Frame, Piece, Source } from './attribution.types.js';

/** Media and writers that are looked through for each name: a text that names thousands must not take for ever. */
const REMEMBERED = 40;
/** What «التقرير» may be that nothing in the article was called before. */
const OWN_PIECE = /^(?:تقرير|تحقيق|مقال|مقاله|تحليل|افتتاحيه)$/;

const ANY_PAPER = /^(?:وثيقه|مستند|ورقه)$/;

/** By what a source is known when it speaks again: a person by the end of his name, a document by what it is. */
const keyOf = (source: Source): string => (source.role === 'document' ? `#${source.head}` : lastWord(source.name));

/** Through which medium those speak who speak in an article: whose story it is at any place, and what each medium carried. */
export class Story {
  /** The medium that told or carried something last. */
  outlet: Source | null = null;
  /** The media named so far; the last one stands first. */
  readonly media: Source[] = [];
  /** The medium named last, by whatever voice. */
  private mentioned: Source | null = null;
  /** Who was heard last: a speaker, or a medium that is only cited («بحسب الصحيفة»). */
  private voice: Source | null = null;
  /** The outlet that carried a speaker, by the end of his name. */
  private readonly carriers = new Map<string, Source>();
  /** Those whose carrier printed what they wrote: that holds for the piece, not for all they say afterwards. */
  private readonly wrote = new Set<string>();
  /** Who wrote a piece, and in which medium. */
  private readonly writers: [writer: Source, medium: Source][] = [];
  /** Where the article has named a piece of writing last, whosever it is, by what it is called. */
  private readonly pieces = new Map<string, number>();

  /** «نشرت مجلة «المدار» مقتطفات منه»: «المجلة» is this one from here on, though it has carried nothing. */
  mention(medium: Source): void {
    const [last] = this.media;
    // "the broadcaster Channel North" holds the name and says more
    if (last && !ARABIC.test(medium.head) && last.start <= medium.start && medium.end <= last.end) return;
    this.mentioned = medium;
    this.push(medium);
  }

  /** «مقال للكاتبة … في صحيفة …»: what «المقال» is from here on, and through whom its writer speaks. */
  name(piece: Piece): void {
    this.pieces.set(piece.head, piece.start);
    if (piece.medium) this.carriers.set(`#${piece.head}`, piece.medium);
    else this.carriers.delete(`#${piece.head}`);
    if (!piece.writer || !piece.medium) return;
    this.carriers.set(keyOf(piece.writer), piece.medium);
    this.writers.push([piece.writer, piece.medium]);
    if (this.writers.length > REMEMBERED) this.writers.shift();
  }

  /** «تنقل الكاتبة عن طبيب», «تنقل مارستون عن»: the medium that who passes it on writes in; null where the article names no such writer. */
  writtenIn({ name, head, definite }: Source): Source | null {
    const written = this.writers.findLast(
      ([writer]) => lastWord(writer.name) === lastWord(name) || (definite && writer.titles.includes(head)),
    );
    return written?.[1] ?? null;
  }

  remember(speaker: Source | null, outlet: Source | null, wrote: boolean | null): void {
    const medium = speaker?.role === 'outlet' ? speaker : outlet;
    if (medium) {
      this.outlet = medium;
      this.push(medium);
    }
    this.voice = speaker ?? outlet ?? this.voice;
    if (!speaker || !outlet) return;
    const key = keyOf(speaker);
    this.carriers.set(key, outlet);
    if (wrote === true) this.wrote.add(key);
    else if (wrote === false) this.wrote.delete(key);
  }

  private push(medium: Source): void {
    this.media.unshift(medium);
    if (this.media.length > REMEMBERED) this.media.pop();
  }

  /** The medium through which `speaker` speaks where the frame names none; `spoken`: whoever spoke last stands first. */
  inherited(frame: Frame, speaker: Source, spoken: readonly Source[]): Source | null {
    // «لائحة الاتهام التي اطلعت عليها الوكالة …», then «اللائحة»
    // "a letter seen by the paper", and then "It says"
    if (speaker.role === 'document' && speaker.via && !frame.speaker) return speaker.via;
    if (speaker.role === 'document') return speaker.via ? null : this.ofDocument(speaker, spoken);
    if (speaker.role !== 'speaker') return null;
    const carried = this.carriers.get(lastWord(speaker.name));
    if (!this.outlet) return carried ?? null;
    const isNew = speaker.start === frame.speaker?.start && speaker.anonymous && !speaker.definite;
    if (isNew && ARABIC.test(speaker.head)) return this.ofNew(speaker, spoken);
    const authors = AUTHORS.exec(fold(speaker.name))?.[1];
    const report = authors ? this.ofPiece(authors) : null;
    if (report) return report;
    const read = spoken[0];
    if (read?.role === 'document' && speaker.anonymous && RESEARCH.test(speaker.head))
      return this.carriers.get(keyOf(read)) ?? null;
    if (carried) return frame.speaker && this.wrote.has(lastWord(speaker.name)) ? null : carried;
    // "a treasury official" has not spoken before: what the last medium was told is none of his
    if (speaker.anonymous && LEAKING.has(speaker.head) && !NEWCOMER.test(speaker.name)) return this.outlet;
    return speaker.anonymous && REFERS_BACK.test(fold(speaker.name)) ? this.ofLast(spoken) : null;
  }

  /** «نشرت مجلة «المدار» مقتطفات من تقرير. وجاء في التقرير …»: of a report, the medium named since anybody spoke. */
  private ofDocument({ head, name, definite }: Source, spoken: readonly Source[]): Source | null {
    // «وثيقة حصل عليها معدو التحقيق»
    const authors = AUTHORS.exec(fold(name))?.[1];
    if (authors) return this.ofPiece(authors);
    if (!definite) return null;
    const carrier = this.carriers.get(`#${head}`) ?? this.carriers.get(`#${SAME_PAPER.get(head) ?? head}`);
    if (!carrier && REPORTS.test(head)) return this.ofReport(spoken);
    // «وفقا لمسودة اطلعت عليها «المدار»… وتفيد الوثيقة»: what was read last, by what it is
    const read = ANY_PAPER.test(head) ? spoken.find(({ role }) => role === 'document') : undefined;
    if (!carrier && read) return this.carriers.get(keyOf(read)) ?? null;
    return carrier ?? (OWN_PIECE.test(head) ? this.ofPiece(head) : null);
  }

  /** «التقرير»: whose the last one was that the article named; where it named none, the medium's whose story is being told. */
  private ofPiece(head: string): Source | null {
    const carrier = this.carriers.get(`#${head}`);
    if (carrier) return carrier;
    const named = this.pieces.get(head);
    if (this.mentioned && this.mentioned.start > Math.max(this.voice?.start ?? -1, named ?? -1)) return this.mentioned;
    if (named !== undefined) return null;
    // «بحسب بيانات الجهاز …. وأوضح التقرير»: what was read last, under another name
    if (this.voice?.role === 'document') return this.carriers.get(keyOf(this.voice)) ?? null;
    return this.outlet;
  }

  /** "an investigation by the Post", and then "the report": of those the last, or of the medium named since anybody spoke. */
  ofReport(spoken: readonly Source[]): Source | null {
    const told = spoken.find(({ role, head }) => role === 'document' && REPORTS.test(head));
    if (told) return this.carriers.get(keyOf(told)) ?? null;
    if (this.voice?.role === 'outlet') return this.voice;
    return this.mentioned && this.mentioned.start > (spoken[0]?.start ?? -1) ? this.mentioned : null;
  }

  /** «مصدر مسؤول» met for the first time: the medium's own story goes on only behind it, or behind others who are its. */
  private ofNew(speaker: Source, spoken: readonly Source[]): Source | null {
    if (REFERS_BACK.test(fold(speaker.name))) {
      // «أحد المصادر المقربة من …» where none have spoken since: those of the story the medium told
      const told = this.outlet?.start ?? 0;
      const group = spoken
        .slice(0, 6)
        .some(({ anonymous, head, start }) => anonymous && LEAKING.has(head) && start > told);
      return this.ofLast(spoken) ?? (!group && LEAKING.has(speaker.head) ? this.outlet : null);
    }
    const last = this.voice;
    if (!last || !this.outlet || !LEAKING.has(speaker.head)) return null;
    if (last.role === 'outlet') return this.outlet;
    const its = last.anonymous || last.role === 'document';
    return its && this.carriers.get(keyOf(last)) === this.outlet ? this.outlet : null;
  }

  /** The outlet that carried the unnamed sources of whom one is taken up again, if they are among the last to speak. */
  private ofLast(spoken: readonly Source[]): Source | null {
    const group = spoken.slice(0, 4).find((source) => source.anonymous && this.carriers.has(lastWord(source.name)));
    return group ? (this.carriers.get(lastWord(group.name)) ?? null) : null;
  }
}
