import { Combobox, UnstyledButton, useCombobox } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { PickerButton } from './lazy-picker.tsx'
import classes from './search-combobox.module.css'

type Props = PickerButton & {
  width: number
  searchLabel: string
  listLabel: string
  /** Several can be chosen, so the list stays open. */
  isMulti?: boolean
  onChoose: (option: string) => void
  /** The options that fit what is typed. */
  options: (query: string) => ReactNode
  footer?: ReactNode
}

/** A button with a list that is searched as one types; open as soon as it is there. */
export function SearchCombobox({ isMulti = false, onChoose, ...props }: Props) {
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
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        if (isMulti) setQuery('')
        else combobox.closeDropdown('keyboard')
        onChoose(option)
      }}
      width={props.width}
      position="bottom-start"
      shadow="md"
      keepMounted={false}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={props.className}
          aria-label={props.label}
          disabled={props.isDisabled}
          onClick={() => {
            combobox.toggleDropdown()
          }}
        >
          {props.children}
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={query}
          autoFocus
          placeholder={props.searchLabel}
          aria-label={props.searchLabel}
          maxLength={255}
          onChange={(event) => {
            const typed = event.currentTarget.value
            // The list must have its new rows before the first of them can be marked.
            flushSync(() => {
              setQuery(typed)
            })
            combobox.selectFirstOption()
          }}
        />
        <Combobox.Options
          className={classes.options}
          aria-label={props.listLabel}
          aria-multiselectable={isMulti || undefined}
        >
          {props.options(query)}
        </Combobox.Options>
        {props.footer}
      </Combobox.Dropdown>
    </Combobox>
  )
}
