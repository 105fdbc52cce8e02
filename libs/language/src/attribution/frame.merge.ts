import { fold } from '../normal/normal.fold.js';
import type { Token } from '../token/token.scan.js';
import type { Frame, Source } from './attribution.types.js';

const CITES = /^(?:نقلا عن|استنادا الي|بالاستناد الي|citing|quoting)/;

const ARABIC = /^[\u0600-\u06ff]/;

/** A quotation without a cue: goes on for whoever spoke last. */
export function implicitFrame(token: Token | undefined): Frame {
  return {
    cue: '',
    stance: 'neutral',
    negated: false,
    speaker: null,
    via: [],
    elided: { gender: null, number: 's' },
    hedge: false,
    implicit: true,
    at: token?.start ?? 0,
  };
}

/** «يُعتقد أن», "it is rumoured that": somebody says so, nobody says who. */
export const hedgeFrame = (cue: string, stance: Frame['stance'], at: number): Frame => ({
  cue,
  stance,
  negated: false,
  speaker: null,
  via: [],
  elided: null,
  hedge: true,
  implicit: false,
  at,
});

/** "according to NP": an outlet carried the words of nobody named, anybody else said them. `at`: where the cue stands. */
export function openerFrame(source: Source, cue: string, at: number): Frame {
  const outlet = source.role === 'outlet';
  return {
    cue,
    stance: 'neutral',
    negated: false,
    speaker: outlet ? null : source,
    via: outlet ? [source] : source.via ? [source.via] : [],
    elided: null,
    hedge: false,
    implicit: false,
    at,
  };
}

/** The inner frame keeps its speaker; what the outer names becomes the carrier, or the speaker when there is none. */
export function merged(inner: Frame | null, outer: Frame): Frame {
  if (!inner || (inner.implicit && outer.speaker)) return outer;
  // «أوردت صحيفة … أن …، نقلًا عن وثيقة»: the paper carried what the document says
  if (CITES.test(fold(outer.cue)) && outer.speaker && inner.speaker?.role === 'outlet')
    return { ...inner, speaker: outer.speaker, via: [inner.speaker, ...inner.via], elided: null };
  // «أشارت وكالة … إلى أن …، وذلك وفقا لثلاثة متعاملين»
  if (
    outer.speaker?.anonymous &&
    outer.speaker.role === 'speaker' &&
    inner.speaker?.role === 'outlet' &&
    ARABIC.test(outer.cue)
  )
    return { ...inner, speaker: outer.speaker, via: [inner.speaker, ...inner.via], elided: null };
  const known = new Set(inner.via.map((source) => source.name));
  const carriers: Source[] = outer.via.filter((source) => !known.has(source.name));
  if (outer.speaker && !inner.speaker && (inner.hedge || inner.implicit))
    return { ...inner, speaker: outer.speaker, via: [...inner.via, ...carriers], hedge: false, elided: null };
  const outerSpeaker =
    outer.speaker && outer.speaker.start !== inner.speaker?.start && inner.speaker ? [{ ...outer.speaker }] : [];
  return { ...inner, via: [...inner.via, ...outerSpeaker, ...carriers] };
}

/** "Reuters reported, citing two officials": the cited are the speakers, the outlet carried them. */
export function cited(inner: Frame | null, outer: Frame): Frame {
  const quotes = /^quoting$/i.test(outer.cue) && inner?.speaker?.role === 'outlet';
  if (inner?.speaker && (quotes || outer.cue.toLowerCase() === 'citing') && outer.speaker) {
    const carrier: Source =
      inner.speaker.role === 'outlet'
        ? inner.speaker
        : { ...inner.speaker, role: 'outlet', type: 'outlet', anonymous: false };
    return { ...inner, speaker: outer.speaker, via: [carrier, ...inner.via] };
  }
  if (inner?.implicit && (outer.speaker || outer.elided)) return outer;
  if (inner && outer.elided && !outer.speaker) return inner.hedge ? outer : inner;
  if (inner?.hedge) return { ...outer, stance: inner.stance };
  return merged(inner, outer);
}

/** Whoever cites another is the medium the words came through. */
export function asCarrier(frame: Frame): Frame {
  const { speaker } = frame;
  if (!speaker || speaker.role !== 'speaker' || speaker.titles.length > 0) return frame;
  return {
    ...frame,
    speaker: null,
    via: [{ ...speaker, role: 'outlet', type: 'outlet', anonymous: false }, ...frame.via],
  };
}
