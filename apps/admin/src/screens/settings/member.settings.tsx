import type { Input, Member } from '#client';
import { Button, Checkbox, Modal, MultiSelect, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ListBody } from '../../list/list.body.js';
import list from '../../list/list.module.css';
import { usePages } from '../../list/pages.query.js';
import { useMay } from '../../session/session.query.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { Foreign } from '../../text/foreign.js';
import { SecretOnce } from './secret.once.js';
import classes from './settings.module.css';

type Role = Member['roles'][number];
const ROLES: readonly Role[] = ['editor', 'head', 'reviewer', 'writer', 'viewer', 'admin', 'legal'];

/** Who is in the newsroom, as what; invitations for those to come. */
export function MemberSettings() {
  const { t } = useTranslation(['settings', 'terms']);
  const may = useMay();
  const [inviting, setInviting] = useState(false);
  const [edited, setEdited] = useState<Member | null>(null);
  const members = usePages([...keys.members, 'list'], (cursor, signal) =>
    api().call('listMembers', { query: { limit: 100, ...cursor }, signal }),
  );
  return (
    <section className={classes.card} aria-label={t('parts.members')}>
      {may('createMember') && (
        <div className={list.buttons}>
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        </div>
      )}
      <ListBody pages={members} empty={null}>
        {(items) => (
          <ul role="list" className={classes.rows}>
            {items.map((member) => (
              <li key={member.id}>
                <div>
                  <Foreign className={classes.name}>{member.name}</Foreign>{' '}
                  <span className={list.quiet}>
                    <bdi dir="ltr">{member.email}</bdi>
                  </span>
                  <p className={list.quiet}>
                    {member.kind === 'service'
                      ? t('service')
                      : member.roles.map((role) => t(`terms:role.${role}`)).join(t('comma'))}
                    {!member.joined && member.kind === 'person' && ` · ${t('notJoined')}`}
                    {!member.active && ` · ${t('inactive')}`}
                  </p>
                </div>
                {may('updateMember') && (
                  <Button size="compact-sm" variant="default" onClick={() => setEdited(member)}>
                    {t('change')}
                    <span className="unseen"> {member.name}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </ListBody>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {edited && <MemberDialog member={edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

/** Behind #, where no server's log sees it: the secret, and the name to greet whoever comes with it. */
function invitationLink(token: string, { name, locale }: { name: string; locale: string }): string {
  return `${location.origin}/invitation?lang=${locale}#${new URLSearchParams({ token, name }).toString()}`;
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['settings', 'terms', 'frame']);
  const cache = useQueryClient();
  const [draft, setDraft] = useState<Input<'createMember'>['body']>({
    name: '',
    email: '',
    roles: ['reviewer'],
    locale: i18n.language === 'en' ? 'en' : 'ar',
    kind: 'person',
    languages: ['ar', 'en'],
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const inviting = useMutation({
    mutationFn: () => api().call('createMember', { body: draft.kind === 'service' ? { ...draft, roles: [] } : draft }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.members }),
  });
  const made = inviting.data;
  return (
    <Modal opened onClose={onClose} title={t('invite')} closeButtonProps={{ 'aria-label': t('frame:close') }}>
      {made ? (
        <div className={list.fields}>
          <p>{t('invited')}</p>
          {made.invitation && (
            <SecretOnce label={t('invitationLink')} secret={invitationLink(made.invitation.token, draft)} />
          )}
          <Button onClick={onClose}>{t('frame:close')}</Button>
        </div>
      ) : (
        <form
          className={list.fields}
          onSubmit={(event) => {
            event.preventDefault();
            inviting.mutate();
          }}
        >
          <TextInput
            label={t('name')}
            dir="auto"
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            required
            data-autofocus
          />
          <TextInput
            label={t('email')}
            type="email"
            dir="ltr"
            value={draft.email}
            onChange={(event) => change({ email: event.currentTarget.value })}
            required
          />
          <Select
            label={t('kind')}
            data={[
              { value: 'person', label: t('person') },
              { value: 'service', label: t('service') },
            ]}
            value={draft.kind ?? 'person'}
            onChange={(kind) => kind && change({ kind: kind })}
            allowDeselect={false}
          />
          {draft.kind !== 'service' && <RoleChoice roles={draft.roles} onChange={(roles) => change({ roles })} />}
          <Languages value={draft.languages ?? []} onChange={(languages) => change({ languages })} />
          <ProblemNotice error={inviting.error} />
          <Button type="submit" loading={inviting.isPending}>
            {t('invite')}
          </Button>
        </form>
      )}
    </Modal>
  );
}

function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'frame']);
  const cache = useQueryClient();
  const [name, setName] = useState(member.name);
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const [languages, setLanguages] = useState<readonly ('ar' | 'en')[]>(member.languages as ('ar' | 'en')[]);
  const [active, setActive] = useState(member.active);
  const saving = useMutation({
    mutationFn: () =>
      api().call('updateMember', {
        params: { id: member.id },
        version: member.version,
        body: { name, active, languages, ...(member.kind === 'person' && { roles }) },
      }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keys.members });
      say(t('memberSaved'));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Foreign>{member.name}</Foreign>}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form
        className={list.fields}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <TextInput label={t('name')} dir="auto" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        {member.kind === 'person' && <RoleChoice roles={roles} onChange={setRoles} />}
        <Languages value={languages} onChange={setLanguages} />
        <Checkbox
          label={t('isActive')}
          description={t('isActiveHint')}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        <ProblemNotice error={saving.error} />
        <Button type="submit" loading={saving.isPending}>
          {t('frame:save')}
        </Button>
      </form>
    </Modal>
  );
}

function RoleChoice({ roles, onChange }: { roles: readonly Role[]; onChange: (roles: readonly Role[]) => void }) {
  const { t } = useTranslation(['settings', 'terms']);
  return (
    <Checkbox.Group label={t('roles')} value={[...roles]} onChange={(values) => onChange(values)}>
      <div className={classes.checks}>
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={t(`terms:role.${role}`)} description={t(`role.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Languages({
  value,
  onChange,
}: {
  value: readonly ('ar' | 'en')[];
  onChange: (value: readonly ('ar' | 'en')[]) => void;
}) {
  const { t } = useTranslation(['settings', 'terms']);
  return (
    <MultiSelect
      label={t('languages')}
      data={(['ar', 'en'] as const).map((code) => ({ value: code, label: t(`terms:language.${code}`) }))}
      value={[...value]}
      onChange={(next) => onChange(next)}
    />
  );
}
