import type { Event } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { changesOf, isTold, toRow } from './event-changes.ts'
import classes from './changes-list.module.css'
import { useFieldWords } from './event-words.ts'
import type { Names } from './use-names.ts'
import { useValueWords } from './value-words.ts'

type Props = { event: Pick<Event, 'kind' | 'before' | 'after'>; names: Names }

/** What an event changed, field by field in words: what was, and what is. */
export function ChangesList({ event, names }: Props) {
  const { t } = useTranslation()
  const fieldWords = useFieldWords()
  const written = useValueWords(names)
  const changes = changesOf(event, event.kind.split('.')[1] ?? '')
  if (changes.length === 0) return <p className={classes.none}>{t('audit.noChanges')}</p>
  const was = toRow(event.before)
  const is = toRow(event.after)
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field} className={classes.change}>
          <dt>{fieldWords(field)}</dt>
          <dd>
            {isTold(before) && <del className={classes.before}>{written(field, before, was)}</del>}
            {isTold(before) && isTold(after) && <span className={classes.arrow}>→</span>}
            {isTold(after) && <ins className={classes.after}>{written(field, after, is)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
