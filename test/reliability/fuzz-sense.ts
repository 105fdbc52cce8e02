import type { Chance, Json } from './fuzz-data.js';
import { SPLIT_PARTS } from './fuzz-things.js';

const SENTENCE = 'بلغت كلفة الجسر 12 مليون دينار عام 2024.';

/** What a schema cannot say: that one of three texts is given; that a verdict rests on its own claim's evidence, that a quote stands once. */
export function tamed(operation: string, value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { text, html, blocks, ...rest } = value as Json;
  switch (operation) {
    case 'createArticle':
    case 'createRevision':
    case 'createExtraction':
      if (text !== undefined) return { ...rest, text };
      return { ...rest, ...(html !== undefined ? { html } : blocks !== undefined ? { blocks } : { text: SENTENCE }) };
    case 'giveVerdict':
      return chance.happens(0.8) ? { ...rest, evidenceIds: [] } : value;
    case 'createReport': // the contract names formats that have no renderer yet
      return chance.happens(0.7) ? { ...rest, formats: ['json', 'csv'] } : value;
    case 'createClaim':
      return 'quote' in rest && chance.happens(0.8) ? { quote: rest.quote } : value;
    case 'splitClaim':
      return chance.happens(0.7) ? { parts: SPLIT_PARTS.map((quote) => ({ quote })) } : value;
    case 'updateAssignment':
      return chance.happens(0.5) ? { status: 'cancelled' } : value;
    case 'createCommentRequest': {
      const { waiver, channel = 'email', questions = SENTENCE, ...named } = rest;
      if (waiver !== undefined && chance.happens(0.5)) return { claimIds: named.claimIds, addressee: SENTENCE, waiver };
      const [sentAt, deadline] = ['2026-03-01T09:00:00.000Z', '2026-03-02T09:00:00.000Z'];
      return chance.happens(0.7) ? { ...named, channel, questions, sentAt, deadline } : value;
    }
    case 'updateCommentRequest':
      return chance.happens(0.6) ? { outcome: 'answered', answer: SENTENCE } : value;
    case 'updateCorrectionRequest':
      return chance.happens(0.6) ? { outcome: 'withdrawn' } : value;
    case 'decideClaim':
      return chance.happens(0.6) ? { to: 'verified', rationale: rest.rationale ?? SENTENCE } : value;
    default:
      return value;
  }
}
