import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { CopyField } from '../../ui/copy-field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from './connect-page.module.css'

type Props = {
  value: string | undefined
  words: { title: string; needed: string; ask: string; note: string }
  isBusy: boolean
  error: unknown
  onAsk: () => void
}

/** A key that is made, or shown, when somebody asks for it. */
export function AskedKey({ value, words, isBusy, error, onAsk }: Props) {
  if (value !== undefined) {
    return (
      <>
        <CopyField label={words.title} value={value} isNew />
        <p className={classes.note}>{words.note}</p>
      </>
    )
  }
  return (
    <div className={classes.asked}>
      <p className={classes.label}>{words.needed}</p>
      <Button variant="filled" leftSection={<Icon of={IconKey} />} loading={isBusy} onClick={onAsk}>
        {words.ask}
      </Button>
      <FormError error={error} />
    </div>
  )
}
