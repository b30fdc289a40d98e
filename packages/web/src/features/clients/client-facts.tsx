import type { Client } from '@sundial/sdk'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import facts from '../../ui/facts.module.css'
import { MailLink, PhoneLink } from '../../ui/reach-link.tsx'
import classes from './client-page.module.css'

/** What is known of a client; what is not is left out. */
export function ClientFacts({ client }: { client: Client }) {
  const { t } = useTranslation()
  const known: [string, ReactNode][] = [
    [t('clients.contactPerson'), client.contact_person],
    [t('session.email'), client.email && <MailLink address={client.email} />],
    [t('clients.phone'), client.phone && <PhoneLink number={client.phone} />],
    [t('clients.address'), client.address && <span className={classes.lines}>{client.address}</span>],
    [t('clients.currency'), client.currency],
    [t('clients.notes'), client.notes && <span className={classes.lines}>{client.notes}</span>],
  ]
  const rows = known.filter(([, fact]) => Boolean(fact))
  if (rows.length === 0) return null
  return (
    <dl className={`${facts.facts} ${classes.facts}`}>
      {rows.map(([name, fact]) => (
        <div key={name} className={facts.fact}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
