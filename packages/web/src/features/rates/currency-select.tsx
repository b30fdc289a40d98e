import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useFormats } from '../session/formats.ts'
import classes from './currency-select.module.css'

/** Currencies by their codes; each is found by its name, too. */
export function CurrencySelect(props: Omit<SelectProps, 'data' | 'filter' | 'renderOption'>) {
  const { locale } = useFormats()
  const names = useMemo(() => namesIn(locale), [locale])
  return (
    <Select
      data={[...names.keys()]}
      searchable
      // The list itself scrolls, which assistive technology takes for what it is.
      withScrollArea={false}
      classNames={{ options: classes.options }}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase()
        // What is there is shown among all the others, not alone.
        if (names.has(search)) return options
        return options.filter(
          (option) =>
            'value' in option &&
            `${option.value} ${names.get(option.value) ?? ''}`.toLowerCase().includes(wanted),
        )
      }}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.value}</span>
          <span className={classes.name}>{names.get(option.value)}</span>
        </span>
      )}
      // While hidden, the list has no width, and shows where such a one would; a fixed one does not widen the page.
      comboboxProps={{ width: 260, position: 'bottom-end', floatingStrategy: 'fixed' }}
      {...props}
    />
  )
}

function namesIn(locale: string): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return new Map(Intl.supportedValuesOf('currency').map((code) => [code, names.of(code) ?? code]))
}
