import { DirectionProvider, localStorageColorSchemeManager, MantineProvider, useDirection } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query.client.js';
import { ReasonDialog } from '../state/reason.dialog.js';
import { Toaster } from '../state/toaster.js';
import { directionOf } from '../text/i18n.js';
import { theme } from '../theme/theme.js';
import { router } from './router.js';

/** The number of this page: a style element that carries it is let in by the security policy. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const schemes = localStorageColorSchemeManager({ key: 'isnad.scheme' });

export function App({ language }: { language: string }) {
  return (
    <DirectionProvider initialDirection={directionOf(language)} detectDirection={false}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={schemes}
        getStyleNonce={styleNonce}
        withCssVariables={false}
        withStaticClasses={false}
      >
        <DirectionFollowsLanguage />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Toaster />
          <ReasonDialog />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

function DirectionFollowsLanguage() {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  const direction = directionOf(i18n.language);
  useEffect(() => setDirection(direction), [direction, setDirection]);
  return null;
}
