import { fold } from '../normal/normal.fold.js';
import { isGenericPerson } from './arabic/arabic.source.js';
import { isGenericEnglish } from './english/english.source.js';
import { doerCalled, fitsPronoun, impliedBy, spokenSame, unresolved, womanBy } from './discourse.pronoun.js';
import { mediumCalled, mediumMeant, paperMeant } from './discourse.medium.js';
import {
  LEAKING,
  MEDIUM,
  ARABIC,
  ORDINAL,
  SHOWS,
  WROTE,
  REPORTS,
  properName,
  lastWord,
  isCalling,
} from './discourse.words.js';
import { carryBack, keepTheStory, linkOf, nameTheUnnamed } from './discourse.hindsight.js';
import { Story } from './discourse.story.js';
import type { Attribution, AttributionLink, Frame, Named, Piece, Source } from './attribution.types.js';

const NOTHING: Named = { media: [], pieces: [], people: [] };

/**
 * Who has spoken so far in this article (or in this block, for attributionAt). Turns the frames of one sentence after another into
 * attributions: fills in subjects that the verb only implies, general nouns («المسؤول»), and the outlet that carried the speaker before.
 */
export class Discourse {
  private speaker: Source | null = null;
  private readonly story = new Story();
  /** Those who did something in the article's own voice before the next report; the last one stands first. */
  private readonly acted: Source[] = [];
  /** Who did something since anybody spoke: "Thrale resigned on Monday", and in the next paragraph "he said". */
  private doer: Source | null = null;
  /** Whoever spoke last stands first. */
  private readonly spoken: Source[] = [];

  get heard(): boolean {
    return this.speaker !== null;
  }

  /** Attributions of frames in the order of the text; what a later frame makes clear about an earlier one is filled in at the end. */
  resolveAll(frames: readonly Frame[], named: Named = NOTHING): Map<Frame, Attribution> {
    let [medium, piece, doer] = [0, 0, 0];
    const answers = frames.map((frame) => {
      for (; (named.media[medium]?.start ?? Infinity) < frame.at; medium += 1)
        this.story.mention(named.media[medium] as Source);
      for (; (named.pieces[piece]?.start ?? Infinity) < frame.at; piece += 1) this.name(named.pieces[piece] as Piece);
      this.doer = null;
      for (; (named.people[doer]?.start ?? Infinity) < frame.at; doer += 1) this.doer = named.people[doer] as Source;
      return this.resolve(frame);
    });
    nameTheUnnamed(frames, answers);
    carryBack(frames, answers);
    keepTheStory(frames, answers);
    return new Map(frames.map((frame, index) => [frame, answers[index] as Attribution]));
  }

  /** «مقال للكاتبة …»: «الكاتبة» is she from here on. */
  private name(piece: Piece): void {
    this.story.name(piece);
    if (piece.writer) this.acted.unshift(piece.writer);
  }

  private resolve(read: Frame): Attribution {
    const frame = this.withOwnLam(read);
    if (frame.actor) this.acted.unshift(frame.actor);
    if (this.acted.length > 10) this.acted.pop();
    const links: AttributionLink[] = [];
    const speaker = this.called(frame, womanBy(frame.cue, frame.hedge ? frame.speaker : this.speakerOf(frame)));
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
        ? this.story.ofReport(this.spoken)
        : speaker && !carrier && !frame.hedge && (toldOn || via.length === 0)
          ? this.story.inherited(frame, toldOn ?? speaker, this.spoken)
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

  /** "She writes": a name does not show whose it is, the pronoun that stands for it does, from then on. */
  private called({ elided }: Frame, speaker: Source | null): Source | null {
    const gender = elided?.mention ? elided.gender : null;
    if (!gender || speaker?.type !== 'person' || speaker.gender !== null) return speaker;
    this.spoken.forEach((source, n) => {
      if (source.name === speaker.name) this.spoken[n] = { ...source, gender };
    });
    return { ...speaker, gender };
  }

  private remember(speaker: Source | null, outlet: Source | null, wrote: boolean | null): void {
    this.story.remember(speaker, outlet, wrote);
    this.speaker = speaker ?? outlet ?? this.speaker;
    if (!speaker) return;
    this.spoken.unshift(speaker);
    if (this.spoken.length > 40) this.spoken.pop();
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
        ? (this.acting(frame) ?? impliedBy(frame.elided, this.speaker, this.spoken, this.story.outlet))
        : null;
    if (speaker.role === 'outlet') return this.outletOf(speaker);
    const paper = paperMeant(speaker, this.story.media, this.spoken);
    if (paper) return paper;
    return this.antecedent(speaker) ?? this.shortened(speaker) ?? speaker;
  }

  /** «رفض فلان الاتهامات. وكتب في حسابه»: whoever acted in the sentence before, by the name he has been known by. */
  private acting({ actor: near, elided, implicit }: Frame): Source | null {
    const actor = near ?? (elided?.mention && elided.human ? this.doer : null);
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
    const known = this.story.media.find(
      (medium) => medium.role === 'outlet' && properName(medium.name) === source.name,
    );
    if (known) return { ...source, role: 'outlet', type: known.type };
    const proper = this.story.outlet?.name.replace(/^(?:\p{Ll}+ )+/u, '');
    return proper?.startsWith(`${source.name} `) ? this.story.outlet : null;
  }

  /** «الوكالة», «الصحيفة الأميركية»: the outlet named last. */
  private outletOf(source: Source): Source {
    // «البرنامج», taken for a person's name until it carried something
    const bare = !source.name.includes(' ') && MEDIUM.test(source.head);
    const written = source.role === 'outlet' ? this.story.writtenIn(source) : null;
    if (written) return written;
    if (source.role !== 'outlet' || (source.named && !bare) || !source.definite || this.story.media.length === 0)
      return source;
    if (!ARABIC.test(source.head)) return mediumMeant(source, this.story.media, this.spoken) ?? source;
    return mediumCalled(source, this.story.media) ?? this.story.outlet ?? source;
  }

  /** «الدبلوماسي الروسي» after «نائب وزير الخارجية، سيرغي ريابكوف»; «الممثل» after «ممثل عن …»; «الشخص» after «أحد المصادر». */
  private antecedent(source: Source): Source | null {
    // «المصدر الثالث» is one of a group, none of those who spoke before him
    if ((source.named && !isCalling(source)) || ORDINAL.test(fold(source.name))) return null;
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
}
