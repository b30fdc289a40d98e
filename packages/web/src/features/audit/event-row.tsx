import { UnstyledButton } from '@mantine/core'
import type { Event } from '@sundial/sdk'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { useFormats } from '../session/formats.ts'
import { ChangesList } from './changes-list.tsx'
import classes from './event-row.module.css'
import { useEventWords } from './event-words.ts'
import type { Names } from './use-names.ts'

type Props = { event: Event; names: Names }

/** One line; what changed in it shows when it is opened. */
export function EventRow({ event, names }: Props) {
  const formats = useFormats()
  const words = useEventWords(names)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <li className={classes.event}>
      <UnstyledButton
        className={classes.line}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setOpen(!isOpen)
        }}
      >
        <span className={classes.sign} data-open={isOpen || undefined}>
          <Icon of={IconChevronRight} />
        </span>
        <time className={classes.time} dateTime={event.at}>
          {formats.time(Date.parse(event.at))}
        </time>
        <span className={classes.what}>
          <strong>{names.person(event.user_id)}</strong> {words(event)}
        </span>
        <span className={list.quiet}>{names.wire(event.wire)}</span>
      </UnstyledButton>
      {isOpen && (
        <div id={id} className={classes.details}>
          <ChangesList event={event} names={names} />
        </div>
      )}
    </li>
  )
}
