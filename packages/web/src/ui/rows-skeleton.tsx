import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './rows-skeleton.module.css'

export function RowsSkeleton({ count = 6 }: { count?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('common.loading')} data-waiting>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={classes.row}>
          <Skeleton width={8} height={8} circle />
          <Skeleton width={`${38 - (index % 3) * 8}%`} height={12} />
          <Skeleton width={48} height={12} ml="auto" />
        </div>
      ))}
    </div>
  )
}
