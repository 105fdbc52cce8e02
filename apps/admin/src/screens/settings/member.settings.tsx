import type { Input, Member } from '#client';
import { Button, Modal, Select, TextInput } from '@mantine/core';
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
import { Foreign } from '../../text/foreign.js';
import { invitationLink } from './invitation.link.js';
import { MemberDialog } from './member.dialog.js';
import { Languages, RoleChoice } from './member.fields.js';
import { SecretOnce } from './secret.once.js';
import classes from './settings.module.css';

/** Who is in the newsroom, as what; invitations for those to come. */
export function MemberSettings() {
  const { t } = useTranslation(['settings', 'terms', 'factor']);
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
                    {member.secondFactor && ` · ${t('factor:member.on')}`}
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
