import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Me } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { timeZones } from '../../lib/time-zones.ts'
import { FormError } from '../../ui/form-error.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { useFormats } from '../session/formats.ts'
import { useMe, useUpdateMe } from '../session/session.ts'
import { billingChoices, fromBillingDefault, toBillingDefault } from './billing-default.ts'
import { localeChoices, localeExample } from './languages.ts'
import { PersonalKeySection } from './personal-key-section.tsx'
import { SettingsSection } from './settings-section.tsx'
import classes from './settings-section.module.css'

/** A choice needs a value; no language has this name. */
const asBrowser = 'browser'

export function ProfilePage() {
  return (
    <>
      <ProfileSection />
      <PersonalKeySection />
    </>
  )
}

function ProfileSection() {
  const { t } = useTranslation()
  const me = useMe()
  const { locale } = useFormats()
  const update = useUpdateMe()
  const form = useForm({ initialValues: toFields(me) })

  function submit(values: typeof form.values) {
    update.mutate(
      {
        name: values.name.trim() || null,
        email: values.email.trim(),
        locale: values.locale === asBrowser ? null : values.locale,
        density: values.density,
        time_zone: values.timeZone,
        time_format: values.timeFormat,
        duration_format: values.durationFormat,
        week_start: Number(values.weekStart),
        default_billing_status: toBillingDefault(values.billing),
      },
      {
        onSuccess: (saved) => {
          form.setInitialValues(toFields(saved))
          form.reset()
          showNotice({ message: t('settings.saved') })
        },
      },
    )
  }

  return (
    <SettingsSection title={t('settings.profile')}>
      <form className={classes.form} onSubmit={form.onSubmit(submit)}>
        <TextInput
          className={classes.field}
          label={t('session.name')}
          autoComplete="name"
          maxLength={255}
          {...form.getInputProps('name')}
        />
        <TextInput
          className={classes.field}
          label={t('session.email')}
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <Select
          className={classes.field}
          label={t('settings.language')}
          description={t('settings.languageExample', {
            example: localeExample(form.values.locale === asBrowser ? null : form.values.locale),
          })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={[{ value: asBrowser, label: t('settings.languageOfBrowser') }, ...localeChoices(me.locale)]}
          {...form.getInputProps('locale')}
        />
        <Select
          className={classes.field}
          label={t('settings.timeZone')}
          data={timeZones(me.time_zone)}
          searchable
          allowDeselect={false}
          {...form.getInputProps('timeZone')}
        />
        <Select
          className={classes.field}
          label={t('settings.timeFormat')}
          allowDeselect={false}
          data={[
            { value: '24h', label: t('settings.time24') },
            { value: '12h', label: t('settings.time12') },
          ]}
          {...form.getInputProps('timeFormat')}
        />
        <Select
          className={classes.field}
          label={t('settings.durationFormat')}
          allowDeselect={false}
          data={[
            { value: 'clock', label: t('settings.durationClock') },
            { value: 'decimal', label: t('settings.durationDecimal') },
          ]}
          {...form.getInputProps('durationFormat')}
        />
        <Select
          className={classes.field}
          label={t('settings.weekStart')}
          allowDeselect={false}
          data={weekdays(locale)}
          {...form.getInputProps('weekStart')}
        />
        <Select
          className={classes.field}
          label={t('settings.density')}
          allowDeselect={false}
          data={(['comfortable', 'compact'] as const).map((value) => ({
            value,
            label: t(`settings.densityChoice.${value}`),
          }))}
          {...form.getInputProps('density')}
        />
        <Select
          className={classes.field}
          label={t('settings.defaultBilling')}
          allowDeselect={false}
          data={billingChoices(t)}
          {...form.getInputProps('billing')}
        />
        <FormError error={update.error} />
        <Button type="submit" variant="filled" loading={update.isPending} disabled={!form.isDirty()}>
          {t('settings.saveProfile')}
        </Button>
      </form>
    </SettingsSection>
  )
}

/** From Monday, 1, to Sunday, 7. */
function weekdays(locale: string) {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: format.format(Date.UTC(2024, 0, day)),
  }))
}

function toFields(me: Me) {
  return {
    name: me.name ?? '',
    email: me.email,
    locale: me.locale ?? asBrowser,
    density: me.density,
    timeZone: me.time_zone,
    timeFormat: me.time_format,
    durationFormat: me.duration_format,
    weekStart: String(me.week_start),
    billing: fromBillingDefault(me.default_billing_status),
  }
}
