import { Button, TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './code-input.module.css'

/** Where a code of the app is written; or a recovery code, which has letters that a phone's keys of figures have not. */
export function CodeInput(props: TextInputProps) {
  const { t } = useTranslation()
  const [isRecovery, setRecovery] = useState(false)
  return (
    <div>
      <TextInput
        label={t(isRecovery ? 'session.recoveryCode' : 'session.code')}
        description={t(isRecovery ? 'session.recoveryCodeHint' : 'session.codeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        required
        withAsterisk={false}
        {...props}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.other}
        onClick={() => {
          setRecovery(!isRecovery)
        }}
      >
        {t(isRecovery ? 'session.useAppCode' : 'session.useRecoveryCode')}
      </Button>
    </div>
  )
}
