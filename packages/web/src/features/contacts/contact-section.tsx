import { Button, UnstyledButton } from '@mantine/core'
import type { Contact } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconChevronRight, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/section.tsx'
import { seesOnlyOwn } from '../crm/owners.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { ContactRow } from './contact-row.tsx'
import classes from './contacts.module.css'
import { contactsQuery } from './contacts.ts'

const ContactDialog = lazy(async () => ({ default: (await import('./contact-dialog.tsx')).ContactDialog }))

/** The people at a client. */
export function ContactSection({ clientId }: { clientId: number }) {
  const { t } = useTranslation()
  const query = useQuery(contactsQuery(clientId))
  const [edited, setEdited] = useState<Contact | 'new'>()
  return (
    <Section
      title={t('crm.contacts.title')}
      actions={
        <Button
          size="compact-sm"
          leftSection={<Icon of={IconPlus} size={16} />}
          onClick={() => {
            setEdited('new')
          }}
        >
          {t('crm.contacts.new')}
        </Button>
      }
    >
      <Loaded query={query}>{(contacts) => <ContactList contacts={contacts} onEdit={setEdited} />}</Loaded>
      {edited && (
        <Suspense>
          <ContactDialog
            contact={edited === 'new' ? undefined : edited}
            clientId={clientId}
            isFirst={query.data?.length === 0}
            onClose={() => {
              setEdited(undefined)
            }}
          />
        </Suspense>
      )}
    </Section>
  )
}

type ListProps = { contacts: Contact[]; onEdit: (contact: Contact) => void }

function ContactList({ contacts, onEdit }: ListProps) {
  const { t } = useTranslation()
  const isOwnOnly = seesOnlyOwn(useCurrentWorkspace())
  const [isOpen, setOpen] = useState(false)
  if (contacts.length === 0)
    return (
      <p className={classes.none}>{isOwnOnly ? t('crm.contacts.noneOfYours') : t('crm.contacts.none')}</p>
    )
  // The primary one stands first; the others as the server has them, by last name.
  const active = contacts
    .filter(({ is_active }) => is_active)
    .sort((a, b) => Number(b.is_primary) - Number(a.is_primary))
  const inactive = contacts.filter(({ is_active }) => !is_active)
  return (
    <>
      <ul data-rows className={list.rows} aria-label={t('crm.contacts.title')}>
        {active.map((contact) => (
          <ContactRow key={contact.id} contact={contact} onEdit={onEdit} />
        ))}
      </ul>
      {inactive.length > 0 && (
        <UnstyledButton
          className={classes.fold}
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen)
          }}
        >
          <Icon of={IconChevronRight} size={16} />
          {t('crm.contacts.inactive', { count: inactive.length })}
        </UnstyledButton>
      )}
      {isOpen && inactive.length > 0 && (
        <ul
          data-rows
          className={list.rows}
          aria-label={t('crm.contacts.inactive', { count: inactive.length })}
        >
          {inactive.map((contact) => (
            <ContactRow key={contact.id} contact={contact} onEdit={onEdit} />
          ))}
        </ul>
      )}
    </>
  )
}
