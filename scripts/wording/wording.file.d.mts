export interface LabelledSentence {
  readonly text: string;
  /** 1 = worth checking */
  readonly label: 0 | 1;
}

/** The text of wording.weights.json that these sentences teach. */
export function wordingFile(sentences: readonly LabelledSentence[]): string;
