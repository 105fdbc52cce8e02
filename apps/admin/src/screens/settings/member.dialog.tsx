import type { Input, Member } from '#client';
import { passwordLinkFor } from '#domain';
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import list from '../../list/list.module.css';
import { useActor, useMay } from '../../session/session.query.js';
import { type Change, ConflictNotice } from '../../state/conflict.notice.js';
import { type Overtaken, useStaleWrite } from '../../state/stale.write.js';
import { ProblemNotice } from '../../state/states.js';
import { say } from '../../state/toast.js';
import { Foreign } from '../../text/foreign.js';
import { MemberReset } from './factor/member.reset.js';
import { MemberLink } from './member.link.js';
import { Languages, type Role, RoleChoice } from './member.fields.js';

type Language = 'ar' | 'en';

/** Who somebody is, what he may do, and whether he may come in. Only what was changed here is sent. */
export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'frame']);
  const may = useMay();
  const me = useActor();
  const cache = useQueryClient();
  const changesOf = useMemberChanges();
  const [name, setName] = useState(member.name);
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const [languages, setLanguages] = useState(member.languages as readonly Language[]);
  const [active, setActive] = useState(member.active);
  const saving = useStaleWrite<Member>({
    seen: member,
    read: () => memberNow(member.id),
    send: (_, version) => {
      const body: Input<'updateMember'>['body'] = {
        ...(name !== member.name && { name }),
        ...(active !== member.active && { active }),
        ...(!same(languages, member.languages) && { languages }),
        ...(!same(roles, member.roles) && { roles }),
      };
      return api().call('updateMember', { params: { id: member.id }, version, body });
    },
    onDone: () => {
      say(t('memberSaved'));
      onClose();
    },
    refresh: () => cache.invalidateQueries({ queryKey: keys.members }),
  });
  const isAsBefore =
    name === member.name && active === member.active && same(languages, member.languages) && same(roles, member.roles);
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
          if (isAsBefore) onClose();
          else saving.run();
        }}
      >
        <TextInput
          label={t('name')}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        {member.kind === 'person' && <RoleChoice roles={roles} onChange={setRoles} />}
        <Languages value={languages} onChange={setLanguages} />
        <Checkbox
          label={t('isActive')}
          description={t('isActiveHint')}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        {saving.overtaken && (
          <ConflictNotice changes={changesOf(saving.overtaken)} onAgain={() => saving.run()} onForget={onClose} />
        )}
        <ProblemNotice error={saving.error} />
        <div className={list.buttons}>
          <Button type="submit" loading={saving.busy}>
            {t('frame:save')}
          </Button>
          {may('createPasswordLink') && passwordLinkFor(me, member).ok && <MemberLink member={member} />}
          {member.secondFactor && may('resetSecondFactor') && <MemberReset member={member} onDone={onClose} />}
        </div>
      </form>
    </Modal>
  );
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

/** One member as the server has him now; there is no address for a single one. */
async function memberNow(id: string): Promise<Member> {
  for await (const member of api().pages('listMembers', { query: { limit: 200 } })) if (member.id === id) return member;
  throw new Error('members do not vanish');
}

function useMemberChanges() {
  const { t } = useTranslation(['settings', 'terms', 'factor']);
  const rolesOf = ({ roles }: Member) => roles.map((role) => t(`terms:role.${role}`)).join(t('comma')) || t('nothing');
  const languagesOf = ({ languages }: Member) =>
    languages.map((code) => t(`terms:language.${code}`)).join(t('comma')) || t('nothing');
  return ({ before, now }: Overtaken<Member>): Change[] => {
    const seen: readonly (readonly [name: string, read: (member: Member) => string])[] = [
      [t('name'), ({ name }) => name],
      [t('roles'), rolesOf],
      [t('languages'), languagesOf],
      [t('isActive'), ({ active }) => t(active ? 'yes' : 'no')],
      [t('factor:title'), ({ secondFactor }) => t(secondFactor ? 'yes' : 'no')],
    ];
    return seen.flatMap(([name, read]) => {
      const [was, is] = [read(before), read(now)];
      return was === is ? [] : [{ name, before: <Foreign>{was}</Foreign>, after: <Foreign>{is}</Foreign> }];
    });
  };
}
