import { Button } from '@mantine/core';
import { IconBinaryTree2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../article.room.js';
import { originsQuery } from './origins.query.js';
import { SpreadWords } from './spread.words.js';

/** The comparison reads whole articles: the text on the screen comes first. */
const LATER_MS = 900;

/** “5 articles, 1 origin”, where others tell the same; opens what each made of it. */
export function OriginsChip({ pressed, onOpen }: { pressed: boolean; onOpen: () => void }) {
  const { i18n } = useTranslation();
  const { article } = useRoom();
  const isTime = useLater();
  const origins = useQuery({
    ...originsQuery(article.id, article.revisionNumber, i18n.language),
    enabled: isTime || pressed,
  });
  if (!pressed && (origins.data?.items.length ?? 0) === 0) return null;
  return (
    <Button
      size="compact-sm"
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? undefined : 'gray'}
      leftSection={<IconBinaryTree2 size={15} aria-hidden />}
      aria-pressed={pressed}
      onClick={onOpen}
    >
      <SpreadWords spread={origins.data ?? ALONE} />
    </Button>
  );
}

const ALONE = { articles: 1, origins: 1 };

function useLater(): boolean {
  const [isTime, setIsTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsTime(true), LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isTime;
}
