import type { NewsroomPolicy, NewsroomScales } from '#domain';
import { EntitySchema } from 'typeorm';
import { integer, json, key, maybeUuid, moment } from '../database/columns.js';

export interface PolicyVersionRow {
  newsroomId: string;
  number: number;
  policy: NewsroomPolicy;
  scale: NewsroomScales;
  createdBy: string | null;
  createdAt: Date;
}

export const PolicyVersionEntity = new EntitySchema<PolicyVersionRow>({
  name: 'policy_version',
  columns: {
    newsroomId: key,
    number: { ...integer, primary: true },
    policy: json,
    scale: json,
    createdBy: maybeUuid,
    createdAt: moment,
  },
});
