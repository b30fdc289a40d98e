import { useTranslation } from 'react-i18next'
import { HiddenKey } from './hidden-key.tsx'
import { personalKeyQuery, useReplacePersonalKey } from './personal-key.ts'
import { SettingsSection } from './settings-section.tsx'

/** A key that can be shown again, for programs that take no other. */
export function PersonalKeySection() {
  const { t } = useTranslation()
  return (
    <SettingsSection title={t('personalKey.title')} text={t('personalKey.text')}>
      <HiddenKey
        label={t('personalKey.title')}
        query={personalKeyQuery}
        replacing={useReplacePersonalKey()}
        warning={{ title: t('personalKey.replaceTitle'), text: t('personalKey.replaceText') }}
      />
    </SettingsSection>
  )
}
