import type { NewsroomPolicy, NewsroomScales } from '#domain';
import { EntitySchema } from 'typeorm';
import { integer, json, key, moment, text } from '../database/columns.js';

export interface NewsroomRow {
  id: string;
  slug: string;
  name: string;
  locale: 'ar' | 'en';
  policy: NewsroomPolicy;
  scale: NewsroomScales;
  policyVersion: number;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export const NewsroomEntity = new EntitySchema<NewsroomRow>({
  name: 'newsroom',
  columns: {
    id: key,
    slug: text,
    name: text,
    locale: text,
    policy: json,
    scale: json,
    policyVersion: integer,
    createdAt: moment,
    updatedAt: moment,
    version: integer,
  },
});
