import { toLocal } from '../../lib/local-time.ts'
import { useNowBy } from '../../lib/use-now.ts'
import { useFormats } from '../session/formats.ts'
import { daySeconds } from './blocks.ts'
import classes from './now-line.module.css'

/** Where today has come to. */
export function NowLine() {
  const { zone } = useFormats()
  const { secondOfDay } = toLocal(useNowBy(60_000), zone)
  return <div className={classes.line} style={{ top: `${(secondOfDay / daySeconds) * 100}%` }} aria-hidden />
}
