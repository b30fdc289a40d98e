import type { Health } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import facts from '../../ui/facts.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useFormats } from '../session/formats.ts'
import { SettingsSection } from '../settings/settings-section.tsx'
import { formatBytes } from './bytes.ts'
import { healthQuery } from './health.ts'

/** How the installation is: what runs, where things are kept, what waits. */
export function HealthPage() {
  const { t } = useTranslation()
  const query = useQuery(healthQuery)
  return (
    <>
      {query.isPending && (
        <SettingsSection title={t('installation.health')}>
          <RowsSkeleton />
        </SettingsSection>
      )}
      {query.isLoadingError && (
        <SettingsSection title={t('installation.health')}>
          <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
        </SettingsSection>
      )}
      {query.data && <HealthFacts health={query.data} />}
    </>
  )
}

function HealthFacts({ health }: { health: Health }) {
  const { t } = useTranslation()
  const { date, time, locale } = useFormats()
  const { database, jobs, webhooks, accounts } = health
  const at = (instant: string) => `${date(instant)}, ${time(Date.parse(instant))}`
  return (
    <>
      <SettingsSection title={t('installation.health')} text={t('installation.healthText')}>
        <dl className={facts.facts}>
          <Fact name={t('installation.version')}>Sundial {health.version}</Fact>
          <Fact name={t('installation.since')}>{at(health.started_at)}</Fact>
          <Fact name={t('installation.memory')}>{formatBytes(health.memory_bytes, locale)}</Fact>
          <Fact name={t('installation.node')}>{health.node_version}</Fact>
          <Fact name={t('installation.mail')}>
            {t(health.sends_mail ? 'installation.mailOn' : 'installation.mailOff')}
          </Fact>
          <Fact name={t('installation.redis')}>{t(`installation.redisState.${health.redis}`)}</Fact>
          <Fact name={t('installation.users')}>
            {t('installation.accountCounts', {
              active: String(accounts.active),
              inactive: String(accounts.inactive),
            })}
          </Fact>
        </dl>
      </SettingsSection>
      <SettingsSection title={t('installation.database')}>
        <dl className={facts.facts}>
          <Fact name={t('installation.engine')}>
            {database.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'} {database.version}
          </Fact>
          <Fact name={t('installation.size')}>{formatBytes(database.size_bytes, locale)}</Fact>
          <Fact name={t('installation.schema')}>
            {database.migration} · {at(database.migrated_at)}
          </Fact>
        </dl>
      </SettingsSection>
      <SettingsSection title={t('installation.waiting')}>
        <dl className={facts.facts}>
          <Fact name={t('installation.jobs')}>
            {t('installation.jobCounts', {
              waiting: String(jobs.waiting),
              running: String(jobs.running),
              failed: String(jobs.failed),
            })}
          </Fact>
          <Fact name={t('installation.deliveries')}>
            {webhooks.oldest_waiting_at
              ? t('installation.waitingSince', {
                  count: webhooks.waiting,
                  when: at(webhooks.oldest_waiting_at),
                })
              : t('installation.noneWaiting')}
          </Fact>
          <Fact name={t('installation.disabledHooks')}>{webhooks.disabled}</Fact>
        </dl>
      </SettingsSection>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={facts.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
