import type { Tone } from '../status/claim.status.js';
import { constant, type Markup } from './markup.js';

/** Drawn shapes differ in outline and fill, not only in colour. Decorative: the word always stands beside them. */
export const ICONS: Readonly<Record<Tone, Markup>> = {
  verified: constant`<svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="9" fill="currentColor"/><path d="M5.6 10.4l3 3 5.8-6.6" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
  disputed: constant`<svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M10 .8L19.2 10 10 19.2.8 10z" fill="currentColor"/><path d="M10 5.4v5.4M10 14v.4" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/></svg>`,
  open: constant`<svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="8.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3.4 2.6"/><circle cx="10" cy="10" r="2.2" fill="currentColor"/></svg>`,
  closed: constant`<svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><rect x="1.8" y="1.8" width="16.4" height="16.4" rx="3" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M6 10h8" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/></svg>`,
};
