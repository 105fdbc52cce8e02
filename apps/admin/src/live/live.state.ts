import { createSignal } from '../state/signal.js';

export type LiveState = 'connecting' | 'live' | 'lost';
/** Whether what is on the screen follows what others do. */
export const liveState = createSignal<LiveState>('connecting');
