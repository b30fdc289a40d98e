import { Button, Drawer } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { phone } from '../../ui/media.ts'
import { ChipsOfFilters } from './filters.tsx'
import { countFilters, withoutGaps, type Question } from './question.ts'
import { RangePicker } from './range-picker.tsx'
import { useQuestion } from './use-question.ts'
import classes from './filter-bar.module.css'

/** What the report is about, as one line of chips; on a phone all but the days stand in a sheet. */
export function FilterBar({ isWeekly }: { isWeekly: boolean }) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  const { question, open, savedId } = useQuestion()
  const [isSheetOpen, sheet] = useDisclosure(false)
  const count = countFilters(question)
  const liftAll = () => {
    open(withoutFilters(question), { savedId })
  }
  return (
    <div className={classes.bar} role="group" aria-label={t('reports.filter.title')}>
      <RangePicker isWeekly={isWeekly} />
      {isPhone ? (
        <Button leftSection={<Icon of={IconFilter} />} onClick={sheet.open} className={classes.open}>
          {count > 0 ? t('reports.filter.countSet', { count }) : t('reports.filter.title')}
        </Button>
      ) : (
        <>
          <ChipsOfFilters />
          {count > 1 && (
            <Button variant="subtle" size="compact-sm" className={classes.lift} onClick={liftAll}>
              {t('reports.filter.liftAll')}
            </Button>
          )}
        </>
      )}
      <Drawer
        opened={isSheetOpen && isPhone}
        onClose={sheet.close}
        position="bottom"
        size="auto"
        title={t('reports.filter.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        classNames={{ content: classes.sheet, title: classes.sheetTitle }}
      >
        <div className={classes.chips}>
          <ChipsOfFilters />
        </div>
        <div className={classes.sheetActions}>
          {count > 0 && <Button onClick={liftAll}>{t('reports.filter.liftAll')}</Button>}
          <Button variant="filled" onClick={sheet.close}>
            {t('reports.filter.show')}
          </Button>
        </div>
      </Drawer>
    </div>
  )
}

function withoutFilters(question: Question): Question {
  return withoutGaps({
    ...question,
    user_id: undefined,
    client_id: undefined,
    no_client: undefined,
    project_id: undefined,
    with_children: undefined,
    no_project: undefined,
    task_id: undefined,
    tag_id: undefined,
    no_tag: undefined,
    billing_status: undefined,
    q: undefined,
    running: undefined,
    custom_field: undefined,
    custom_value: undefined,
  })
}
