import { z } from 'zod';
import { operation } from './operation.js';
import { Id, Instant, label, named, pageOf, Version } from './wire.js';

const Desk = z.strictObject({
  id: Id,
  name: z.string(),
  active: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
});

export const listDesks = operation({
  id: 'listDesks',
  method: 'GET',
  path: '/desks',
  summary: { en: 'Desks of the newsroom', ar: 'أقسام غرفة الأخبار' },
  answers: { 200: pageOf(Desk) },
});
export const createDesk = operation({
  id: 'createDesk',
  method: 'POST',
  path: '/desks',
  summary: { en: 'Open a desk', ar: 'إنشاء قسم' },
  body: z.strictObject({ name: label(100) }),
  answers: { 201: Desk },
  refusals: ['duplicate'],
});
export const updateDesk = operation({
  id: 'updateDesk',
  method: 'PATCH',
  path: '/desks/{id}',
  summary: { en: 'Rename a desk, or close it', ar: 'تغيير اسم القسم أو إغلاقه' },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ name: label(100).optional(), active: z.boolean().optional() }),
  answers: { 200: Desk },
  ifMatch: true,
  refusals: ['duplicate'],
});

named({ Desk });
