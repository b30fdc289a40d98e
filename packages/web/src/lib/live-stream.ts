/** What the server's stream tells. Whatever changed before `open` was not told. */
export type LiveMessage =
  | { type: 'open' }
  | { type: 'change'; data: string }
  | { type: 'lost' }
  /** The answer was no stream, most often because nobody is signed in any more. */
  | { type: 'refused' }

type Listener = (message: LiveMessage) => void

const streamUrl = '/sundial/api/v1/events/stream'
const reopenAfter = 3000

/**
 * A browser keeps six connections to a server that speaks HTTP/1.1, and each stream takes one of them. So one tab
 * holds the stream and tells the others, where the browser lets tabs agree on one; that takes https or localhost.
 */
export function followLive(listener: Listener): () => void {
  return 'locks' in navigator ? shareStream(listener) : keepOwnStream(listener)
}

// ── One for all tabs ────────────────────────────────────────────────────────────────────────────────────────────────

const sharedName = 'sundial.live'
/** A phone freezes tabs in the background; a tab that holds the stream and is silent for so long loses it. */
const answersWithin = 2000

/** Between tabs: what the stream tells, the question who holds it, and the answer where there is no news. */
type TabMessage = LiveMessage | { type: 'anyone?' } | { type: 'here' }

function shareStream(listener: Listener): () => void {
  const tabs = new BroadcastChannel(sharedName)
  const leaving = new AbortController()
  let letGo: (() => void) | undefined
  let isLost = false
  let takingOver: ReturnType<typeof setTimeout> | undefined

  function post(message: TabMessage) {
    tabs.postMessage(message)
  }

  function hold(): Promise<void> {
    clearTimeout(takingOver)
    const close = openStream((message) => {
      isLost = message.type === 'lost' || message.type === 'refused'
      listener(message)
      post(message)
    })
    return new Promise((resolve) => {
      letGo = () => {
        letGo = undefined
        close()
        resolve()
      }
    })
  }

  function queue() {
    navigator.locks.request(sharedName, { signal: leaving.signal }, hold).catch(() => {
      letGo?.()
      // Taken over by another tab: this one waits for its turn again.
      if (!leaving.signal.aborted) queue()
    })
  }

  function takeOver() {
    navigator.locks.request(sharedName, { steal: true }, hold).catch(() => letGo?.())
  }

  function askForHolder() {
    if (letGo || document.hidden) return
    post({ type: 'anyone?' })
    clearTimeout(takingOver)
    takingOver = setTimeout(takeOver, answersWithin)
  }

  tabs.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    if (data.type === 'anyone?') {
      if (letGo) post({ type: isLost ? 'lost' : 'here' })
      return
    }
    clearTimeout(takingOver)
    if (data.type !== 'here') listener(data)
  })
  document.addEventListener('visibilitychange', askForHolder)
  queue()
  askForHolder()

  return () => {
    leaving.abort()
    letGo?.()
    clearTimeout(takingOver)
    document.removeEventListener('visibilitychange', askForHolder)
    tabs.close()
  }
}

// ── One for each tab ────────────────────────────────────────────────────────────────────────────────────────────────

/** A tab nobody looks at gives its connection up after this time. */
const restsAfter = 30_000

function keepOwnStream(listener: Listener): () => void {
  let close: (() => void) | undefined = openStream(listener)
  let resting: ReturnType<typeof setTimeout> | undefined

  function rest() {
    close?.()
    close = undefined
  }

  function onVisibility() {
    clearTimeout(resting)
    if (document.hidden) resting = setTimeout(rest, restsAfter)
    else close ??= openStream(listener)
  }

  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    clearTimeout(resting)
    document.removeEventListener('visibilitychange', onVisibility)
    close?.()
  }
}

// ── The stream itself ───────────────────────────────────────────────────────────────────────────────────────────────

function openStream(listener: Listener): () => void {
  let source: EventSource
  let reopening: ReturnType<typeof setTimeout> | undefined

  function open() {
    source = new EventSource(streamUrl)
    source.addEventListener('open', () => {
      listener({ type: 'open' })
    })
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      listener({ type: 'change', data })
    })
    source.addEventListener('error', () => {
      // The browser tries again by itself, except after an answer that was no stream.
      const isRefused = source.readyState === EventSource.CLOSED
      listener({ type: isRefused ? 'refused' : 'lost' })
      if (isRefused) reopening = setTimeout(open, reopenAfter)
    })
  }

  open()
  return () => {
    source.close()
    clearTimeout(reopening)
  }
}
