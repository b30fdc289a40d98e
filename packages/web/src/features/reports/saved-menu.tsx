import { Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { SavedReport } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import {
  IconBookmark,
  IconCheck,
  IconDeviceFloppy,
  IconFileInvoice,
  IconPencil,
  IconPlus,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { phone } from '../../ui/media.ts'
import { showNotice } from '../../ui/notices.tsx'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { fromDefinition, isSameQuestion, toDefinition, withoutGaps } from './question.ts'
import { SaveDialog } from './save-dialog.tsx'
import {
  savedReportsQuery,
  useDeleteReport,
  useMayChange,
  useOpenReport,
  useUpdateReport,
} from './saved-reports.ts'
import { useQuestion } from './use-question.ts'
import classes from './saved-menu.module.css'

type Saving = { report?: SavedReport }

/** The questions that are kept, and what can be done with the one on the screen. */
export function SavedMenu() {
  const { t } = useTranslation()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const [saving, setSaving] = useState<Saving>()
  const { question, workspaceId } = useQuestion()
  // Held here, as the menu is gone before the answer is there.
  const update = useUpdateReport()

  function updateQuestion(report: SavedReport) {
    update.mutate(
      { id: report.id, changes: { question: toDefinition(question, workspaceId) } },
      {
        onSuccess: () => {
          showNotice({ message: t('reports.saved.updated', report) })
        },
      },
    )
  }

  return (
    <>
      <Menu width={280} position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          {isPhone ? (
            <IconButton icon={IconBookmark} size={36} variant="default" label={t('reports.saved.title')} />
          ) : (
            <Button leftSection={<Icon of={IconBookmark} />}>{t('reports.saved.title')}</Button>
          )}
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          <OpenReportItems onSave={setSaving} onUpdate={updateQuestion} />
          <SavedItems />
          <PresetItems />
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <SaveDialog
          report={saving.report}
          onClose={() => {
            setSaving(undefined)
          }}
        />
      )}
    </>
  )
}

type OpenReportProps = { onSave: (saving: Saving) => void; onUpdate: (report: SavedReport) => void }

/** Saving, and changing the report that is open. */
function OpenReportItems({ onSave, onUpdate }: OpenReportProps) {
  const { t } = useTranslation()
  const { question, open } = useQuestion()
  const report = useOpenReport()
  const mayChange = useMayChange(report)
  const remove = useDeleteReport()
  const isChanged = report !== undefined && !isSameQuestion(fromDefinition(report.question), question)
  return (
    <>
      {report && mayChange && isChanged && (
        <Menu.Item
          leftSection={<Icon of={IconDeviceFloppy} />}
          onClick={() => {
            onUpdate(report)
          }}
        >
          {t('reports.saved.update', report)}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Icon of={IconPlus} />}
        onClick={() => {
          onSave({})
        }}
      >
        {report ? t('reports.saved.saveAs') : t('reports.saved.save')}
      </Menu.Item>
      {report && mayChange && (
        <>
          <Menu.Item
            leftSection={<Icon of={IconPencil} />}
            onClick={() => {
              onSave({ report })
            }}
          >
            {t('reports.saved.rename')}
          </Menu.Item>
          <Menu.Item
            color="danger"
            leftSection={<Icon of={IconTrash} />}
            onClick={() => {
              remove.mutate(report)
              open(question)
            }}
          >
            {t('reports.saved.delete', report)}
          </Menu.Item>
        </>
      )}
    </>
  )
}

function SavedItems() {
  const { t } = useTranslation()
  const me = useMe()
  const { savedId, workspaceId, open } = useQuestion()
  const { data: reports = [] } = useQuery(savedReportsQuery(workspaceId))
  if (reports.length === 0) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('reports.saved.title')}</Menu.Label>
      {reports.map((report) => (
        <Menu.Item
          key={report.id}
          aria-current={report.id === savedId || undefined}
          rightSection={
            report.id === savedId ? (
              <Icon of={IconCheck} />
            ) : report.user_id !== me.id ? (
              <span className={classes.theirs} title={t('reports.saved.byOther')}>
                <Icon of={IconUsers} size={16} />
              </span>
            ) : undefined
          }
          onClick={() => {
            open(fromDefinition(report.question), { savedId: report.id })
          }}
        >
          <span className={classes.name}>{report.name}</span>
        </Menu.Item>
      ))}
    </>
  )
}

/** Questions that many ask. */
function PresetItems() {
  const { t } = useTranslation()
  const { question, open } = useQuestion()
  const { role } = useCurrentWorkspace()
  if (role === 'viewer') return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('reports.presets')}</Menu.Label>
      <Menu.Item
        leftSection={<Icon of={IconFileInvoice} />}
        onClick={() => {
          open(
            withoutGaps({
              ...question,
              group_by: ['project', 'rate'],
              billing_status: ['billable'],
              sort: undefined,
            }),
          )
        }}
      >
        {t('reports.invoiceLines')}
      </Menu.Item>
    </>
  )
}
