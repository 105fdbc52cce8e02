/** A block of an article's text as stored: NFC, LF; `field` aside holds what was set aside, with its reason. */
export interface StoredBlock {
  id: string;
  field: 'title' | 'dek' | 'heading' | 'body' | 'caption' | 'pullquote' | 'dateline' | 'aside';
  text: string;
  reason?: string;
}

/** Offsets here and below: UTF-16 inside the block's text. */
export interface StoredSetAside {
  blockId: string;
  start: number;
  end: number;
  reason: string;
  text: string;
}

export interface StoredFlag {
  code: string;
  blockId: string | null;
  start: number | null;
  end: number | null;
  detail: string | null;
}

export interface StoredSentence {
  blockId: string;
  start: number;
  end: number;
}
