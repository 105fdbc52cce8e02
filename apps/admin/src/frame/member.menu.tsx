import { Menu, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconBook2, IconLanguage, IconLogout, IconMoon, IconNumbers, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api.js';
import { useMe } from '../session/session.query.js';
import { Foreign } from '../text/foreign.js';
import { changeLanguage } from '../text/i18n.js';
import { chooseDigits, digitsFor } from '../text/numerals.js';
import classes from './member.menu.module.css';

/** The first letter of a name. A lone ه is drawn like the digit ٥, so it is written as Arabic lists write it. */
function initialOf(name: string): string {
  const [letter = ''] = name.trim();
  return letter === 'ه' ? 'هـ' : letter;
}

/** Who I am, how the screens look, and the way out. */
export function MemberMenu() {
  const { t, i18n } = useTranslation('frame');
  const { member, newsroom } = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const cache = useQueryClient();
  const other = i18n.language === 'ar' ? 'en' : 'ar';
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  const roles = member.roles.map((role) => t(`terms:role.${role}`)).join(i18n.language === 'ar' ? '، ' : ', ');

  async function leave() {
    await api().call('deleteSession', { params: { id: 'current' } });
    cache.clear();
    location.assign('/sign-in'); // a new page: nothing of this member stays in memory
  }

  async function turnDigits() {
    chooseDigits(digitsFor('ar') === 'arab' ? 'latn' : 'arab');
    await i18n.changeLanguage(i18n.language);
  }

  return (
    <Menu position="top-start" width={250}>
      <Menu.Target>
        <button type="button" className={classes.member}>
          <span className={classes.initial} aria-hidden>
            {initialOf(member.name)}
          </span>
          <span className={classes.who}>
            <Foreign className={classes.memberName}>{member.name}</Foreign>
            <span className={classes.roles}>{roles}</span>
          </span>
          <span className="unseen">{t('memberMenu')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Foreign>{newsroom.name}</Foreign>
        </Menu.Label>
        <Menu.Item
          className={classes.language}
          leftSection={<IconLanguage size={16} aria-hidden />}
          lang={other}
          onClick={() => void changeLanguage(other)}
        >
          {other === 'ar' ? 'العربية' : 'English'}
        </Menu.Item>
        {i18n.language === 'ar' && (
          <Menu.Item leftSection={<IconNumbers size={16} aria-hidden />} onClick={() => void turnDigits()}>
            {t(digitsFor('ar') === 'arab' ? 'digits.latn' : 'digits.arab')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={dark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {t(dark ? 'scheme.light' : 'scheme.dark')}
        </Menu.Item>
        <Menu.Item component="a" href={`/docs?lang=${i18n.language}`} leftSection={<IconBook2 size={16} aria-hidden />}>
          {t('docs')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
