import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './keys-made-before.module.css'
import { useKeyFacts } from './key-facts.ts'
import { tokensQuery } from './tokens.ts'

type Props = {
  /** What the keys made here are called. */
  name: string
  /** The one that has just been made, which is shown in full. */
  except: number | undefined
}

/** Reminds of the keys that were made here for a system, so that nobody makes a second one for want of the first. */
export function KeysMadeBefore({ name, except }: Props) {
  const { t } = useTranslation()
  const facts = useKeyFacts()
  const { data } = useQuery(tokensQuery)
  const keys = data?.filter((key) => key.name === name && key.id !== except) ?? []
  if (keys.length === 0) return null
  return (
    <div className={classes.keys}>
      <Link to="/settings/api-keys">{t('connect.madeBefore')}</Link>
      <ul className={classes.list}>
        {keys.map((key) => (
          <li key={key.id}>
            <code>{key.prefix}…</code>
            {` · ${facts.made(key)} · ${facts.lastUse(key)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
