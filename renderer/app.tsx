import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Locale } from '#shared/domain/locale.ts';
import { useCall } from './data/hooks.ts';
import { Gate } from './gate/Gate.tsx';
import { LanguageProvider } from './i18n/context.tsx';
import { Lock } from './lock/Lock.tsx';
import { AppRoutes } from './routes.tsx';
import { Shell } from './shell/Shell.tsx';
import { useFirstStart } from './shell/use-first-start.ts';
import { GuardedRouter } from './state/GuardedRouter.tsx';
import { chooseLocale, type Look, rememberedLook, rememberLook } from './state/look.ts';
import { resolveVariables, theme } from './theme/theme.ts';

export function App({ queries, nonce }: { readonly queries: QueryClient; readonly nonce: string }): ReactNode {
  return (
    <QueryClientProvider client={queries}>
      <Dressed nonce={nonce} />
    </QueryClientProvider>
  );
}

function useLook(): readonly [Look, (locale: Locale) => void] {
  const [remembered, setRemembered] = useState(() => rememberedLook(localStorage, navigator.languages));
  const settings = useCall('settings.get', {}).data;
  useFirstStart(settings, remembered.locale);
  useEffect(() => {
    if (settings) rememberLook(localStorage, { locale: settings.locale, theme: settings.theme });
  }, [settings]);
  const choose = (locale: Locale): void => {
    chooseLocale(localStorage, { ...remembered, locale });
    setRemembered({ ...remembered, locale });
  };
  return [settings ?? remembered, choose];
}

function Dressed({ nonce }: { readonly nonce: string }): ReactNode {
  const [look, setLocale] = useLook();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      {...(look.theme === 'auto' ? {} : { forceColorScheme: look.theme })}
      getStyleNonce={() => nonce}
      deduplicateCssVariables
    >
      <LanguageProvider locale={look.locale}>
        <Notifications position="bottom-right" limit={4} autoClose={6000} />
        <GuardedRouter>
          <Gate onLocale={setLocale}>
            <Lock>
              <Shell>
                <AppRoutes />
              </Shell>
            </Lock>
          </Gate>
        </GuardedRouter>
      </LanguageProvider>
    </MantineProvider>
  );
}
