import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { guessZone } from '../../lib/local-time.ts'
import { timeZones } from '../../lib/time-zones.ts'
import { FormError } from '../../ui/form-error.tsx'
import { AccountInputs } from './account-fields.tsx'
import { AuthFrame } from './auth-frame.tsx'
import classes from './auth-frame.module.css'
import { useSetUp } from './entering.ts'

/** First run. The code in the address proves that this is the person who can read the server's log. */
export function SetupPage() {
  const { t } = useTranslation()
  const { code } = useSearch({ from: '/setup' })
  if (!code) return <AuthFrame title={t('setup.title')} text={t('setup.needsCode')} children={null} />
  return (
    <AuthFrame title={t('setup.title')} text={t('setup.text')}>
      <SetupForm code={code} />
    </AuthFrame>
  )
}

function SetupForm({ code }: { code: string }) {
  const { t } = useTranslation()
  const create = useSetUp()
  const form = useForm({
    initialValues: {
      name: '',
      email: '',
      password: '',
      timeZone: guessZone(),
      teamName: '',
      withSample: false,
    },
  })
  return (
    <form
      className={classes.form}
      onSubmit={form.onSubmit(({ name, email, password, timeZone, teamName, withSample }) => {
        const account = {
          email,
          password,
          name: name.trim() || null,
          time_zone: timeZone,
          setup_code: code,
          ...(teamName.trim() && { team_name: teamName.trim() }),
        }
        create.mutate({ account, withSample })
      })}
    >
      <AccountInputs form={form} />
      <Select
        label={t('settings.timeZone')}
        data={timeZones(form.values.timeZone)}
        searchable
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
      <TextInput
        label={t('setup.team')}
        description={t('setup.teamHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={255}
        {...form.getInputProps('teamName')}
      />
      <Checkbox
        label={t('sample.atSetup')}
        description={t('sample.atSetupHint')}
        {...form.getInputProps('withSample', { type: 'checkbox' })}
      />
      <FormError error={create.error} />
      <Button type="submit" variant="filled" size="md" loading={create.isPending}>
        {t('setup.submit')}
      </Button>
    </form>
  )
}
