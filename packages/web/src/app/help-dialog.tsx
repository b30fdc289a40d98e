import { Kbd } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import classes from './help-dialog.module.css'
import { paletteKey } from './palette-key.ts'

const keys = [
  [paletteKey, 'help.palette'],
  ['n', 'help.focusTimer'],
  ['s', 'help.stopTimer'],
  ['p', 'help.pauseTimer'],
  ['↑ ↓', 'help.rows'],
  ['?', 'help.showHelp'],
  ['Esc', 'help.leave'],
] as const

const calendarKeys = [
  ['d w m', 'help.calendarView'],
  ['t', 'help.calendarToday'],
  ['← →', 'help.calendarStep'],
  ['↑ ↓ ← →', 'help.blockGo'],
  ['Alt ↑ ↓', 'help.blockMove'],
  ['Alt Shift ↑ ↓', 'help.blockStretch'],
  ['Del', 'help.blockRemove'],
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
    <Dialog title={t('help.title')} isSmall onClose={onClose}>
      <h3 className={classes.head}>{t('help.keys')}</h3>
      <KeyList rows={keys} />
      <h3 className={classes.head}>{t('help.calendar')}</h3>
      <KeyList rows={calendarKeys} />
      <h3 className={classes.head}>{t('help.marks')}</h3>
      <KeyList rows={marks} />
      <p className={classes.example}>{t('help.example')}</p>
      <Link to="/settings/developers" className={classes.developers} onClick={onClose}>
        {t('help.developers')}
      </Link>
    </Dialog>
  )
}

function KeyList({ rows }: { rows: typeof keys | typeof calendarKeys | typeof marks }) {
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
