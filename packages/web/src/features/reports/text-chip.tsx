import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { useQuestion } from './use-question.ts'
import classes from './text-chip.module.css'

/** Words that occur in the title or the notes, asked for once typing pauses. */
export function TextChip() {
  const { t } = useTranslation()
  const { question, ask } = useQuestion()
  const asked = question.q ?? ''
  const [typed, setTyped] = useState(asked)
  const askSoon = useDebouncedCallback((text: string) => {
    ask({ q: text.trim() || undefined }, { replace: true })
  }, 350)
  // The address may change under the field: back, a saved report, all filters lifted.
  useEffect(() => {
    setTyped((before) => (before.trim() === asked ? before : asked))
  }, [asked])
  return (
    <TextInput
      className={classes.text}
      classNames={{ input: classes.input }}
      type="search"
      maxLength={500}
      aria-label={t('reports.filter.text')}
      placeholder={t('reports.filter.text')}
      leftSection={<Icon of={IconSearch} size={14} />}
      leftSectionWidth={28}
      data-set={asked !== '' || undefined}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        askSoon(event.currentTarget.value)
      }}
    />
  )
}
