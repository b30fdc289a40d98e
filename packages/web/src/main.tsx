import '@fontsource-variable/inter/wght.css'
import './app/global.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { MantineProvider } from '@mantine/core'
import { setNonce } from 'get-nonce'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { followVersions } from './app/app-versions.ts'
import { startTranslations } from './app/i18n.ts'
import { tellOfNewVersion } from './app/new-version.tsx'
import { createQueryClient } from './app/query-client.ts'
import { createAppRouter } from './app/router.tsx'
import { SessionLanguage } from './app/session-language.tsx'
import { cssVariablesResolver, theme } from './app/theme.ts'
import { localeOf } from './features/session/locale.ts'
import { sessionQuery } from './features/session/session.ts'
import { inBackground } from './lib/background.ts'
import { followFocus } from './ui/last-focus.ts'

const NoticesPlace = lazy(async () => ({ default: (await import('./app/notices-place.tsx')).NoticesPlace }))

// The server writes a fresh nonce into the page; every style element made later must carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
setNonce(nonce)
followFocus()
followVersions(tellOfNewVersion)

const queryClient = createQueryClient()
// Who is signed in is on its way while the words are.
inBackground(queryClient.prefetchQuery(sessionQuery))
await startTranslations(localeOf(undefined))
const router = createAppRouter(queryClient)
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <SessionLanguage />
        <RouterProvider router={router} />
        <Suspense>
          <NoticesPlace />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
