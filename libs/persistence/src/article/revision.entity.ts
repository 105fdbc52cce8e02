import type { StoredBlock, StoredFlag, StoredSentence, StoredSetAside } from './revision.text.js';
import { EntitySchema } from 'typeorm';
import { integer, json, key, maybeText, maybeUuid, moment, text, uuid } from '../database/columns.js';

/** Immutable: a revision is inserted and never changed. */
export interface RevisionRow {
  newsroomId: string;
  articleId: string;
  number: number;
  title: string;
  blocks: StoredBlock[];
  setAside: StoredSetAside[];
  flags: StoredFlag[];
  sentences: StoredSentence[];
  rules: string;
  receivedSha256: string;
  textSha256: string;
  note: string | null;
  postedBy: string;
  onBehalfOf: string | null;
  createdAt: Date;
}

export const RevisionEntity = new EntitySchema<RevisionRow>({
  name: 'revision',
  columns: {
    newsroomId: key,
    articleId: key,
    number: { ...integer, primary: true },
    title: text,
    blocks: json,
    setAside: json,
    flags: json,
    sentences: json,
    rules: text,
    receivedSha256: text,
    textSha256: text,
    note: maybeText,
    postedBy: uuid,
    onBehalfOf: maybeUuid,
    createdAt: moment,
  },
});
