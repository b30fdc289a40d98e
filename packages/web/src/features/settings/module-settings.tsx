import { Switch } from '@mantine/core'
import type { Workspace } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../ui/form-error.tsx'
import { modules, type Module } from '../workspaces/modules.ts'
import { useUpdateWorkspace } from '../workspaces/workspaces.ts'
import { SettingsSection } from './settings-section.tsx'
import classes from './settings-section.module.css'

/** Which parts of the product a workspace uses; each switch holds at once, for everybody in it. */
export function ModuleSettings({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation()
  const update = useUpdateWorkspace(workspace.id)
  const off = (update.isPending && update.variables.disabled_modules) || workspace.disabled_modules
  // Alone, nobody approves.
  const offered = modules.filter((module) => module !== 'time_approvals' || workspace.kind === 'team')

  function set(module: Module, isOn: boolean) {
    update.mutate({
      disabled_modules: isOn ? off.filter((each) => each !== module) : [...off, module],
    })
  }

  return (
    <SettingsSection title={t('modules.title')} text={t('modules.text')}>
      <div className={classes.form}>
        {offered.map((module) => (
          <Switch
            key={module}
            label={t(`modules.name.${module}`)}
            description={t(`modules.hint.${module}`)}
            checked={!off.includes(module)}
            onChange={(event) => {
              set(module, event.currentTarget.checked)
            }}
          />
        ))}
        <FormError error={update.error} />
      </div>
    </SettingsSection>
  )
}
