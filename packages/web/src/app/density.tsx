import { useEffect } from 'react'
import { useMe } from '../features/session/session.ts'

/** Tells the style sheets how close rows stand for the person who is signed in. */
export function Density() {
  const { density } = useMe()
  useEffect(() => {
    document.documentElement.dataset['density'] = density
    return () => {
      delete document.documentElement.dataset['density']
    }
  }, [density])
  return null
}
