import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './copy-field.module.css'
import { Icon } from './icon.tsx'

type Props = {
  label: string
  value: string
  /** What is seen of it, where that reads better. */
  shown?: string
  /** Has just come in the place of the button that asked for it, whose focus it takes over. */
  isNew?: boolean
}

/** Something to paste elsewhere. Over plain http a browser keeps its clipboard shut; then the text is at least marked. */
export function CopyField({ label, value, shown = value, isNew = false }: Props) {
  const { t } = useTranslation()
  const clipboard = useClipboard({ timeout: 2000 })
  const text = useRef<HTMLElement>(null)
  const id = useId()

  function copy() {
    clipboard.copy(value)
    if (text.current) window.getSelection()?.selectAllChildren(text.current)
  }

  return (
    <div>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <div className={classes.field} role="group" aria-labelledby={id}>
        <code ref={text} className={classes.value}>
          {shown}
        </code>
        <Button
          size="compact-sm"
          autoFocus={isNew}
          leftSection={<Icon of={clipboard.copied ? IconCheck : IconCopy} size={16} />}
          onClick={copy}
        >
          {clipboard.copied ? t('common.copied') : t('common.copy')}
        </Button>
      </div>
    </div>
  )
}
