import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../lib/error-text.ts'
import classes from './palette.module.css'

type Props = {
  isSearching: boolean
  error: unknown
  /** Of what fits; nothing while nothing is typed. */
  count: number | undefined
}

const hints = [
  ['↑ ↓', 'palette.move'],
  ['Enter', 'palette.choose'],
  ['Esc', 'palette.close'],
] as const

/** How the search goes, and which keys there are. */
export function PaletteFoot({ isSearching, error, count }: Props) {
  const { t } = useTranslation()
  const state = isSearching
    ? t('palette.searching')
    : error
      ? t('palette.failed', { why: errorText(error) })
      : count !== undefined && t('palette.count', { count })
  return (
    <div className={classes.foot}>
      <span role="status" className={error && !isSearching ? classes.failed : undefined}>
        {state}
      </span>
      <span className={classes.hints}>
        {hints.map(([key, meaning]) => (
          <span key={key}>
            <Kbd size="xs">{key}</Kbd> {t(meaning)}
          </span>
        ))}
      </span>
    </div>
  )
}
