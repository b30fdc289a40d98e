import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { inBackground } from '../../lib/background.ts'
import { isDay } from '../../lib/local-time.ts'
import { phone } from '../../ui/media.ts'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { daysOfView, readView, type View } from './views.ts'

type Place = { view?: View; day?: string | undefined }

/** What of the calendar the address asks for, and the way to something else. */
export function useAddress() {
  const me = useMe()
  const { today } = useFormats()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const asked = useSearch({ from: '/shell/calendar' })
  const navigate = useNavigate()
  const view = readView(asked.view, isPhone)
  const day = isDay(asked.day) ? asked.day : today()
  return {
    view,
    day,
    isPhone,
    days: daysOfView(view, day, me.week_start),
    weekStart: me.week_start,
    /** A view without a day is today's. */
    go: (place: Place) => {
      inBackground(navigate({ to: '/calendar', search: { view, day: asked.day, ...place } }))
    },
  }
}

export type Address = ReturnType<typeof useAddress>
