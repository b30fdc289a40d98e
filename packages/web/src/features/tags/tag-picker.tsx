import { lazy } from 'react'
import { LazyPicker, type PickerButton } from '../../ui/lazy-picker.tsx'

export type TagPickerProps = PickerButton & {
  workspaceId: number
  /** Tags by name: a new one comes to be when the entry that carries it is saved. */
  value: readonly string[]
  onChange: (tags: string[]) => void
}

const TagCombobox = lazy(async () => ({ default: (await import('./tag-combobox.tsx')).TagCombobox }))

export function TagPicker(props: TagPickerProps) {
  return <LazyPicker of={TagCombobox} props={props} />
}
