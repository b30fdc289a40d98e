import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../session/session.ts'
import { EndSecondFactorDialog } from './end-second-factor-dialog.tsx'
import { NewRecoveryCodesDialog } from './new-recovery-codes-dialog.tsx'
import { secondFactorQuery } from './second-factor.ts'
import classes from './second-factor.module.css'
import { SetUpSecondFactorDialog } from './set-up-second-factor-dialog.tsx'
import { SettingsSection } from './settings-section.tsx'

type Open = 'set-up' | 'new-codes' | 'end'

/** Whether a code is asked beside the password. */
export function SecondFactorSection() {
  const { t } = useTranslation()
  const isOn = useMe().has_second_factor
  const [open, setOpen] = useState<Open>()
  const close = () => {
    setOpen(undefined)
  }
  const opens = (dialog: Open) => () => {
    setOpen(dialog)
  }
  return (
    <SettingsSection
      title={t('secondFactor.title')}
      text={t('secondFactor.text')}
      actions={!isOn && <Button onClick={opens('set-up')}>{t('secondFactor.setUp')}</Button>}
    >
      {isOn && (
        <div className={classes.state}>
          <CodesLeft />
          <div className={classes.actions}>
            <Button onClick={opens('new-codes')}>{t('secondFactor.newCodes')}</Button>
            <Button onClick={opens('end')}>{t('secondFactor.turnOff')}</Button>
          </div>
        </div>
      )}
      {open === 'set-up' && <SetUpSecondFactorDialog onClose={close} />}
      {open === 'new-codes' && <NewRecoveryCodesDialog onClose={close} />}
      {open === 'end' && <EndSecondFactorDialog onClose={close} />}
    </SettingsSection>
  )
}

function CodesLeft() {
  const { t } = useTranslation()
  const { data } = useQuery(secondFactorQuery)
  const facts = [
    t('secondFactor.isOn'),
    data && t('secondFactor.codesLeft', { count: data.recovery_codes_left }),
  ]
  return <span>{facts.filter(Boolean).join(' · ')}</span>
}
