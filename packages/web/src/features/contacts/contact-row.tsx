import { Menu } from '@mantine/core'
import type { Contact } from '@sundial/sdk'
import { IconDots, IconPencil, IconStar, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import list from '../../ui/list.module.css'
import { MailLink, PhoneLink } from '../../ui/reach-link.tsx'
import { showError } from '../../ui/notices.tsx'
import classes from './contacts.module.css'
import { contactName, useDeleteContact, useUpdateContact } from './contacts.ts'

type Props = { contact: Contact; onEdit: (contact: Contact) => void }

export function ContactRow({ contact, onEdit }: Props) {
  const { t } = useTranslation()
  const { title, department, email, phone, mobile } = contact
  const place = [title, department].filter(Boolean).join(', ')
  return (
    <li className={`${list.row} ${classes.contact}`}>
      <div className={classes.who}>
        <span>
          {contactName(contact)}
          {contact.is_primary && (
            <span className={classes.primary}>
              <Icon of={IconStar} size={14} />
              {t('crm.contacts.isPrimary')}
            </span>
          )}
        </span>
        {place && <span className={list.quiet}>{place}</span>}
      </div>
      <div className={classes.reach}>
        {email && <MailLink address={email} />}
        {[phone, mobile].map((number) => number && <PhoneLink key={number} number={number} />)}
      </div>
      <ContactMenu contact={contact} onEdit={onEdit} />
    </li>
  )
}

function ContactMenu({ contact, onEdit }: Props) {
  const { t } = useTranslation()
  const update = useUpdateContact()
  const remove = useDeleteContact()
  return (
    <Menu width={200}>
      <Menu.Target>
        <IconButton
          icon={IconDots}
          label={t('crm.actionsFor', { name: contactName(contact) })}
          className={classes.menu}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon of={IconPencil} />}
          onClick={() => {
            onEdit(contact)
          }}
        >
          {t('crm.contacts.edit')}
        </Menu.Item>
        {!contact.is_primary && contact.is_active && (
          <Menu.Item
            leftSection={<Icon of={IconStar} />}
            onClick={() => {
              update.mutate({ id: contact.id, changes: { is_primary: true } }, { onError: showError })
            }}
          >
            {t('crm.contacts.makePrimary')}
          </Menu.Item>
        )}
        <Menu.Item
          color="danger"
          leftSection={<Icon of={IconTrash} />}
          onClick={() => {
            remove.mutate(contact)
          }}
        >
          {t('crm.contacts.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
