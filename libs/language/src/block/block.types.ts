export type BlockField = 'title' | 'dek' | 'body' | 'heading' | 'caption' | 'pullquote' | 'dateline';
export type SetAsideReason =
  'navigation' | 'related' | 'newsletter' | 'share' | 'advert' | 'comments' | 'chatbot' | 'credit' | 'tags';

/** Offsets are UTF-16 into the decoded text. */
export interface Block {
  readonly id: string;
  readonly field: BlockField;
  readonly start: number;
  readonly end: number;
}

export interface SetAside {
  readonly start: number;
  readonly end: number;
  readonly reason: SetAsideReason;
  readonly text: string;
}

export interface Segmentation {
  readonly blocks: readonly Block[];
  readonly setAside: readonly SetAside[];
  /** Where chatbot residue opens, when there is any: everything after it is suspect. */
  readonly chatbotFrom: number | null;
}
