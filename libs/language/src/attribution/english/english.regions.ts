import type { EnglishVerb } from '../../token/english.words.js';
import * as W from '../../token/word.flags.js';
import {
  behindAddition,
  circumstanceEnd,
  clauseEnd,
  followsColon,
  followsOn,
  goesOn,
  hasContent,
  isNoun,
  isSpoken,
  mayInvert,
  ownSubject,
  splits,
  staysInside,
  untilMark,
  withholds,
} from './english.edge.js';
import { isWritten, saysNothing } from './english.unsaid.js';
import { venueBefore } from './english.venue.js';
import { complementAfter, MEANWHILE } from './english.complement.js';
import { type Complement, shownAfter } from './english.object.js';
import { frameOf } from './english.frame.js';
import { behindLabel } from './english.label.js';
import { hedgeAt, isWithinSubject, openerAt } from './english.opener.js';
import { citedWithin, citingBetween, quotedAs, type Relay } from './english.relay.js';
import { groupStart, verbAt } from './english.group.js';
import { type Subject, pronounAt, subjectAfter, subjectBefore } from './english.subject.js';
import { cited, implicitFrame, merged, openerFrame } from '../frame.merge.js';
import { at, has, partner, type SentenceView } from '../sentence.view.js';
import type { Frame, Region, Source } from '../attribution.types.js';

/** Reads one English sentence from left to right into regions; mirrors ArabicReader. */
class EnglishReader {
  private readonly regions: Region[] = [];
  private frame: Frame | null = null;
  private opened: Frame | null = null;
  private regionFrom: number;

  constructor(private readonly view: SentenceView) {
    this.regionFrom = view.from;
  }

  read(): Region[] {
    const { view } = this;
    let k = view.from;
    while (k < view.to) k = Math.max(this.step(k), k + 1);
    this.close(view.to);
    const { opened } = this;
    return opened ? this.regions.map((region) => ({ ...region, frame: merged(region.frame, opened) })) : this.regions;
  }

  private step(k: number): number {
    const { view } = this;
    const token = view.tokens[k];
    if (!token) return k + 1;
    if (has(token, W.QUOTE_MARK)) return this.quotation(k);
    if (token.kind !== 'word') return k + 1;
    if (this.frame && withholds(view, k)) {
      this.close(k);
      this.frame = null;
      return k + 1;
    }
    const relay = this.frame ? null : citingBetween(view, k, this.regionFrom);
    if (relay) return this.relayed(k, relay);
    const opener = openerAt(view, k);
    if (opener && isWithinSubject(view, opener)) return opener.next;
    if (opener) {
      const named = citedWithin(view, opener.from + 2, opener.next) ?? opener.source;
      return this.takeOpener(named, opener.cue, opener.from, opener.next);
    }
    const hedged = this.hedge(k);
    if (hedged > 0) return hedged;
    const passedOn = quotedAs(view, k, this.regionFrom);
    if (passedOn) return this.relayed(k, passedOn);
    const verb = verbAt(view, k);
    if (!verb || isNoun(view, k, verb)) return k + 1;
    return verb.form === 'ing' ? this.participle(k, verb) : this.finite(k, verb);
  }

  private close(to: number, quoted = false): void {
    if (to > this.regionFrom)
      this.regions.push({ from: this.regionFrom, to, frame: this.frame, quoted, preface: false });
    this.regionFrom = to;
    if (this.frame?.hedge) this.frame = null;
  }

  private takeOpener(source: Source, cue: string, from: number, end: number): number {
    const { view } = this;
    const frame = openerFrame(source, cue, view.tokens[from]?.start ?? 0);
    let next = end;
    const first = this.regions.length === 0 && from - this.regionFrom <= 1;
    while (has(at(view, next), W.COMMA)) next += 1;
    if (first) {
      this.opened = frame;
      this.regionFrom = next;
      return next;
    }
    // "The rebels, according to a panel, bought nine tanks": the clause stays whole
    if (this.frame === null && splits(view, this.regionFrom, from, next)) {
      this.frame = frame;
      return next;
    }
    this.close(from);
    this.apply(frame);
    this.regionFrom = behindAddition(view, next);
    return this.regionFrom;
  }

  /** A closing cue covers all that the sentence has said so far. */
  private apply(closer: Frame): void {
    for (let n = 0; n < this.regions.length; n += 1) {
      const region = this.regions[n];
      if (region) this.regions[n] = { ...region, frame: cited(region.frame, closer) };
    }
    this.frame = cited(this.frame, closer);
  }

  private hedge(k: number): number {
    if (this.frame) return -1;
    const found = hedgeAt(this.view, k);
    if (!found) return -1;
    if (found.leads) {
      this.close(found.from);
      this.frame = found.frame;
      this.regionFrom = found.next;
    } else this.frame = found.frame;
    return found.next;
  }

  /** What one has said to another who passes it on: "The site quoted an aide as saying that …". */
  private relayed(k: number, relay: Relay): number {
    const { view } = this;
    const found = complementAfter(view, relay.verbAt, { ...relay.verb, bare: true });
    if (!found) return k + 1;
    const { speaker, elided, cue } = relay;
    // "he was quoted as saying by the agency"
    const via = relay.via.length === 0 && found.outlet ? [found.outlet] : relay.via;
    const frame = { ...frameOf(view, relay.verbAt, relay.verb, speaker, elided, via), cue };
    if (found.closes && !hasContent(view, this.regionFrom, relay.from, this.regions.length > 0)) return k + 1;
    this.close(relay.from);
    if (!found.closes) return this.take(frame, found.content, found.quote);
    this.apply(frame);
    this.regionFrom = found.next;
    return found.next;
  }

  private finite(k: number, verb: EnglishVerb): number {
    const { view } = this;
    const subject = subjectBefore(view, k, this.regionFrom);
    const found = complementAfter(view, k, verb) ?? shownAfter(view, k, verb, subject?.source ?? null);
    if (!subject)
      return found && !found.closes && goesOn(view, k, this.regionFrom, this.frame)
        ? this.again(k, verb, found)
        : this.inverted(k, verb);
    if (!found || staysInside(this.frame, subject, found, this.regionFrom)) return k + 1;
    const isSaid = hasContent(view, this.regionFrom, subject.from, this.regions.length > 0);
    if (saysNothing(view, { k, verb, subject, found, isSaid })) return k + 1;
    const via = found.outlet ? [found.outlet] : [];
    const relayed = found.cited && subject.source?.role === 'outlet';
    const frame = relayed
      ? frameOf(view, k, verb, found.cited, null, [subject.source, ...via])
      : frameOf(view, k, verb, subject.source, subject.elided, via);
    if (found.closes) return this.closes(subject, found, frame, isSaid);
    if (this.frame?.implicit) this.apply(frame);
    const outlet = this.dropVenue(subject.from);
    const linked = /^(although|though|while|whereas|as)$/.test(at(view, subject.from - 1)?.word.norm ?? '');
    this.close(linked && subject.from - 1 > this.regionFrom ? subject.from - 1 : subject.from);
    const next = this.take(
      outlet && via.length === 0 ? { ...frame, via: [...frame.via, outlet] } : frame,
      found.content,
      found.quote,
    );
    if (found.until === undefined) return next;
    this.close(found.until);
    this.regionFrom = untilMark(view, found.until);
    return this.regionFrom;
  }

  /** What was said stands before its verb: "…," the judge told Keller. */
  private closes(subject: Subject, found: Complement, frame: Frame, isSaid: boolean): number {
    if (subject.asRemark && this.regions.length === 0 && subject.from - this.regionFrom <= 2) {
      this.opened = frame;
      this.regionFrom = found.next;
      return found.next;
    }
    const inside = has(at(this.view, found.next), W.COMMA) && clauseEnd(this.view, this.regionFrom, subject.from) > 0;
    if (!isSaid || inside) return this.interposed(subject.from, found.next, frame);
    this.close(subject.asRemark ? subject.from - 1 : subject.from);
    this.apply(frame);
    this.regionFrom = this.ended() ? circumstanceEnd(this.view, found.next) : found.next;
    if (this.regionFrom > found.next) return this.regionFrom;
    // "…," the judge told Keller as he sentenced him; "…, a tally suggests, though no link has been proved"
    const [close, behind] = [found.next, found.next + 1].map((n) => at(this.view, n)?.word.norm ?? '');
    if (MEANWHILE.test(close ?? '') || /^(?:though|although)$/.test(behind ?? '')) this.frame = null;
    return found.next;
  }

  /** What was said last stands in quotation marks. */
  private ended(): boolean {
    return this.regions[this.regions.length - 1]?.quoted === true;
  }

  private again(k: number, verb: EnglishVerb, found: Complement): number {
    const governing = this.frame;
    const own = governing ? governing.speaker : ownSubject(this.view, this.regionFrom);
    if (!governing && !own) return k + 1;
    const via = found.outlet ? [found.outlet] : (governing?.via ?? []);
    const frame = frameOf(this.view, k, verb, own, governing?.elided ?? null, via);
    this.close(groupStart(this.view, k) - 1);
    return this.take(frame, found.content, found.quote);
  }

  /** "The bank, analysts say, will raise rates": the remark stands inside the clause, which stays whole. */
  private interposed(from: number, next: number, frame: Frame): number {
    const { view } = this;
    const inside = has(at(view, from - 1), W.COMMA) && has(at(view, next), W.COMMA) && from - 1 > this.regionFrom;
    if (!inside || this.frame !== null) return next;
    const joiner = clauseEnd(view, this.regionFrom, from);
    if (joiner > 0) {
      this.close(joiner - 1);
      this.regionFrom = joiner + 1;
    }
    this.frame = frame;
    return next;
  }

  /** "In an interview with the Financial Times, …": where it was said is no claim; its outlet carried the words. */
  private dropVenue(subject: number): Source | null {
    const venue = venueBefore(this.view, this.regionFrom, subject);
    if (!venue) return null;
    this.regionFrom = subject;
    return venue.outlet;
  }

  private take(frame: Frame, content: number, quote: number): number {
    const { view } = this;
    this.frame = frame;
    this.regionFrom = content;
    if (quote < 0) return content;
    const end = partner(view, quote);
    this.close(end, true);
    this.regionFrom = end + 1;
    return end + 1;
  }

  /** “…,” said John Smith. */
  private inverted(k: number, verb: EnglishVerb): number {
    const { view } = this;
    if (!mayInvert(view, k, verb) || !hasContent(view, this.regionFrom, k, this.regions.length > 0)) return k + 1;
    const after = subjectAfter(view, k);
    if (!after || (verb.lemma === 'read' && !isWritten(after.source))) return k + 1;
    const frame = frameOf(view, k, verb, after.source, null, []);
    this.close(k);
    this.apply(frame);
    this.regionFrom = this.ended() ? circumstanceEnd(view, after.next) : after.next;
    return this.regionFrom;
  }

  /** ", adding that …", ", saying …": goes on with the speaker, or with the subject of the clause it hangs on. */
  private participle(k: number, verb: EnglishVerb): number {
    const { view } = this;
    if (!followsOn(view, k)) return k + 1;
    const found = complementAfter(view, k, {
      ...verb,
      bare: verb.bare || verb.lemma === 'note' || verb.lemma === 'add',
    });
    if (!found || found.closes) return k + 1;
    const governing = this.frame ?? this.opened;
    const speaker = governing ? governing.speaker : ownSubject(this.view, this.regionFrom);
    const elided = governing ? governing.elided : speaker ? null : pronounAt(view, this.regionFrom);
    if (!governing && !speaker && !elided) return k + 1;
    // ", telling LBCI that …"
    const via = found.outlet ? [found.outlet] : (governing?.via ?? []);
    const frame = frameOf(view, k, verb, speaker, elided, via);
    // "while acknowledging that"
    this.close(at(view, k - 1)?.kind === 'word' && !has(at(view, k - 1), W.ADVERB) ? k - 1 : k);
    return this.take(frame, found.content, found.quote);
  }

  private quotation(k: number): number {
    const { view } = this;
    const end = partner(view, k);
    if (end <= k) return k + 1;
    if (followsColon(view, k, end, this.frame)) this.close(k - 1);
    if (!isSpoken(view, k, end, this.regionFrom)) return end + 1;
    if (this.frame === null && !this.opened) this.frame = implicitFrame(view.tokens[k]);
    this.regionFrom = k + 1;
    this.close(end, true);
    this.regionFrom = end + 1;
    return end + 1;
  }
}

/** The regions of an English sentence, in order. */
export function englishRegions(view: SentenceView): Region[] {
  return new EnglishReader(behindLabel(view)).read();
}
