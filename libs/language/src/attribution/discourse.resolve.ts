import { fold } from '../normal/normal.fold.js';
import { isGenericPerson } from './arabic/arabic.source.js';
import { isGenericEnglish } from './english/english.source.js';
import { doerCalled, fitsPronoun, impliedBy, spokenSame, unresolved, womanBy } from './discourse.pronoun.js';
import { mediumMeant, paperMeant } from './discourse.medium.js';
import {
  LEAKING,
  MEDIUM,
  ARABIC,
  NEWCOMER,
  ORDINAL,
  SHOWS,
  WROTE,
  REFERS_BACK,
  REPORTS,
  SAME_PAPER,
  properName,
  lastWord,
  AUTHORS,
  RESEARCH,
} from './discourse.words.js';
import { carryBack, keepTheStory, linkOf, nameTheUnnamed } from './discourse.hindsight.js';
import type { Attribution, AttributionLink, Frame, Source } from './attribution.types.js';

/**
 * Who has spoken so far in this article (or in this block, for attributionAt). Turns the frames of one sentence after another into
 * attributions: fills in subjects that the verb only implies, general nouns («المسؤول»), and the outlet that carried the speaker before.
 */
export class Discourse {
  private speaker: Source | null = null;
  private outlet: Source | null = null;
  /** The media that carried something; the last one stands first. */
  private readonly media: Source[] = [];
  /** The medium named last, by whatever voice. */
  private mentioned: Source | null = null;
  /** Those who did something in the article's own voice before the next report; the last one stands first. */
  private readonly acted: Source[] = [];
  /** Whoever spoke last stands first. */
  private readonly spoken: Source[] = [];
  /** The outlet that carried a speaker, by the end of his name. */
  private readonly carriers = new Map<string, Source>();
  /** Those whose carrier printed what they wrote: that holds for the piece, not for all they say afterwards. */
  private readonly wrote = new Set<string>();

  get heard(): boolean {
    return this.speaker !== null;
  }

  /** Attributions of frames in the order of the text; what a later frame makes clear about an earlier one is filled in at the end. */
  resolveAll(frames: readonly Frame[], media: readonly Source[] = []): Map<Frame, Attribution> {
    let next = 0;
    const answers = frames.map((frame) => {
      for (let medium = media[next]; medium && medium.start < frame.at; medium = media[(next += 1)])
        this.mention(medium);
      return this.resolve(frame);
    });
    nameTheUnnamed(frames, answers);
    carryBack(frames, answers);
    keepTheStory(frames, answers);
    return new Map(frames.map((frame, index) => [frame, answers[index] as Attribution]));
  }

  /** «نشرت مجلة «المدار» مقتطفات منه»: «المجلة» is this one from here on, though it has carried nothing. */
  private mention(medium: Source): void {
    const [last] = this.media;
    // "the broadcaster Channel North" holds the name and says more
    if (last && !ARABIC.test(medium.head) && last.start <= medium.start && medium.end <= last.end) return;
    this.mentioned = medium;
    this.media.unshift(medium);
    if (this.media.length > 40) this.media.pop();
  }

  private resolve(read: Frame): Attribution {
    const frame = this.withOwnLam(read);
    if (frame.actor) this.acted.unshift(frame.actor);
    if (this.acted.length > 10) this.acted.pop();
    const links: AttributionLink[] = [];
    const speaker = womanBy(frame.cue, frame.hedge ? frame.speaker : this.speakerOf(frame));
    const via = frame.via.map((source) =>
      source.role === 'speaker' ? (this.antecedent(source) ?? source) : this.outletOf(source),
    );
    const toldOn = via.find((source) => source.role === 'speaker');
    const carrier = via.find((source) => source.role === 'outlet');
    if (speaker) links.push(linkOf(speaker));
    else if (frame.hedge)
      links.push({
        role: 'speaker',
        name: frame.cue,
        type: 'anonymous',
        start: frame.at,
        end: frame.at + frame.cue.length,
      });
    else if (frame.elided && (via.length === 0 || frame.elided.mention) && !frame.implicit)
      links.push(unresolved(frame));
    for (const source of via)
      if (!links.some(({ start, end, name }) => (start === source.start && end <= source.end) || name === source.name))
        links.push(linkOf(source));
    // "…, the report said"
    const report = via.find(({ role, definite, head }) => role === 'document' && definite && REPORTS.test(head));
    const inherited =
      report && !carrier
        ? this.carrierOfReport()
        : speaker && !carrier && !frame.hedge && (toldOn || via.length === 0)
          ? this.inheritedOutlet(frame, toldOn ?? speaker)
          : null;
    if (inherited && !links.some((link) => link.name === inherited.name)) links.push(linkOf(inherited));
    this.remember(speaker, carrier ?? inherited ?? null, carrier ? WROTE.test(fold(frame.cue)) : null);
    const anonymous = frame.hedge ? !speaker : speaker ? speaker.anonymous : via.length === 0;
    return {
      cue: frame.cue,
      stance: frame.stance,
      anonymous,
      sourceCount: frame.hedge && !speaker ? 0 : (speaker?.count ?? (via.length > 0 ? 1 : 0)),
      links,
      negated: frame.negated,
    };
  }

  private remember(speaker: Source | null, outlet: Source | null, wrote: boolean | null): void {
    const medium = speaker?.role === 'outlet' ? speaker : outlet;
    if (medium) {
      this.outlet = medium;
      this.media.unshift(medium);
      if (this.media.length > 40) this.media.pop();
    }
    if (!speaker) {
      if (outlet) this.speaker = outlet;
      return;
    }
    this.speaker = speaker;
    this.spoken.unshift(speaker);
    if (this.spoken.length > 40) this.spoken.pop();
    if (!outlet) return;
    const name = speaker.role === 'document' ? `#${speaker.head}` : lastWord(speaker.name);
    this.carriers.set(name, outlet);
    if (wrote === true) this.wrote.add(name);
    else if (wrote === false) this.wrote.delete(name);
  }

  /** «أكد لعمامرة أن»: nobody was told; the name begins with that letter, as one who has spoken shows. */
  private withOwnLam(frame: Frame): Frame {
    const [told, ...via] = frame.via;
    if (!told?.addressed || frame.speaker) return frame;
    const known = this.spoken.find((source) => source.role === 'speaker' && lastWord(source.name) === `ل${told.name}`);
    return known ? { ...frame, speaker: known, via, elided: null } : frame;
  }

  private speakerOf(frame: Frame): Source | null {
    const { speaker } = frame;
    // "Figures published by the bank suggest otherwise. They show that": what shows something is no person who spoke before
    if (!speaker && frame.elided?.mention && !frame.elided.human && SHOWS.test(frame.cue.toLowerCase()))
      return this.spoken.slice(0, 2).find((source) => source.role === 'document') ?? null;
    if (!speaker)
      return frame.elided
        ? (this.acting(frame) ?? impliedBy(frame.elided, this.speaker, this.spoken, this.outlet))
        : null;
    if (speaker.role === 'outlet') return this.outletOf(speaker);
    const paper = paperMeant(speaker, this.media, this.spoken);
    if (paper) return paper;
    return this.antecedent(speaker) ?? this.shortened(speaker) ?? speaker;
  }

  /** «رفض فلان الاتهامات. وكتب في حسابه»: whoever acted in the sentence before, by the name he has been known by. */
  private acting({ actor, elided, implicit }: Frame): Source | null {
    if (!actor || implicit || !elided) return null;
    if (elided.mention) return fitsPronoun(actor, elided) ? (this.antecedent(actor) ?? actor) : null;
    if (elided.number !== 's') return null;
    const other = elided.gender === 'm' ? 'f' : 'm';
    if (actor.gender === other || (actor.gender === null && elided.gender === 'f' && actor.titles.length > 0))
      return null;
    const known = this.spoken.find((earlier) => earlier.named && lastWord(earlier.name) === lastWord(actor.name));
    return known ?? this.antecedent(actor) ?? actor;
  }

  /** "Meridian said", once "Meridian Wire" has carried something. */
  private shortened(source: Source): Source | null {
    if (source.role !== 'speaker' || source.anonymous || source.titles.length > 0) return null;
    const known = this.media.find((medium) => medium.role === 'outlet' && properName(medium.name) === source.name);
    if (known) return { ...source, role: 'outlet', type: known.type };
    const proper = this.outlet?.name.replace(/^(?:\p{Ll}+ )+/u, '');
    return proper?.startsWith(`${source.name} `) ? this.outlet : null;
  }

  /** «الوكالة», «الصحيفة الأميركية»: the outlet named last. */
  private outletOf(source: Source): Source {
    // «البرنامج», taken for a person's name until it carried something
    const bare = !source.name.includes(' ') && MEDIUM.test(source.head);
    if (source.role !== 'outlet' || (source.named && !bare) || !source.definite || this.media.length === 0)
      return source;
    if (!ARABIC.test(source.head)) return mediumMeant(source, this.media, this.spoken) ?? source;
    const kind = MEDIUM.exec(source.head)?.[1];
    // «الوكالة نفسها» is no site that was named in between
    const same = (medium: Source): boolean => !MEDIUM.test(medium.head) || MEDIUM.exec(medium.head)?.[1] === kind;
    return (kind ? this.media.find(same) : undefined) ?? this.outlet ?? source;
  }

  /** «الدبلوماسي الروسي» after «نائب وزير الخارجية، سيرغي ريابكوف»; «الممثل» after «ممثل عن …»; «الشخص» after «أحد المصادر». */
  private antecedent(source: Source): Source | null {
    // «المصدر الثالث» is one of a group, none of those who spoke before him
    if (source.named || ORDINAL.test(fold(source.name))) return null;
    const recent = this.spoken;
    if (source.same && source.role === 'speaker') return spokenSame(source, this.spoken, this.acted);
    if (source.office && source.anonymous) {
      const holder = recent.find((earlier) => earlier.named && earlier.office === source.office);
      if (holder) return holder;
    }
    if (!source.definite) return null;
    const doer = doerCalled(source, this.spoken, this.acted);
    if (doer) return doer;
    const same = recent.find(
      (earlier) =>
        earlier.head === source.head || (earlier.type !== 'institution' && earlier.titles.includes(source.head)),
    );
    if (same && (source.anonymous || source.type === 'person' || same.anonymous))
      return same.count !== source.count && source.count > 0 && !(source.count === 1 && source.number === 'p')
        ? null
        : same;
    const acted = this.acted.find((earlier) => earlier.named && earlier.titles.includes(source.head));
    if (acted) return acted;
    if (!isGenericPerson(source) && !isGenericEnglish(source.head)) return null;
    // «المصدر» is one who was called so, not a witness or an expert who spoke in between
    if (['شخص', 'مصدر', 'source', 'person', 'people'].includes(source.head))
      return (
        recent.find(
          (earlier) =>
            earlier.anonymous && LEAKING.has(earlier.head) && (source.number !== 's' || earlier.number === 's'),
        ) ?? null
      );
    if (source.number === 'p' && isGenericEnglish(source.head)) return null;
    return (
      recent.slice(0, 3).find((earlier) => earlier.type === 'person' && earlier.named && earlier.gender !== 'f') ?? null
    );
  }

  private inheritedOutlet(frame: Frame, speaker: Source): Source | null {
    // «لائحة الاتهام التي اطلعت عليها الوكالة …», then «اللائحة»
    // "a letter seen by the paper", and then "It says"
    if (speaker.role === 'document' && speaker.via && !frame.speaker) return speaker.via;
    if (speaker.role === 'document') return speaker.definite && !speaker.via ? this.carrierOfDocument(speaker) : null;
    if (speaker.role !== 'speaker' || !this.outlet) return null;
    const isNew = speaker.start === frame.speaker?.start && speaker.anonymous && !speaker.definite;
    if (isNew && ARABIC.test(speaker.head)) return this.carrierOfNew(speaker);
    const authors = AUTHORS.exec(fold(speaker.name))?.[1];
    const report = authors ? this.carriers.get(`#${authors}`) : undefined;
    if (report) return report;
    const read = this.spoken[0];
    if (read?.role === 'document' && speaker.anonymous && RESEARCH.test(speaker.head))
      return this.carriers.get(`#${read.head}`) ?? null;
    const carrier = this.carriers.get(lastWord(speaker.name));
    if (carrier) return frame.speaker && this.wrote.has(lastWord(speaker.name)) ? null : carrier;
    // "a treasury official" has not spoken before: what the last medium was told is none of his
    if (speaker.anonymous && LEAKING.has(speaker.head) && !NEWCOMER.test(speaker.name)) return this.outlet;
    return speaker.anonymous && REFERS_BACK.test(fold(speaker.name)) ? this.carrierOfLast() : null;
  }

  /** «نشرت مجلة «المدار» مقتطفات من تقرير. وجاء في التقرير …»: of a report, the medium named since anybody spoke. */
  private carrierOfDocument({ head }: Source): Source | null {
    const carrier = this.carriers.get(`#${head}`) ?? this.carriers.get(`#${SAME_PAPER.get(head) ?? head}`);
    if (!carrier && REPORTS.test(head)) return this.carrierOfReport();
    if (carrier || !/^(?:تقرير|تحقيق|مقال)$/.test(head)) return carrier ?? null;
    return this.mentioned && this.mentioned.start > (this.spoken[0]?.start ?? -1) ? this.mentioned : null;
  }

  /** "an investigation by the Post", and then "the report": of those the last, or of the medium named since anybody spoke. */
  private carrierOfReport(): Source | null {
    const told = this.spoken.find(({ role, head }) => role === 'document' && REPORTS.test(head));
    if (told) return this.carriers.get(`#${told.head}`) ?? null;
    if (this.speaker?.role === 'outlet') return this.speaker;
    return this.mentioned && this.mentioned.start > (this.spoken[0]?.start ?? -1) ? this.mentioned : null;
  }

  /** «مصدر مسؤول» met for the first time: the medium's own story goes on only behind it, or behind others who are unnamed there. */
  private carrierOfNew(speaker: Source): Source | null {
    if (REFERS_BACK.test(fold(speaker.name))) {
      // «أحد المصادر المقربة من …» where none have spoken since: those of the story the medium told
      const told = this.outlet?.start ?? 0;
      const group = this.spoken
        .slice(0, 6)
        .some(({ anonymous, head, start }) => anonymous && LEAKING.has(head) && start > told);
      return this.carrierOfLast() ?? (!group && LEAKING.has(speaker.head) ? this.outlet : null);
    }
    const last = this.spoken[0];
    if (!last || !this.outlet || !LEAKING.has(speaker.head)) return null;
    if (last.role === 'outlet') return this.outlet;
    return last.anonymous && this.carriers.get(lastWord(last.name)) === this.outlet ? this.outlet : null;
  }

  /** The outlet that carried the unnamed sources of whom one is taken up again, if they are among the last to speak. */
  private carrierOfLast(): Source | null {
    const group = this.spoken
      .slice(0, 4)
      .find((source) => source.anonymous && this.carriers.has(lastWord(source.name)));
    return group ? (this.carriers.get(lastWord(group.name)) ?? null) : null;
  }
}
