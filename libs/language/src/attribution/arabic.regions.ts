import { foldedSet, words } from '../lexicon/lexicon.load.js';
import * as W from '../token/word.entry.js';
import { type FoundFrame, participleFrame, verbFrame } from './arabic.frame.js';
import { at, has, isSpeech, partner, type SentenceView } from './sentence.view.js';
import { type FoundOpener, hedgeAt, openerAt, openerFrame } from './arabic.opener.js';
import { appositionEnd } from './arabic.name.js';
import { precedingSubject, readSubject } from './arabic.subject.js';
import { asCarrier, implicitFrame, merged } from './frame.merge.js';
import type { Frame, Region } from './attribution.types.js';

const alwaysPassive = foldedSet(words.alwaysPassive);

/** What the regions of one sentence are built with; `heard` says whether anybody has spoken before in the block. */
class ArabicReader {
  private readonly regions: Region[] = [];
  private frame: Frame | null = null;
  private opened: Frame | null = null;
  private regionFrom: number;
  private preface = true;

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
    if (token.kind !== 'word') return k + 1;
    const opener = this.couldOpen(k) ? openerAt(view, k) : null;
    if (opener) return this.takeOpener(opener);
    const hedged = this.hedge(k);
    if (hedged >= 0) return hedged;
    if (token.word.report) {
      const found = verbFrame(view, k, this.regionFrom) ?? participleFrame(view, k, this.frame ?? this.opened);
      if (found) return this.takeFrame(found);
      const closer = this.closingVerb(k);
      if (closer >= 0) return closer;
      if (this.startsOwnAct(k)) {
        this.close(k);
        this.frame = null;
      }
    }
    return k + 1;
  }

  /** Takes «يُعتقد أن» and the like at k; inside somebody's words they change nothing. Answers the next token, or -1. */
  private hedge(k: number): number {
    if (this.frame !== null && !this.frame.hedge) return -1;
    const hedge = hedgeAt(this.view, k);
    if (!hedge || !this.isPassive(hedge.from)) return -1;
    // «العلاقة التي …، تبيّن أنها …»: the subject stands in front, the clause is kept whole
    if (k > this.regionFrom && precedingSubject(this.view, k, this.regionFrom)) {
      this.frame = hedge.frame;
      return hedge.content;
    }
    if (k > this.regionFrom) this.close(k, false, this.preface);
    this.frame = hedge.frame;
    this.start(hedge.content);
    return hedge.content;
  }

  /** «… ، ويطالب نواب بعرض العقد»: another speech act with its own subject ends the frame before it. */
  private startsOwnAct(k: number): boolean {
    const { view } = this;
    const word = view.tokens[k]?.word;
    const meanwhile = /^(فيما|بينما)$/.test(at(view, k - 1)?.word.norm ?? '');
    if (!(word?.conjunction || meanwhile) || !word?.report || word.report.tense === 'participle' || this.frame === null)
      return false;
    // «ونقلوا رئيس النظام»: carried, not told
    if (/^(نقل|نشر|سلّم|كشف|رصد|كتب)$/.test(word.report.verb.past)) return false;
    const next = at(view, k + 1);
    return (
      has(at(view, meanwhile ? k - 2 : k - 1), W.COMMA) &&
      has(next, W.DEFINITE | W.ROLE | W.ANONYMOUS | W.COUNTRY | W.INSTITUTION) &&
      !has(next, W.PREPOSITION)
    );
  }

  private couldOpen(k: number): boolean {
    const before = at(this.view, k - 1);
    return !has(before, W.PREPOSITION) || before?.word.stem === 'من';
  }

  /** Without vowel signs «يعتقد أن» may be somebody's belief: only when nobody has spoken is it nobody's. */
  private isPassive(k: number): boolean {
    const word = this.view.tokens[k]?.word;
    if (!word) return false;
    const damma = word.raw.indexOf('\u064f');
    if ((damma > 0 && damma <= 2) || alwaysPassive.has(word.stem) || word.norm === 'من' || word.norm === 'هناك')
      return true;
    return !this.heard && !this.frame && /^(يعتقد|يرجح|يزعم|يظن|يعتبر|يذكر)$/.test(word.stem);
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
      this.onlyConnectives(this.regionFrom, found.from) && (this.frame === null || this.regions.length > 0);
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

  private takeFrame(found: FoundFrame): number {
    const { view } = this;
    const asAside = this.isAside(found);
    if (found.takesBefore) this.regionFrom = found.from;
    else {
      const from = this.connectiveStart(found.from);
      if (asAside && this.frame === null) {
        this.frame = found.frame;
        this.close(from);
      } else this.close(this.beforeAdverbial(from), false, this.preface);
    }
    this.frame = found.frame;
    this.start(found.content);
    if (found.quote < 0) return found.content;
    const end = partner(view, found.quote);
    this.close(end, true);
    this.start(end + 1);
    return end + 1;
  }

  /** «X، كما يلاحظ فلان، أن Y»: the remark covers what it follows as well. */
  private isAside(found: FoundFrame): boolean {
    const before = at(this.view, found.from - 1);
    const form = this.view.tokens[found.from]?.word.report;
    return (
      before?.word.norm === 'كما' &&
      form?.tense === 'present' &&
      has(at(this.view, found.from - 2), W.COMMA | W.QUOTE_MARK)
    );
  }

  /** «…، بعد هذا التقرير، زعموا أن»: a short adverbial between two commas belongs to the cue behind it. */
  private beforeAdverbial(cue: number): number {
    const { view } = this;
    let k = cue - 1;
    if (!has(at(view, k), W.COMMA)) return cue;
    for (k -= 1; k > this.regionFrom && cue - k < 9; k -= 1) {
      if (has(view.tokens[k], W.FINITE | W.QUOTE_MARK)) return cue;
      if (has(view.tokens[k], W.COMMA)) return has(view.tokens[k + 1], W.PREPOSITION) ? k : cue;
    }
    return cue;
  }

  private connectiveStart(cue: number): number {
    let k = cue;
    while (
      k > this.regionFrom &&
      /^(كما|وقد|قد|لقد|فيما|حيث|اذ|بينما|لم|لن|لا|لكنه|لكنها|لكنهم|ولكنه|ولكنها|ثم|غير|الا|بيد|انه|انها|انهم|وهو|وهي|هو|هي|الذي|التي|الوقت)$/.test(
        at(this.view, k - 1)?.word.norm ?? '',
      )
    )
      k -= 1;
    return this.beforeMeanwhile(k);
  }

  /** «…، في الوقت الذي كان يؤكد أن»: the words that lead to the next cue belong to no clause before it. */
  private beforeMeanwhile(cue: number): number {
    const words = [4, 3, 2].map(
      (count) =>
        [
          count,
          this.view.tokens
            .slice(Math.max(this.regionFrom, cue - count), cue)
            .map((token) => token.word.norm)
            .join(' '),
        ] as const,
    );
    const found = words.find(([, text]) =>
      /^(?:في الوقت الذي كانت?|في الوقت الذي|في وقت كانت?|في وقت|في حين كانت?|في حين)$/.test(text),
    );
    return found ? cue - found[0] : cue;
  }

  private onlyConnectives(from: number, to: number): boolean {
    for (let k = from; k < to; k += 1) {
      const token = this.view.tokens[k];
      if (
        token &&
        token.kind === 'word' &&
        !has(token, W.ADVERB) &&
        !/^(كما|لكن|ولكن|و|اما|ايضا|فيما|بينما|وقد)$/.test(token.word.norm)
      )
        return false;
    }
    return true;
  }

  /** A whole spoken quotation that no cue introduces: what follows may name its speaker, else it goes on for the last one. */
  private quotation(k: number): number {
    const { view } = this;
    const end = partner(view, k);
    if (end <= k) return k + 1;
    if (k !== this.regionFrom && !(end - k > 14 && isSpeech(view, k))) return end + 1;
    if (!isSpeech(view, k)) return end + 1;
    const closes = this.speakerAfter(end + 1);
    if (k === this.regionFrom && !closes && end + 2 < view.to && this.frame === null) return end + 1;
    if (k > this.regionFrom) this.close(k);
    if (closes) this.frame = closes.frame;
    else if (this.frame === null && !this.opened) this.frame = implicitFrame(view.tokens[k]);
    this.start(k + 1);
    this.close(end, true);
    const next = closes ? this.afterApposition(closes.next) : end + 1;
    this.start(next);
    return next;
  }

  /** «“…”، قال فلان» and «“…” يقول فلان». */
  private speakerAfter(from: number): { frame: Frame; next: number } | null {
    const { view } = this;
    let k = from;
    while (
      k < view.to &&
      (has(view.tokens[k], W.COMMA) || /^(هكذا|كما|بحسب ما)$/.test(view.tokens[k]?.word.norm ?? ''))
    )
      k += 1;
    const form = view.tokens[k]?.word.report;
    if (!form || form.tense === 'participle') return null;
    return this.subjectOnly(k);
  }

  private subjectOnly(cue: number): { frame: Frame; next: number } | null {
    const { view } = this;
    const form = view.tokens[cue]?.word.report;
    if (!form) return null;
    let next = cue + 1;
    while (
      next < view.to &&
      next - cue < 18 &&
      !has(view.tokens[next], W.COMMA | W.SENTENCE_END | W.COMPLEMENTISER) &&
      view.tokens[next]?.word.norm !== ':'
    )
      next += 1;
    if (has(view.tokens[next], W.COMPLEMENTISER) || view.tokens[next]?.word.norm === ':') return null;
    next = Math.max(next, appositionEnd(view.tokens, cue + 1, next, view.to));
    const { speaker, via } = readSubject(view, cue + 1, next);
    const token = view.tokens[cue];
    if (!token || (!speaker && !form.verb.continues && next > cue + 1)) return null;
    const frame: Frame = {
      cue: token.word.conjunction
        ? view.text.slice(token.start + 1, token.end)
        : view.text.slice(token.start, token.end),
      stance: form.verb.stance,
      negated: false,
      speaker,
      via,
      elided: speaker ? null : { gender: form.gender, number: form.number },
      hedge: false,
      implicit: false,
      at: token.start,
    };
    return { frame, next };
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
    const found = this.subjectOnly(k);
    if (!found?.frame.speaker) return -1;
    this.close(asSaid ? k - 1 : k);
    this.applyCloser(found.frame);
    const next = this.afterApposition(found.next);
    this.start(next);
    return next;
  }

  /** «…، قال أبو محمد، وهو مزارع من القرية»: who the speaker is, not what he said. */
  private afterApposition(from: number): number {
    const { view } = this;
    if (!has(at(view, from), W.COMMA)) return from;
    if (!/^(وهو|وهي|وهم|الذي|التي|الذين)$/.test(at(view, from + 1)?.word.norm ?? '')) return from;
    let next = from + 1;
    while (next < view.to && !has(view.tokens[next], W.COMMA | W.SENTENCE_END)) next += 1;
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
