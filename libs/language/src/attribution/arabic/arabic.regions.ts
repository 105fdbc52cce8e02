import * as W from '../../token/word.entry.js';
import { type FoundFrame, verbFrame } from './arabic.frame.js';
import { participleFrame } from './arabic.participle.js';
import { at, has, isSpeech, partner, type SentenceView } from '../sentence.view.js';
import { type FoundHedge, type FoundOpener, hedgeAt, openerAt, openerFrame } from './arabic.opener.js';
import { venueAt } from './arabic.venue.js';
import { afterApposition, speakerAfter, subjectOnly } from './arabic.closer.js';
import {
  afterClause,
  beforeAdverbial,
  connectiveStart,
  isAside,
  isJoined,
  onlyConnectives,
  startsOwnAct,
} from './arabic.edge.js';
import { isPassive, isSomeSay } from './arabic.passive.js';
import { precedingSubject } from './arabic.preceding.js';
import { asCarrier, implicitFrame, merged } from '../frame.merge.js';
import { circumstanceFrame, documentFrame, endOfWords, remarkEnd } from './arabic.circumstance.js';
import { replyFrame } from './arabic.reply.js';
import { endsSubordinate, isSubordinate } from './arabic.subordinate.js';
import type { Frame, Region } from '../attribution.types.js';

const OWN_VOICE = /^(?:يبدو|يذكر|يشار)$/;

/** What the regions of one sentence are built with; `heard` says whether anybody has spoken before in the block. */
class ArabicReader {
  private readonly regions: Region[] = [];
  private frame: Frame | null = null;
  private opened: Frame | null = null;
  private regionFrom: number;
  private preface = true;
  /** The frame stands in a clause that only leads to the main one: «مع تقارير تشير إلى أن …، كان …». */
  private subordinate = false;

  constructor(
    private readonly view: SentenceView,
    private readonly heard: boolean,
  ) {
    this.regionFrom = view.from;
  }

  read(): Region[] {
    const { view } = this;
    let k = view.from;
    while (k < view.to) k = this.step(k);
    this.close(view.to);
    return this.opened ? this.regions.map((region) => this.underOpener(region)) : this.regions;
  }

  /** Handles the token at k and answers the next one to look at. */
  private step(k: number): number {
    const { view } = this;
    const token = view.tokens[k];
    if (!token) return k + 1;
    if (has(token, W.QUOTE_MARK)) return this.quotation(k);
    if (token.word.norm === ':' && this.frame === null) {
      const reply = replyFrame(view, this.regionFrom, k);
      if (reply) return this.takeReply(reply, k);
    }
    if (this.subordinate && this.frame && endsSubordinate(view, this.regionFrom, k)) {
      this.close(k);
      this.frame = null;
      this.subordinate = false;
      this.start(k + 1);
    }
    const turn = this.frame ? endOfWords(view, this.frame, k) : -1;
    if (turn > k) {
      this.close(k);
      this.frame = null;
      this.start(k + 1);
      return turn;
    }
    const remark = has(token, W.COMMA) && this.frame && !this.frame.hedge ? remarkEnd(view, k) : -1;
    if (remark > k) {
      this.close(k);
      this.start(remark);
      return remark;
    }
    if (token.kind !== 'word') return k + 1;
    const opener = this.couldOpen(k) ? (openerAt(view, k) ?? this.venue(k)) : null;
    if (opener) return this.takeOpener(opener);
    const document = this.frame === null ? documentFrame(view, k, this.regionFrom) : null;
    if (document) return this.takeFrame(document);
    const hedged = this.hedge(k);
    if (hedged >= 0) return hedged;
    if (token.word.report) {
      const circumstance = this.frame === null ? circumstanceFrame(view, k, this.regionFrom) : null;
      // what stands before it is a clause of its own
      if (circumstance) this.preface = false;
      const found =
        verbFrame(view, k, this.regionFrom, this.frame, this.frame ?? this.opened) ??
        circumstance ??
        participleFrame(view, k, this.frame ?? this.opened);
      if (found) return this.takeFrame(found);
      const closer = this.closingVerb(k);
      if (closer >= 0) return closer;
      if (this.frame !== null && startsOwnAct(view, k)) {
        this.close(k);
        this.frame = null;
      }
    }
    return k + 1;
  }

  /** Takes «يُعتقد أن» and the like at k; inside somebody's words they change nothing. Answers the next token, or -1. */
  private hedge(k: number): number {
    if (this.frame !== null && !this.frame.hedge) return this.hedgeInside(k, this.frame);
    const hedge = hedgeAt(this.view, k);
    // «البيان الذي يُنتظر أن يتضمن»: what it is like
    if (
      !hedge ||
      has(at(this.view, hedge.from - 1), W.RELATIVE) ||
      !isPassive(this.view, hedge.from, this.heard || this.frame !== null)
    )
      return -1;
    if (OWN_VOICE.test(this.view.tokens[hedge.from]?.word.stem ?? '')) return this.ownGuess(hedge);
    // «العلاقة التي …، تبيّن أنها …»: the subject stands in front, the clause is kept whole
    const some = isSomeSay(this.view, hedge.from);
    if (!some && k > this.regionFrom && precedingSubject(this.view, k, this.regionFrom)) {
      this.frame = hedge.frame;
      return hedge.content;
    }
    if (k > this.regionFrom) this.close(k, false, this.preface);
    this.frame = hedge.frame;
    this.start(hedge.content);
    return hedge.content;
  }

  /** «يبدو أن», «يُذكر أن»: so it seems to whoever writes, or is known to him; nobody has told it. */
  private ownGuess(hedge: FoundHedge): number {
    if (onlyConnectives(this.view, this.regionFrom, hedge.from)) this.start(hedge.content);
    return hedge.content;
  }

  /** «ذكرت القناة أن الرجل مريض، حيث يُزعم أن الأطباء لازموه»: the channel goes on, at a greater distance. */
  private hedgeInside(k: number, frame: Frame): number {
    const { view } = this;
    const raw = view.tokens[k]?.word.raw ?? '';
    if (!/^[وف]?\u064e?ي\u064f/u.test(raw)) return -1;
    const from = connectiveStart(view, this.regionFrom, k);
    const hedge = has(at(view, from - 1), W.COMMA) ? hedgeAt(view, k) : null;
    if (!hedge) return -1;
    this.close(from);
    this.frame = { ...frame, cue: hedge.frame.cue, stance: hedge.frame.stance, at: hedge.frame.at };
    this.start(hedge.content);
    return hedge.content;
  }

  private venue(k: number): FoundOpener | null {
    const opens = this.frame === null && !this.opened && onlyConnectives(this.view, this.view.from, k);
    return opens ? venueAt(this.view, k) : null;
  }

  private couldOpen(k: number): boolean {
    const before = at(this.view, k - 1);
    return !has(before, W.PREPOSITION) || before?.word.stem === 'من';
  }

  private start(from: number): void {
    this.regionFrom = from;
    this.preface = false;
  }

  private close(to: number, quoted = false, preface = false): void {
    if (to > this.regionFrom) this.regions.push({ from: this.regionFrom, to, frame: this.frame, quoted, preface });
    this.regionFrom = to;
  }

  private takeOpener(found: FoundOpener): number {
    const { view } = this;
    const isFirst =
      onlyConnectives(view, this.regionFrom, found.from) && (this.frame === null || this.regions.length > 0);
    let next = found.next;
    if (isFirst && this.regions.length === 0) {
      // «بحسب صحيفة …، نقلا عن موظفين، فإن»: the second is whom the first cites
      const opener = openerFrame(view, found);
      this.opened = this.opened ? merged(opener, asCarrier(this.opened)) : opener;
      while (has(at(view, next), W.COMMA)) next += 1;
      const resumed = at(view, next);
      if (resumed?.word.conjunction === 'ف' && has(resumed, W.COMPLEMENTISER)) next += 1;
      this.start(next);
      return next;
    }
    this.close(found.from);
    this.applyCloser(openerFrame(view, found));
    this.start(next);
    return next;
  }

  /** A closing «وفقًا لـ…» reaches back over everything in the sentence that has no carrier of its own. */
  private applyCloser(closer: Frame): void {
    for (let k = this.regions.length - 1; k >= 0; k -= 1) {
      const region = this.regions[k];
      if (region) this.regions[k] = { ...region, preface: false, frame: merged(region.frame, closer) };
    }
    this.frame = merged(this.frame, closer);
  }

  private takeReply(frame: Frame, colon: number): number {
    const end = partner(this.view, colon + 1);
    this.close(colon, false, true);
    this.frame = frame;
    this.start(colon + 2);
    this.close(end, true);
    this.frame = null;
    this.start(end + 1);
    return end + 1;
  }

  private takeFrame(found: FoundFrame): number {
    const { view } = this;
    this.subordinate = this.frame === null && isSubordinate(view, this.regionFrom, found.from);
    const asAside = isAside(view, found.from);
    if (found.takesBefore) this.leave(found);
    else {
      const from = connectiveStart(view, this.regionFrom, found.from);
      if (asAside && this.frame === null) {
        this.frame = found.frame;
        this.close(from);
      } else if (afterClause(view, this.regionFrom, from) > 0) this.close(afterClause(view, this.regionFrom, from));
      else
        this.close(
          beforeAdverbial(view, this.regionFrom, from),
          false,
          this.preface && !isJoined(view, this.regionFrom, from),
        );
    }
    this.frame = found.frame;
    this.start(found.content);
    if (found.quote < 0) return found.content;
    const end = partner(view, found.quote);
    this.close(end, true);
    this.start(end + 1);
    return end + 1;
  }

  /** «لم يصدر تعليق، إلا أن مصدرًا أوضح أن»: the subject stands in the last clause; those before it are told by the article. */
  private leave({ before, from }: FoundFrame): void {
    const { view } = this;
    let end = before ?? from;
    while (end > this.regionFrom && /^(?:ان|الا|غير|بيد)$/.test(at(view, end - 1)?.word.norm ?? '')) end -= 1;
    if (end - this.regionFrom >= 4 && has(at(view, end - 1), W.COMMA)) this.close(end);
    this.regionFrom = from;
  }

  /** A whole spoken quotation that no cue introduces: what follows may name its speaker, else it goes on for the last one. */
  private quotation(k: number): number {
    const { view } = this;
    const end = partner(view, k);
    if (end <= k) return k + 1;
    if (k !== this.regionFrom && !(end - k > 14 && isSpeech(view, k))) return end + 1;
    if (!isSpeech(view, k)) return end + 1;
    const closes = speakerAfter(view, end + 1);
    if (k === this.regionFrom && !closes && end + 2 < view.to && this.frame === null) return end + 1;
    if (k > this.regionFrom) this.close(k);
    if (closes) this.frame = closes.frame;
    else if (this.frame === null && !this.opened) this.frame = implicitFrame(view.tokens[k]);
    this.start(k + 1);
    this.close(end, true);
    const next = closes ? afterApposition(view, closes.next) : end + 1;
    this.start(next);
    return next;
  }

  /** «…، كما قال فلان.» and «…، يقول فلان.» behind a clause of the sentence. Answers the next token, or -1. */
  private closingVerb(k: number): number {
    const { view } = this;
    const before = at(view, k - 1);
    const asSaid = before?.word.norm === 'كما' || before?.word.norm === 'حسبما' || before?.word.norm === 'وفقما';
    const comma = asSaid ? has(at(view, k - 2), W.COMMA | W.QUOTE_MARK) : has(before, W.COMMA);
    if (!comma || this.regionFrom >= k - 1 || view.tokens[k]?.word.conjunction) return -1;
    if (
      !asSaid &&
      !/^(يقول|تقول|قال|قالت|يضيف|تضيف|يوضح|توضح|يوكد|توكد|يشرح|يتابع)$/.test(view.tokens[k]?.word.norm ?? '')
    )
      return -1;
    const found = subjectOnly(view, k);
    if (!found || !(found.frame.speaker || (asSaid && /ن[يا]$/.test(view.tokens[k]?.word.stem ?? '')))) return -1;
    this.close(asSaid ? k - 1 : k);
    this.applyCloser(found.frame);
    const next = afterApposition(view, found.next);
    this.start(next);
    return next;
  }

  private underOpener(region: Region): Region {
    const opened = this.opened;
    if (!opened || region.preface) return opened ? { ...region, frame: region.frame ?? opened } : region;
    return { ...region, frame: region.frame ? merged(region.frame, opened) : opened };
  }
}

/** The regions of an Arabic sentence, in order. */
export function arabicRegions(view: SentenceView, heard: boolean): Region[] {
  return new ArabicReader(view, heard).read();
}
