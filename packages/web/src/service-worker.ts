import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { ownPaths } from './app/own-paths.ts'

/**
 * Keeps the program of the app, so that it opens at once and without a network. It keeps no answer of the API and asks for
 * nothing by itself. A new version waits until nobody looks at the old one, or until somebody asks for it: the old one
 * has its pieces until then.
 */

/** Every file of this build; the page itself is kept with the policy, and the nonce, that it came with. */
declare const precached: { url: string; revision: string | null }[]

type WorkerScope = {
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void
  skipWaiting: () => Promise<void>
}
// The types of pages, which the rest of the app needs, have another `self`.
const worker = self as unknown as WorkerScope

cleanupOutdatedCaches()
precacheAndRoute(precached)
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/'), {
    allowlist: [new RegExp(String.raw`^/(?:(?:${ownPaths.join('|')})(?:[/?]|$)|\?|$)`)],
  }),
)

worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') worker.skipWaiting().catch(reportError)
})
