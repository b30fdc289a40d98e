import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './help-dialog.module.css'

const keys = [
  ['n', 'help.focusTimer'],
  ['s', 'help.stopTimer'],
  ['?', 'help.showHelp'],
  ['Esc', 'help.leave'],
] as const

const marks = [
  ['@project', 'help.project'],
  ['#tag', 'help.tag'],
  ['$', 'help.billable'],
  ['9:30-11', 'help.range'],
  ['1h30', 'help.duration'],
] as const

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <h3 className={classes.head}>{t('help.keys')}</h3>
      <KeyList rows={keys} />
      <h3 className={classes.head}>{t('help.marks')}</h3>
      <KeyList rows={marks} />
      <p className={classes.example}>{t('help.example')}</p>
    </Modal>
  )
}

function KeyList({ rows }: { rows: typeof keys | typeof marks }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.list}>
      {rows.map(([key, meaning]) => (
        <div key={key} className={classes.row}>
          <dt>
            <Kbd>{key}</Kbd>
          </dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  )
}
