import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NavigationEntry } from '../app/navigation.js';
import classes from './frame.module.css';

/** The screens that a phone's bar has no room for. */
export function MoreMenu({
  entries,
  className,
}: {
  entries: readonly NavigationEntry[];
  className?: string | undefined;
}) {
  const { t } = useTranslation('frame');
  if (entries.length === 0) return null;
  return (
    <Menu position="top">
      <Menu.Target>
        <button type="button" className={`${classes.link} ${className ?? ''}`}>
          <IconDots size={19} stroke={1.6} aria-hidden />
          <span>{t('navigation.more')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ key, path, icon: Icon }) => (
          <Menu.Item key={key} component={Link} to={path} leftSection={<Icon size={17} stroke={1.6} aria-hidden />}>
            {t(`navigation.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
