import { Button, Loader } from '@mantine/core'
import type { Server, WireUse } from '@sundial/sdk'
import { IconPlugConnected } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAgo } from '../../lib/ago.ts'
import { useNow } from '../../lib/use-now.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useFormats } from '../session/formats.ts'
import classes from './connection-test.module.css'
import { useConnectionTest } from './wire-uses.ts'

const verbs = {
  idle: 'connect.test',
  waiting: 'connect.stop',
  heard: 'connect.test',
  late: 'connect.tryAgain',
  failed: 'connect.tryAgain',
} as const

type Props = { wire: Server['wires'][number]; hasKey: boolean }

/** Says whether a client reaches this server, as soon as one does; begins by itself once there is a key to give it. */
export function ConnectionTest({ wire, hasKey }: Props) {
  const { t } = useTranslation()
  const { state, last, isKnown, error, retry, begin, end } = useConnectionTest(wire.name)
  useEffect(() => {
    if (hasKey) begin()
  }, [hasKey, begin])
  return (
    <div className={classes.test}>
      <div>
        {/* The minutes that go by are not announced. */}
        <span role="status">
          {state === 'waiting' && (
            <>
              <Loader className={classes.mark} size={16} color="var(--ink-soft)" />
              {t('connect.waiting')}
            </>
          )}
          {state === 'heard' && (
            <>
              <span className={classes.mark}>
                <Icon of={IconPlugConnected} />
              </span>
              {t('connect.heard', wire)}
            </>
          )}
          {state === 'late' && t('connect.late')}
        </span>
        {state === 'waiting' && <span className={classes.quiet}>{t('connect.waitingHint')}</span>}
        {state === 'heard' && last && <Heard use={last} say={(when) => `, ${when}`} />}
        {state === 'idle' && last && <Heard use={last} say={(when) => t('connect.lastHeard', { when })} />}
        {state === 'idle' && isKnown && !last && t('connect.neverHeard')}
      </div>
      {state === 'failed' && <FormError error={error} />}
      {/* One button for all, so that the focus stays on it. */}
      <Button
        onClick={() => {
          if (state === 'failed') retry()
          else if (state === 'waiting') end()
          else begin()
        }}
      >
        {t(verbs[state])}
      </Button>
    </div>
  )
}

type HeardProps = { use: WireUse; say: (when: string) => string }

/** When a client called, and below it what it calls itself. */
function Heard({ use, say }: HeardProps) {
  const { t } = useTranslation()
  const { locale } = useFormats()
  const seconds = (useNow() - Date.parse(use.used_at)) / 1000
  return (
    <>
      {say(formatAgo(seconds, locale) ?? t('dates.justNow'))}
      {use.client && <span className={classes.quiet}>{use.client}</span>}
    </>
  )
}
