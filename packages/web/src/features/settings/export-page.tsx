import { Button, Radio, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../ui/form-error.tsx'
import { useStartFullExport } from '../reports/start-export.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { workspaceName } from '../workspaces/workspace-name.ts'
import { ExportList } from './export-list.tsx'
import { SettingsSection } from './settings-section.tsx'
import classes from './settings-section.module.css'

type Format = 'csv' | 'json'

/** Everything one may see, as a file to keep or to take elsewhere. */
export function ExportPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const start = useStartFullExport()
  const form = useForm({ initialValues: { whose: 'mine', format: 'csv' as Format } })
  return (
    <>
      <SettingsSection title={t('dataExport.title')} text={t('dataExport.text')}>
        <form
          className={classes.form}
          onSubmit={form.onSubmit(({ whose, format }) => {
            start.mutate({ format, workspace_id: whose === 'mine' ? null : workspace.id })
          })}
        >
          <Radio.Group label={t('dataExport.what')} {...form.getInputProps('whose')}>
            <Stack gap="xs" mt="xs">
              <Radio value="mine" label={t('dataExport.mine')} description={t('dataExport.mineHint')} />
              {canManageWorkspace(role) && (
                <Radio
                  value="workspace"
                  label={t('dataExport.workspace', { name: workspaceName(workspace, t) })}
                  description={t('dataExport.workspaceHint')}
                />
              )}
            </Stack>
          </Radio.Group>
          <Radio.Group label={t('dataExport.format')} {...form.getInputProps('format')}>
            <Stack gap="xs" mt="xs">
              <Radio value="csv" label={t('dataExport.csv')} description={t('dataExport.csvHint')} />
              <Radio value="json" label={t('dataExport.json')} description={t('dataExport.jsonHint')} />
            </Stack>
          </Radio.Group>
          <FormError error={start.error} />
          <Button type="submit" variant="filled" loading={start.isPending}>
            {t('dataExport.start')}
          </Button>
        </form>
      </SettingsSection>
      <ExportList />
    </>
  )
}
