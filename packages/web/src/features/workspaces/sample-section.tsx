import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/session.ts'
import { SettingsSection } from '../settings/settings-section.tsx'
import { RemoveSampleButton } from './remove-sample-button.tsx'
import { useMakeSampleData } from './sample-data.ts'

/** Sample data to look around in, made and removed here, whichever workspace is open. */
export function SampleSection() {
  const { t } = useTranslation()
  const me = useMe()
  const make = useMakeSampleData()
  const hasSample = me.sample_workspace_id !== null
  return (
    <SettingsSection
      title={t('sample.title')}
      text={t(hasSample ? 'sample.textThere' : 'sample.text')}
      actions={
        hasSample ? (
          <RemoveSampleButton />
        ) : (
          <Button
            loading={make.isPending}
            onClick={() => {
              make.mutate()
            }}
          >
            {t('sample.make')}
          </Button>
        )
      }
    />
  )
}
