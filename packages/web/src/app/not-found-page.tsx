import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './plain-page.module.css'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>{t('errors.noSuchPage')}</h1>
      <Link to="/">{t('nav.toTimer')}</Link>
    </main>
  )
}
