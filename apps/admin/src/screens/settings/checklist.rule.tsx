import type { Policy } from '#client';
import { CLAIM_KINDS } from '#domain';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../text/numerals.js';
import classes from './settings.module.css';

type Checklists = Policy['checklists'];
type Item = Checklists['event'][number];
const MOST = 20;

/** What a fact-checker goes through with each kind of claim, in the newsroom's own words and both languages. */
export function ChecklistRule({ lists, onChange }: { lists: Checklists; onChange: (lists: Checklists) => void }) {
  const { t, i18n } = useTranslation(['settings', 'terms']);
  return (
    <div className={classes.stack}>
      {CLAIM_KINDS.map((kind) => (
        <details key={kind} className={classes.checklist}>
          <summary>
            {t(`terms:kind.${kind}`)}{' '}
            <span className={classes.count}>{formatNumber(lists[kind].length, i18n.language)}</span>
          </summary>
          <Items
            name={t(`terms:kind.${kind}`)}
            items={lists[kind]}
            onChange={(items) => onChange({ ...lists, [kind]: items })}
          />
        </details>
      ))}
    </div>
  );
}

function Items({ name, items, onChange }: { name: string; items: readonly Item[]; onChange: (items: Item[]) => void }) {
  const { t, i18n } = useTranslation(['settings', 'terms']);
  const change = (at: number, part: Partial<Item>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...part } : item)));
  const up = (at: number) =>
    onChange(items.map((item, index) => (index === at - 1 ? items[at]! : index === at ? items[at - 1]! : item)));
  const of = (what: string, at: number) =>
    t('checklist.of', { what, number: formatNumber(at + 1, i18n.language), kind: name });
  return (
    <ol role="list" className={classes.stack}>
      {items.map((item, at) => (
        <li key={item.key} className={classes.item}>
          {(['ar', 'en'] as const).map((language) => (
            <TextInput
              key={language}
              size="xs"
              aria-label={of(t(`terms:language.${language}`), at)}
              lang={language}
              dir={language === 'ar' ? 'rtl' : 'ltr'}
              value={item[language]}
              maxLength={200}
              required
              onChange={(event) => change(at, { [language]: event.currentTarget.value })}
            />
          ))}
          <ActionIcon aria-label={of(t('checklist.up'), at)} disabled={at === 0} onClick={() => up(at)}>
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={of(t('checklist.remove'), at)}
            onClick={() => onChange(items.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </li>
      ))}
      {items.length < MOST && (
        <li>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onChange([...items, { key: freeKey(items), ar: '', en: '' }])}
          >
            {t('checklist.add')}
          </Button>
        </li>
      )}
    </ol>
  );
}

/** A key is what ticks are kept under: never one that was there a moment ago. */
function freeKey(items: readonly Item[]): string {
  let number = items.length + 1;
  while (items.some(({ key }) => key === `own-${number}`)) number += 1;
  return `own-${number}`;
}
