import type { Article, ClaimItem } from '#client';
import { createContext, type ReactNode, type RefObject, useContext } from 'react';
import type { Gender } from '../../claim/claim.standing.js';
import type { ClaimWrite } from '../../claim/claim.write.js';
import { useMe } from '../../session/session.query.js';

/** A form that stands open in the claim panel. */
export type Sheet =
  'verdict' | 'decide' | 'evidence' | 'assign' | 'comment' | 'query' | 'dismiss' | 'edit' | 'split' | 'merge';

/** What stands beside or in place of the text. */
export type View = 'text' | 'gate' | 'revisions' | 'revise' | 'carriers' | 'file';

/** What every part of the article screen shares. */
export interface ArticleRoom {
  readonly article: Article;
  readonly gender: Gender;
  readonly byId: ReadonlyMap<string, ClaimItem>;
  readonly select: (claimId: string | null) => void;
  readonly open: (sheet: Sheet) => void;
  /** Puts away what was opened by this opening, and nothing else. */
  readonly close: (opening: number) => void;
  /** Writes to the claim that the panel shows; conflicts and refusals appear there, whoever asked for the write. */
  readonly write: RefObject<ClaimWrite | null>;
}

/** What changes with every key: kept apart, so that a step to the next claim draws nothing that does not show it. */
export interface Attention {
  readonly selectedId: string | null;
  readonly sheet: Sheet | null;
  /** The how manyth form it is that was opened. */
  readonly opening: number;
}

const Room = createContext<ArticleRoom | null>(null);
const Attending = createContext<Attention>({ selectedId: null, sheet: null, opening: 0 });

interface ProviderProps {
  readonly room: ArticleRoom;
  readonly attention: Attention;
  readonly children: ReactNode;
}

export function RoomProvider({ room, attention, children }: ProviderProps) {
  return (
    <Room value={room}>
      <Attending value={attention}>{children}</Attending>
    </Room>
  );
}

export function useRoom(): ArticleRoom {
  const room = useContext(Room);
  if (room === null) throw new Error('outside an article');
  return room;
}

/** What is between me and the article: for the permission table. */
export function useRelations(): readonly 'own-article'[] {
  const { article } = useRoom();
  const { member } = useMe();
  return article.authorIds.includes(member.id) ? ['own-article'] : [];
}

/** The selected claim, and the form that is open on it. */
export function useAttention(): Attention {
  return useContext(Attending);
}

/** Puts away the form that calls it; an answer that comes late leaves alone what was opened since. */
export function useClose(): () => void {
  const { close } = useRoom();
  const { opening } = useAttention();
  return () => close(opening);
}
