import { Button, Popover, SegmentedControl } from '@mantine/core'
import { useDisclosure, useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Export, NewExport } from '@sundial/sdk'
import { IconDownload, IconX } from '@tabler/icons-react'
import { useMatchRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { phone } from '../../ui/media.ts'
import { download, exportsQuery, fileOf, isUnderWay, useDropExport } from './exports.ts'
import { toDefinition } from './question.ts'
import { useReader } from './reader.tsx'
import { useOpenReport } from './saved-reports.ts'
import { useStartExport } from './start-export.tsx'
import { useQuestion, useWall } from './use-question.ts'
import { weekOf } from './week.ts'
import { weeklyQuestion } from './weekly-page.tsx'
import classes from './export-menu.module.css'

const formats = ['csv', 'xlsx', 'pdf', 'json'] as const

/** Files of what is on the screen, and those of the last day. */
export function ExportMenu() {
  const { t } = useTranslation()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const [isOpen, popover] = useDisclosure(false)
  return (
    <Popover opened={isOpen} onChange={popover.toggle} position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        {isPhone ? (
          <IconButton
            icon={IconDownload}
            size={36}
            variant="default"
            label={t('reports.export.button')}
            onClick={popover.toggle}
          />
        ) : (
          <Button leftSection={<Icon of={IconDownload} />} onClick={popover.toggle}>
            {t('reports.export.button')}
          </Button>
        )}
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={t('reports.export.button')}>
        <NewExportForm onStarted={popover.close} />
        <RecentExports />
      </Popover.Dropdown>
    </Popover>
  )
}

function NewExportForm({ onStarted }: { onStarted: () => void }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const { question, workspaceId } = useQuestion()
  const wall = useWall()
  const matches = useMatchRoute()
  const report = useOpenReport()
  const start = useStartExport()
  const isDetailed = Boolean(matches({ to: '/reports/detailed' }))
  const isWeekly = Boolean(matches({ to: '/reports/weekly' }))
  const [detail, setDetail] = useState<'summary' | 'entries'>(isDetailed ? 'entries' : 'summary')
  const [paper, setPaper] = useLocalStorage<'a4' | 'letter'>({
    key: 'sundial.paper',
    defaultValue: /-(US|CA|MX)$/.test(locale) ? 'letter' : 'a4',
    getInitialValueInEffect: false,
  })

  function write(format: NewExport['format']) {
    const shown = isWeekly
      ? weeklyQuestion(question, weekOf(question, wall))
      : { ...question, group_by: question.group_by ?? ['project'] }
    const name = report?.name ?? t('reports.export.name')
    const asked = toDefinition(shown, workspaceId)
    start.mutate({ question: asked, format, detail, paper, name }, { onSuccess: onStarted })
  }

  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('reports.export.what')}
        data={[
          { value: 'summary', label: t('reports.summary') },
          { value: 'entries', label: t('reports.export.entries') },
        ]}
        value={detail}
        onChange={(choice) => {
          setDetail(choice === 'entries' ? 'entries' : 'summary')
        }}
      />
      <div className={classes.formats}>
        {formats.map((format) => (
          <Button
            key={format}
            disabled={start.isPending}
            onClick={() => {
              write(format)
            }}
          >
            {t(`reports.export.${format}`)}
          </Button>
        ))}
      </div>
      <div className={classes.paper}>
        <span id="export-paper">{t('reports.export.paper')}</span>
        <SegmentedControl
          size="xs"
          aria-labelledby="export-paper"
          data={[
            { value: 'a4', label: 'A4' },
            { value: 'letter', label: 'Letter' },
          ]}
          value={paper}
          onChange={(choice) => {
            setPaper(choice === 'letter' ? 'letter' : 'a4')
          }}
        />
      </div>
    </>
  )
}

function RecentExports() {
  const { t } = useTranslation()
  const { data: rows = [] } = useQuery(exportsQuery)
  if (rows.length === 0) return null
  return (
    <section className={classes.recent} aria-label={t('reports.export.recent')}>
      <h3 className={classes.heading}>{t('reports.export.recent')}</h3>
      <ul className={classes.files}>
        {rows.map((row) => (
          <ExportRow key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function ExportRow({ row }: { row: Export }) {
  const { t } = useTranslation()
  const drop = useDropExport()
  const file = row.file_name
  return (
    <li className={classes.file}>
      <span className={classes.name}>
        <span className={classes.text} title={file}>
          {file}
        </span>
        <span className={classes.quiet}>{useProgress(row)}</span>
      </span>
      {row.status === 'done' && (
        <IconButton
          icon={IconDownload}
          label={t('reports.export.download', { file })}
          onClick={() => {
            download(fileOf(row.id))
          }}
        />
      )}
      <IconButton
        icon={IconX}
        label={
          isUnderWay(row) ? t('reports.export.cancelNamed', { file }) : t('reports.export.drop', { file })
        }
        onClick={() => {
          drop.mutate(row.id)
        }}
      />
    </li>
  )
}

/** How large a file is, or how far. */
function useProgress({ status, rows_done, rows_total, size_bytes }: Export): string {
  const { t } = useTranslation()
  const { locale } = useReader()
  if (status === 'done') {
    const kilobytes = Math.max(1, Math.round((size_bytes ?? 0) / 1000))
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte' }).format(kilobytes)
  }
  if (status === 'failed') return t('reports.export.hasFailed')
  if (!rows_total) return t('reports.export.waiting')
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(rows_done / rows_total)
}
