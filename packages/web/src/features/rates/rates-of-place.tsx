import type { Rate } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '../../ui/loaded.tsx'
import { rateKinds, type RatePlace } from './rate-levels.ts'
import { RateList } from './rate-list.tsx'
import classes from './rates.module.css'
import { ratesQuery } from './rates.ts'

type Props = {
  place: RatePlace
  workspaceId: number
  /** What a new rate is in. */
  currency: string
}

/** What the time of one place is billed at and what it costs, day by day; to read and to change. */
export function RatesOfPlace(props: Props) {
  const query = useQuery(ratesQuery(props.workspaceId))
  return (
    <Loaded query={query}>
      {(rates: Rate[]) => (
        <div className={classes.kinds}>
          {rateKinds.map((kind) => (
            <RateList key={kind} kind={kind} rates={rates} {...props} />
          ))}
        </div>
      )}
    </Loaded>
  )
}
