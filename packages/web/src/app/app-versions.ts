/** A tab that stays open for weeks asks this often whether there is a new version, and only when somebody looks at it. */
const asksEvery = 15 * 60_000

/**
 * Installs what lets the app open at once and without a network, where the browser allows it: over https, or on this
 * machine. Calls `onNew` when a version has come that waits, with what changes to it.
 */
export function followVersions(onNew: (change: () => void) => void): void {
  recoverFromMissingPiece()
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // After the first screen: on a slow network it would take from its time.
  if (document.readyState === 'complete') install(onNew)
  else
    window.addEventListener('load', () => {
      install(onNew)
    })
}

function install(onNew: (change: () => void) => void) {
  register(onNew).catch(ignore)
}

/** A browser may refuse, as in private windows, some without a word; the app works without. */
async function register(onNew: (change: () => void) => void): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
  const registration = await navigator.serviceWorker.getRegistration()
  if (registration) watch(registration, onNew)
}

function watch(registration: ServiceWorkerRegistration, onNew: (change: () => void) => void) {
  const { serviceWorker } = navigator
  let isAsked = false

  function tell() {
    onNew(() => {
      isAsked = true
      if (registration.waiting) registration.waiting.postMessage('take-over')
      else location.reload()
    })
  }

  // The very first one takes nobody's place.
  if (registration.waiting && serviceWorker.controller) tell()
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && serviceWorker.controller) tell()
    })
  })
  serviceWorker.addEventListener('controllerchange', () => {
    // Asked for in another tab, it must not take away what is typed in this one.
    if (isAsked) location.reload()
    else tell()
  })

  let askedAt = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - askedAt < asksEvery) return
    askedAt = Date.now()
    registration.update().catch(ignore)
  })
}

/** The pieces of an old version are gone from the server; the page of the new one knows its own. */
function recoverFromMissingPiece() {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem('sundial.reloaded') ?? 0)
    if (!navigator.onLine || Date.now() - last < 60_000) return
    sessionStorage.setItem('sundial.reloaded', String(Date.now()))
    location.reload()
  })
}

function ignore() {}
