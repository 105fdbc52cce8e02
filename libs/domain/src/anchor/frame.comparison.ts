import { strictForm } from '#language';
import type { AnchorFlag, Frame } from './anchor.types.js';

/** An attribution as the language engine reads it, as far as a frame needs it. */
export interface AttributionReading {
  readonly cue: string;
  readonly stance: string;
  readonly negated: boolean;
  readonly anonymous: boolean;
  readonly sourceCount: number;
  readonly links: readonly { readonly role: string; readonly name: string }[];
}

/** The frame of an attribution; null where the article asserts in its own voice. A count of 0 means nobody is named. */
export function frameFrom(attribution: AttributionReading | null | undefined): Frame | null {
  if (!attribution) return null;
  const { cue, stance, negated, anonymous, sourceCount, links } = attribution;
  return {
    cue: cue === '' ? null : cue,
    stance,
    negated,
    anonymous,
    sourceCount,
    firstLink: links[0]?.name ?? null,
    outlet: links.find(({ role }) => role === 'outlet')?.name ?? null,
  };
}

/**
 * What of a frame is part of a claim's identity (domain.md, textHash): the cue counts by its stance, names by their
 * strict form. Keys are in code-unit order, so that JSON.stringify writes them canonically.
 */
export function framePart(frame: Frame | null): Record<string, string | number | boolean | null> | null {
  if (!frame) return null;
  const name = (text: string | null) => (text === null ? null : strictForm(text));
  return {
    anonymous: frame.anonymous,
    firstLink: name(frame.firstLink),
    negated: frame.negated,
    outlet: name(frame.outlet),
    sourceCount: frame.sourceCount,
    stance: frame.stance,
  };
}

/** True when two frames govern a claim alike. قال and ذكر do, قال and كشف do not. */
export function frameEquals(a: Frame | null, b: Frame | null): boolean {
  return JSON.stringify(framePart(a)) === JSON.stringify(framePart(b));
}

/** What changed between two frames, as flags: a denial is a negation, anything else is the attribution. */
export function frameFlags(before: Frame | null, now: Frame | null): AnchorFlag[] {
  const flags: AnchorFlag[] = [];
  const denies = (frame: Frame | null) => frame !== null && (frame.negated || frame.stance === 'negating');
  if (denies(before) !== denies(now)) flags.push('negationChanged');
  const neutral = (frame: Frame | null): Frame | null =>
    frame && { ...frame, negated: false, stance: frame.stance === 'negating' ? 'neutral' : frame.stance };
  if (!frameEquals(neutral(before), neutral(now))) flags.push('attributionChanged');
  return flags;
}
