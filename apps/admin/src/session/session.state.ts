import { createSignal } from '../state/signal.js';

/** True when the server has said that the session is over while somebody was at work. */
export const sessionEnded = createSignal(false);

/** True when the server has said that the newsroom demands a second factor of me that I have not set up. */
export const factorDemanded = createSignal(false);
