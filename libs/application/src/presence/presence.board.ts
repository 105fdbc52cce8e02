import type { PresenceWord } from '#persistence';

/** A claim on which somebody came or went. */
export interface PresenceChange {
  readonly articleId: string;
  readonly claimId: string;
}

/** After so long without a word somebody counts as gone, ms: two beats of a client may be lost. */
export const HEARD_FOR_MS = 50_000;

/**
 * Who has which claim open, as far as this process has heard; every process hears the same. Lives in memory alone, and forgets by
 * itself whoever is no longer heard of.
 */
export class PresenceBoard {
  private readonly present = new Map<string, Map<string, NodeJS.Timeout>>();
  private readonly readers = new Set<{ newsroomId: string; told: (change: PresenceChange) => void }>();

  constructor(private readonly heardForMs = HEARD_FOR_MS) {}

  /** Takes in a word from the channel; what is none is left. */
  readonly hear = (payload: string): void => {
    const word = wordOf(payload);
    if (word) this.note(word);
  };

  /** Member ids, in the order in which they came. */
  on(newsroomId: string, claimId: string): string[] {
    return [...(this.present.get(`${newsroomId} ${claimId}`)?.keys() ?? [])];
  }

  /** Calls `told` at every coming and going in the newsroom, not at beats; answers how to stop. */
  subscribe(newsroomId: string, told: (change: PresenceChange) => void): () => void {
    const reader = { newsroomId, told };
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  private note(word: PresenceWord): void {
    const { newsroomId, articleId, claimId, memberId, present } = word;
    const place = `${newsroomId} ${claimId}`;
    const here = this.present.get(place) ?? new Map<string, NodeJS.Timeout>();
    const wasHere = here.has(memberId);
    clearTimeout(here.get(memberId));
    if (present) {
      const gone = setTimeout(() => this.note({ ...word, present: false }), this.heardForMs);
      gone.unref();
      here.set(memberId, gone);
      this.present.set(place, here);
    } else {
      here.delete(memberId);
      if (here.size === 0) this.present.delete(place);
    }
    if (wasHere === present) return;
    for (const reader of this.readers) if (reader.newsroomId === newsroomId) reader.told({ articleId, claimId });
  }
}

function wordOf(payload: string): PresenceWord | null {
  try {
    const word = JSON.parse(payload) as Partial<Record<keyof PresenceWord, unknown>>;
    const ids = [word.newsroomId, word.articleId, word.claimId, word.memberId];
    const isWord = ids.every((id) => typeof id === 'string') && typeof word.present === 'boolean';
    return isWord ? (word as unknown as PresenceWord) : null;
  } catch {
    return null;
  }
}
