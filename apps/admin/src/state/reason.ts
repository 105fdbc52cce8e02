import { createSignal } from './signal.js';

export interface ReasonQuestion {
  readonly title: string;
  readonly label: string;
  readonly answer: (reason: string | null) => void;
}

export const reasonQuestion = createSignal<ReasonQuestion | null>(null);

/** Asks for a reason in a dialog; null when the person thinks better of it. */
export function askReason(title: string, label: string): Promise<string | null> {
  return new Promise((resolve) =>
    reasonQuestion.set({
      title,
      label,
      answer: (reason) => {
        reasonQuestion.set(null);
        resolve(reason);
      },
    }),
  );
}
