import type { Input, Source } from '#client';
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SourceSelect } from './source.select.js';
import { SOURCE_TYPES } from './source.types.js';

export type SourceDraft = Input<'createSource'>['body'];

export function draftOf(source?: Source): SourceDraft {
  const { name, type, url, aliases, ownerId, derivesFromId, vouchedById, confidential } = source ?? {};
  return {
    name: name ?? '',
    type: type ?? 'outlet',
    url: url ?? null,
    aliases: aliases ?? [],
    ownerId: ownerId ?? null,
    derivesFromId: derivesFromId ?? null,
    vouchedById: vouchedById ?? null,
    confidential: confidential ?? false,
  };
}

/** As it is sent: names without space around them, no empty ones. */
export function cleanDraft(draft: SourceDraft): SourceDraft {
  const aliases = (draft.aliases ?? []).map((alias) => alias.trim()).filter(Boolean);
  return { ...draft, name: draft.name.trim(), aliases };
}

/** Only what differs from the source as it was, so that nothing of a colleague's is written over. */
export const changedIn = (draft: SourceDraft, source: Source): Partial<SourceDraft> =>
  typedSince(draftOf(source), cleanDraft(draft));

export function typedSince(earlier: SourceDraft, draft: SourceDraft): Partial<SourceDraft> {
  const before = new Map<string, unknown>(Object.entries(earlier));
  const differing = Object.entries(draft).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)),
  );
  return Object.fromEntries(differing);
}

/** Everything the register knows of a source. */
export function SourceFields({
  draft,
  onChange,
  self,
}: {
  draft: SourceDraft;
  onChange: (next: SourceDraft) => void;
  self?: string;
}) {
  const { t } = useTranslation(['sources', 'terms']);
  const change = (part: Partial<SourceDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <TextInput
        label={t('name')}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        dir="auto"
        required
        data-autofocus
      />
      <Select
        label={t('type')}
        data={SOURCE_TYPES.map((value) => ({ value, label: t(`terms:source.${value}`) }))}
        value={draft.type}
        onChange={(value) => value && change({ type: value })}
        allowDeselect={false}
      />
      <TextInput
        label={t('url')}
        type="url"
        dir="ltr"
        value={draft.url ?? ''}
        onChange={(event) => change({ url: event.currentTarget.value.trim() || null })}
      />
      <Textarea
        label={t('aliases')}
        description={t('aliasesHint')}
        dir="auto"
        autosize
        minRows={2}
        value={(draft.aliases ?? []).join('\n')}
        onChange={(event) => change({ aliases: linesOf(event.currentTarget.value) })}
      />
      <SourceSelect
        label={t('derivesFrom')}
        description={t('derivesFromHint')}
        value={draft.derivesFromId ?? null}
        onChange={(derivesFromId) => change({ derivesFromId })}
        except={self}
      />
      <SourceSelect
        label={t('owner')}
        description={t('ownerHint')}
        value={draft.ownerId ?? null}
        onChange={(ownerId) => change({ ownerId })}
        except={self}
      />
      {draft.type === 'anonymous' && (
        <SourceSelect
          label={t('vouchedBy')}
          description={t('vouchedByHint')}
          value={draft.vouchedById ?? null}
          onChange={(vouchedById) => change({ vouchedById })}
          except={self}
        />
      )}
      <Checkbox
        label={t('confidential')}
        description={t('confidentialHint')}
        checked={draft.confidential ?? false}
        onChange={(event) => change({ confidential: event.currentTarget.checked })}
      />
    </>
  );
}

/** An empty line stands as long as it is being written; the last is dropped when it is all there is. */
const linesOf = (text: string) => (text === '' ? [] : text.split('\n'));
