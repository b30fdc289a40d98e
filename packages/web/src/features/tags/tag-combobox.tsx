import { Checkbox, Combobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { compareNames } from '../../lib/locale.ts'
import { SearchCombobox } from '../../ui/search-combobox.tsx'
import classes from '../../ui/search-combobox.module.css'
import type { TagPickerProps } from './tag-picker.tsx'
import { tagsQuery } from './tags.ts'

export function TagCombobox({ workspaceId, value, onChange, ...button }: TagPickerProps) {
  const { t } = useTranslation()
  return (
    <SearchCombobox
      {...button}
      width={260}
      searchLabel={t('tags.search')}
      listLabel={t('tags.choose')}
      isMulti
      onChoose={(name) => {
        onChange(value.includes(name) ? value.filter((other) => other !== name) : [...value, name])
      }}
      options={(query) => <TagOptions workspaceId={workspaceId} value={value} query={query} />}
    />
  )
}

type OptionsProps = { workspaceId: number; value: readonly string[]; query: string }

function TagOptions({ workspaceId, value, query }: OptionsProps) {
  const { t } = useTranslation()
  const { data: tags = [] } = useQuery(tagsQuery(workspaceId))
  const wanted = query.trim()
  const known = [...new Set([...tags.map(({ name }) => name), ...value])]
  const shown = known
    .filter((name) => name.toLowerCase().includes(wanted.toLowerCase()))
    .sort((a, b) => compareNames(a, b))
  const isNew = wanted !== '' && !known.some((name) => name.toLowerCase() === wanted.toLowerCase())
  return (
    <>
      {shown.map((name) => (
        <Combobox.Option key={name} value={name} active={value.includes(name)} className={classes.option}>
          <Checkbox.Indicator
            checked={value.includes(name)}
            size="xs"
            color="var(--ink)"
            iconColor="var(--paper)"
          />
          <span className={classes.name}>{name}</span>
        </Combobox.Option>
      ))}
      {isNew && (
        <Combobox.Option value={wanted} className={classes.option}>
          {t('tags.createNamed', { name: wanted })}
        </Combobox.Option>
      )}
      {shown.length === 0 && !isNew && <Combobox.Empty>{t('tags.emptyShort')}</Combobox.Empty>}
    </>
  )
}
