import { Checkbox, Combobox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SearchCombobox } from '../../ui/search-combobox.tsx'
import classes from '../../ui/search-combobox.module.css'
import { ProjectDot, ProjectIndent } from '../projects/project-label.tsx'
import type { FilterOption, FilterPickerProps } from './filter-picker.tsx'

/** Beyond this many a list is searched, not read. */
const mostShown = 200

export function FilterCombobox({ options, chosen, onChange, ...rest }: FilterPickerProps) {
  return (
    <SearchCombobox
      {...rest}
      width={300}
      isMulti
      onChoose={(value) => {
        onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
      }}
      options={(query) => <FilterOptions options={options} chosen={chosen} query={query.trim()} />}
    />
  )
}

type OptionsProps = { options: readonly FilterOption[]; chosen: readonly string[]; query: string }

function FilterOptions({ options, chosen, query }: OptionsProps) {
  const { t } = useTranslation()
  const wanted = query.toLowerCase()
  const found = options.filter(({ name, fullName = name }) => fullName.toLowerCase().includes(wanted))
  const hidden = found.length - mostShown
  return (
    <>
      {found.slice(0, mostShown).map(({ value, name, fullName = name, depth = 0, color }) => (
        <Combobox.Option key={value} value={value} active={chosen.includes(value)} className={classes.option}>
          <Checkbox.Indicator
            checked={chosen.includes(value)}
            size="xs"
            color="var(--ink)"
            iconColor="var(--paper)"
          />
          {!query && <ProjectIndent depth={depth} />}
          {color && <ProjectDot color={color} />}
          <span className={classes.name} title={fullName}>
            {query ? fullName : name}
          </span>
        </Combobox.Option>
      ))}
      {found.length === 0 && <Combobox.Empty>{t('reports.filter.noMatch')}</Combobox.Empty>}
      {hidden > 0 && <div className={classes.more}>{t('reports.filter.moreHidden', { count: hidden })}</div>}
    </>
  )
}
