import { Checkbox, Combobox, UnstyledButton, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import classes from './tag-combobox.module.css'
import type { TagPickerProps } from './tag-picker.tsx'
import { tagsQuery } from './tags.ts'

export function TagCombobox({
  workspaceId,
  value,
  onChange,
  label,
  children,
  className,
  isDisabled,
}: TagPickerProps) {
  const [query, setQuery] = useState('')
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownOpen: () => {
      combobox.focusSearchInput()
    },
    onDropdownClose: (source) => {
      setQuery('')
      // After a click elsewhere the focus belongs there.
      if (source === 'keyboard') combobox.focusTarget()
    },
  })

  function toggle(name: string) {
    onChange(value.includes(name) ? value.filter((other) => other !== name) : [...value, name])
    setQuery('')
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={toggle}
      width={260}
      position="bottom-start"
      shadow="md"
      keepMounted={false}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={className}
          aria-label={label}
          disabled={isDisabled}
          onClick={() => {
            combobox.toggleDropdown()
          }}
        >
          {children}
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <TagOptions
          workspaceId={workspaceId}
          value={value}
          query={query}
          onQuery={(typed) => {
            // The list must have its new rows before the first of them can be marked.
            flushSync(() => {
              setQuery(typed)
            })
            combobox.selectFirstOption()
          }}
        />
      </Combobox.Dropdown>
    </Combobox>
  )
}

type OptionsProps = {
  workspaceId: number
  value: readonly string[]
  query: string
  onQuery: (query: string) => void
}

function TagOptions({ workspaceId, value, query, onQuery }: OptionsProps) {
  const { t } = useTranslation()
  const { data: tags = [] } = useQuery(tagsQuery(workspaceId))
  const wanted = query.trim()
  const known = [...new Set([...tags.map(({ name }) => name), ...value])]
  const shown = known
    .filter((name) => name.toLowerCase().includes(wanted.toLowerCase()))
    .sort((a, b) => a.localeCompare(b))
  const isNew = wanted !== '' && !known.some((name) => name.toLowerCase() === wanted.toLowerCase())
  return (
    <>
      <Combobox.Search
        value={query}
        autoFocus
        placeholder={t('tags.search')}
        aria-label={t('tags.search')}
        maxLength={255}
        onChange={(event) => {
          onQuery(event.currentTarget.value)
        }}
      />
      <Combobox.Options className={classes.options} aria-label={t('tags.choose')} aria-multiselectable>
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
      </Combobox.Options>
    </>
  )
}
