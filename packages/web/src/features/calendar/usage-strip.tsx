import { Tooltip } from '@mantine/core'
import { useRef, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../reports/dates.ts'
import { useFormats } from '../session/formats.ts'
import { placeOf } from './blocks.ts'
import type { Strip } from './usage-strips.ts'
import classes from './usage-strip.module.css'

/**
 * What a device saw, in the lane beside the blocks. A click makes an entry of it; it is too narrow to be a button, and keys
 * have the hours beside it.
 */
export function UsageStrip({ strip, onUse }: { strip: Strip; onUse: (strip: Strip) => void }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const pressedAt = useRef(0)
  const { top, height } = placeOf(strip)
  const words = {
    what: strip.what ?? t('calendar.someApp'),
    day: formatDay(strip.day, formats.locale),
    from: formats.timeOfDay(strip.from),
    to: formats.timeOfDay(strip.to),
  }
  return (
    <Tooltip label={t('calendar.usage', words)} position="right">
      <div
        role="img"
        className={classes.strip}
        style={{ top: `${top}%`, height: `${height}%` }}
        aria-label={t('calendar.usage', words)}
        onPointerDown={(event) => {
          pressedAt.current = event.clientY
          handOn(event)
        }}
        onClick={(event) => {
          // The end of a drag over the hours is no click.
          if (Math.abs(event.clientY - pressedAt.current) < 4) onUse(strip)
        }}
      />
    </Tooltip>
  )
}

/** The hours below are dragged over, whatever lies on them. */
function handOn({ clientX, clientY, pointerId }: PointerEvent) {
  const slot = document
    .elementsFromPoint(clientX, clientY)
    .find((element) => element.hasAttribute('data-drag-slot-index'))
  slot?.dispatchEvent(new window.PointerEvent('pointerdown', { bubbles: true, clientX, clientY, pointerId }))
}
