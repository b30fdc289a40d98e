import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isApiError } from '../../lib/api-error.ts'
import { download, exportQuery, fileOf, isUnderWay, useDropExport } from './exports.ts'
import classes from './export-notice.module.css'

/** How far a file is; once it is written it comes by itself, if the page is still there. */
export function ExportNotice({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(exportQuery(id))
  const drop = useDropExport()
  const isFetched = useRef(false)
  const status = data?.status
  useEffect(() => {
    if (status !== 'done' || isFetched.current) return
    isFetched.current = true
    download(fileOf(id))
    const closing = setTimeout(onClose, 6000)
    return () => {
      clearTimeout(closing)
    }
  }, [status, id, onClose])

  // Cancelled elsewhere, it is no longer there.
  const isGone = isApiError(error, 'not_found')
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])

  if (!data) return null
  const file = data.file_name
  return (
    <div className={classes.notice}>
      <div className={classes.line}>
        <span className={classes.text}>
          {isUnderWay(data) && t('reports.export.writing', { file })}
          {status === 'done' && t('reports.export.done', { file })}
          {status === 'failed' && t('reports.export.failed', { file })}
        </span>
        {isUnderWay(data) && (
          <Button
            size="compact-sm"
            onClick={() => {
              drop.mutate(id)
              onClose()
            }}
          >
            {t('reports.export.cancel')}
          </Button>
        )}
        {status === 'done' && (
          <Button size="compact-sm" component="a" href={fileOf(id)} download>
            {t('reports.export.again')}
          </Button>
        )}
      </div>
      {isUnderWay(data) && (
        <Progress
          aria-label={t('reports.export.writing', { file })}
          value={data.rows_total ? (data.rows_done / data.rows_total) * 100 : 100}
          animated={!data.rows_total}
          size="sm"
          color="var(--ink-soft)"
        />
      )}
    </div>
  )
}
