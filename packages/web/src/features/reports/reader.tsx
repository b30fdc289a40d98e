import { createContext, use, type ReactNode } from 'react'

/** How whoever looks at a report reads: somebody signed in as their profile says, a guest as their browser does. */
export type Reader = {
  locale: string
  weekStart: number
  duration: (seconds: number) => string
}

const ReaderContext = createContext<Reader | undefined>(undefined)

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>
}

export function useReader(): Reader {
  const reader = use(ReaderContext)
  if (!reader) throw new Error('This component needs a reader around it.')
  return reader
}
