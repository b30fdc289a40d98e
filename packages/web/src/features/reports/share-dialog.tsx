import { Button, Checkbox, Select } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import type { ReportLink, SavedReport } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { IconLink, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { phone } from '../../ui/media.ts'
import { useFormats } from '../session/formats.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { fromDefinition, isSameQuestion } from './question.ts'
import { SaveForm } from './save-dialog.tsx'
import {
  reportLinksQuery,
  useCreateLink,
  useMayChange,
  useOpenReport,
  useRevokeLink,
} from './saved-reports.ts'
import { useQuestion } from './use-question.ts'
import classes from './share-dialog.module.css'

const lifetimes = { week: 7, month: 30, quarter: 90, never: undefined } as const
type Lifetime = keyof typeof lifetimes

/** Public links to the report on the screen; it is saved first, so that a link has something to show. */
export function ShareButton() {
  const { t } = useTranslation()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const { role } = useCurrentWorkspace()
  const [isOpen, modal] = useDisclosure(false)
  if (role === 'viewer') return null
  return (
    <>
      {isPhone ? (
        <IconButton
          icon={IconLink}
          size={36}
          variant="default"
          label={t('reports.share.button')}
          onClick={modal.open}
        />
      ) : (
        <Button leftSection={<Icon of={IconLink} />} onClick={modal.open}>
          {t('reports.share.button')}
        </Button>
      )}
      {isOpen && (
        <Dialog title={t('reports.share.title')} isSmall onClose={modal.close}>
          <ShareSteps onClose={modal.close} />
        </Dialog>
      )}
    </>
  )
}

function ShareSteps({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { question } = useQuestion()
  const open = useOpenReport()
  const mayChange = useMayChange(open)
  const [saved, setSaved] = useState<SavedReport>()
  const isKept = open !== undefined && mayChange && isSameQuestion(fromDefinition(open.question), question)
  const report = saved ?? (isKept ? open : undefined)
  if (report) return <Links report={report} onClose={onClose} />
  return (
    <>
      <p className={dialog.text}>{t('reports.share.saveFirst')}</p>
      <SaveForm report={undefined} onDone={setSaved} onCancel={onClose} />
    </>
  )
}

function Links({ report, onClose }: { report: SavedReport; onClose: () => void }) {
  const { t } = useTranslation()
  const query = useQuery(reportLinksQuery(report.id))
  const create = useCreateLink(report.id)
  const [showsAmounts, setShowsAmounts] = useState(false)
  const [lifetime, setLifetime] = useState<Lifetime>('month')

  function make() {
    const days = lifetimes[lifetime]
    create.mutate({
      shows_amounts: showsAmounts,
      expires_at: days === undefined ? null : new Date(Date.now() + days * 86_400_000).toISOString(),
    })
  }

  return (
    <div className={dialog.form}>
      <p className={classes.text}>{t('reports.share.text', report)}</p>
      <Loaded query={query}>
        {(links) =>
          links.length > 0 && (
            <ul className={classes.links}>
              {links.map((link) => (
                <LinkRow key={link.id} link={link} reportId={report.id} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={classes.new}>
        <Select
          label={t('reports.share.expiry')}
          allowDeselect={false}
          data={[
            { value: 'week', label: t('reports.share.week') },
            { value: 'month', label: t('keys.lifetime.month') },
            { value: 'quarter', label: t('keys.lifetime.quarter') },
            { value: 'never', label: t('keys.lifetime.never') },
          ]}
          value={lifetime}
          onChange={(choice) => {
            setLifetime(isLifetime(choice) ? choice : 'month')
          }}
        />
        <Checkbox
          label={t('reports.share.amounts')}
          description={t('reports.share.amountsHint')}
          checked={showsAmounts}
          onChange={(event) => {
            setShowsAmounts(event.currentTarget.checked)
          }}
        />
      </div>
      <div className={dialog.actions}>
        <Button onClick={onClose}>{t('common.done')}</Button>
        <Button variant="filled" loading={create.isPending} onClick={make}>
          {t('reports.share.make')}
        </Button>
      </div>
    </div>
  )
}

function LinkRow({ link, reportId }: { link: ReportLink; reportId: number }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const revoke = useRevokeLink(reportId)
  const end = link.expires_at
    ? t('keys.expires', { date: formats.date(link.expires_at) })
    : t('keys.noExpiry')
  const amounts = link.shows_amounts ? t('reports.share.withAmounts') : t('reports.share.withoutAmounts')
  return (
    <li className={classes.link}>
      <div className={classes.field}>
        <CopyField label={`${amounts}, ${end}`} value={link.url} />
      </div>
      <IconButton
        icon={IconTrash}
        label={t('reports.share.revoke')}
        loading={revoke.isPending}
        onClick={() => {
          revoke.mutate(link.id)
        }}
      />
    </li>
  )
}

function isLifetime(choice: string | null): choice is Lifetime {
  return choice !== null && choice in lifetimes
}
