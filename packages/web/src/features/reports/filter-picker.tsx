import { lazy, type ReactNode } from 'react'
import { LazyPicker, type PickerButton } from '../../ui/lazy-picker.tsx'

export type FilterOption = {
  value: string
  name: string
  /** Where it stands in a tree, and what it is called outside of it. */
  depth?: number
  fullName?: string
  color?: string | undefined
}

export type FilterPickerProps = PickerButton & {
  options: readonly FilterOption[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  searchLabel: string
  listLabel: string
  footer?: ReactNode
}

const FilterCombobox = lazy(async () => ({ default: (await import('./filter-combobox.tsx')).FilterCombobox }))

/** Chooses several of a list. */
export function FilterPicker(props: FilterPickerProps) {
  return <LazyPicker of={FilterCombobox} props={props} />
}
