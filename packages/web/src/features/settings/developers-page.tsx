import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { serverQuery } from '../session/session.ts'
import { AskedKey } from './asked-key.tsx'
import classes from './developers-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useCreateToken } from './tokens.ts'

const recipes = [
  ['phone-shortcuts', 'developers.recipe.phone'],
  ['terminal-status', 'developers.recipe.terminal'],
  ['live-events', 'developers.recipe.live'],
  ['billing-export', 'developers.recipe.billing'],
  ['toggl-command-line', 'developers.recipe.toggl'],
  ['grandtotal', 'developers.recipe.grandTotal'],
  ['zapier', 'developers.recipe.zapier'],
  ['timetracker-apps', 'developers.recipe.timeTracker'],
] as const

/** Where a program begins: the address, a key, the reference of every API, and recipes. */
export function DevelopersPage() {
  const { t } = useTranslation()
  const query = useQuery(serverQuery)
  return (
    <Loaded query={query}>
      {({ name, base_url: baseUrl, wires }) => (
        <>
          <OwnApi baseUrl={`${baseUrl}/sundial/api/v1`} />
          <SettingsSection title={t('developers.reference')} text={t('developers.referenceText')}>
            <ul className={classes.rows}>
              {[{ name: 'native', title: name }, ...wires].map((wire) => (
                <ReferenceRow key={wire.name} name={wire.name} title={wire.title} />
              ))}
            </ul>
            <p className={classes.more}>
              <a className={classes.link} href="/llms.txt">
                {t('developers.everything')}
              </a>
            </p>
          </SettingsSection>
          <SettingsSection title={t('developers.recipes')} text={t('developers.recipesText')}>
            <ul className={classes.recipes}>
              {recipes.map(([slug, label]) => (
                <li key={slug}>
                  <a className={classes.link} href={`/docs/recipes/${slug}`}>
                    {t(label)}
                  </a>
                </li>
              ))}
            </ul>
            <p className={classes.more}>
              <a className={classes.link} href="/docs/recipes">
                {t('developers.allRecipes')}
              </a>
            </p>
          </SettingsSection>
        </>
      )}
    </Loaded>
  )
}

function OwnApi({ baseUrl }: { baseUrl: string }) {
  const { t } = useTranslation()
  const create = useCreateToken()
  const secret = create.data?.token
  return (
    <SettingsSection title={t('developers.own')} text={t('developers.ownText')}>
      <div className={classes.steps}>
        <CopyField label={t('developers.address')} value={baseUrl} />
        <AskedKey
          value={secret}
          words={{
            title: t('developers.key'),
            needed: t('developers.keyNeeded'),
            ask: t('connect.makeKey'),
            note: t('keys.once'),
          }}
          isBusy={create.isPending}
          error={create.error}
          onAsk={() => {
            create.mutate({ name: t('developers.keyName') })
          }}
        />
        <CopyField
          label={t('connect.try')}
          value={`curl ${baseUrl}/timer -H 'Authorization: Bearer ${secret ?? t('connect.yourKey')}'`}
        />
      </div>
    </SettingsSection>
  )
}

function ReferenceRow({ name, title }: { name: string; title: string }) {
  const { t } = useTranslation()
  return (
    <li className={classes.row}>
      <a className={classes.link} href={`/docs/${name}`}>
        {title}
      </a>
      <span className={classes.files}>
        <a
          className={classes.link}
          href={`/docs/${name}/openapi.json`}
          aria-label={t('developers.openApiOf', { title })}
        >
          {t('developers.openApi')}
        </a>
        <a
          className={classes.link}
          href={`/docs/${name}/postman.json`}
          aria-label={t('developers.postmanOf', { title })}
        >
          {t('developers.postman')}
        </a>
      </span>
    </li>
  )
}
