import { Button } from '@mantine/core'
import type { Export } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import list from '../../ui/list.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { exportsQuery, fileOf, isUnderWay, useDropExport } from '../reports/exports.ts'
import { useFormats } from '../session/formats.ts'
import rows from './sessions-section.module.css'
import { SettingsSection } from './settings-section.tsx'

/** The files of the last day that hold everything; those of reports are with the reports. */
export function ExportList() {
  const { t } = useTranslation()
  const query = useQuery(exportsQuery)
  const files = query.data?.filter(({ content }) => content === 'everything')
  return (
    <SettingsSection title={t('dataExport.files')} text={t('dataExport.filesText')}>
      {query.isPending && <RowsSkeleton />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {files?.length === 0 && <p className={rows.quiet}>{t('dataExport.none')}</p>}
      {files && files.length > 0 && (
        <ul className={list.rows}>
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
    </SettingsSection>
  )
}

function FileRow({ file }: { file: Export }) {
  const { t } = useTranslation()
  const { date, time } = useFormats()
  const drop = useDropExport()
  const remove = () => {
    drop.mutate(file.id)
  }
  const state = isUnderWay(file)
    ? t('dataExport.writing', { count: file.rows_done })
    : file.status === 'done'
      ? t('dataExport.done', { count: file.rows_done })
      : t('dataExport.failed', { error: file.error ?? '' })
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <span>{file.file_name}</span>
        <span className={rows.quiet}>
          {date(file.created_at)}, {time(Date.parse(file.created_at))} · <span role="status">{state}</span>
        </span>
      </div>
      {file.status === 'done' ? (
        <Button
          size="compact-sm"
          component="a"
          href={fileOf(file.id)}
          download
          aria-label={t('dataExport.downloadNamed', { file: file.file_name })}
        >
          {t('dataExport.download')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          aria-label={t('dataExport.dropNamed', { file: file.file_name })}
          onClick={remove}
        >
          {t(isUnderWay(file) ? 'dataExport.stop' : 'dataExport.drop')}
        </Button>
      )}
    </li>
  )
}
