import { lazy } from 'react'
import { LazyPicker, type PickerButton } from '../../ui/lazy-picker.tsx'

export type ProjectPickerProps = PickerButton & {
  workspaceId: number
  value: number | null
  onChange: (projectId: number | null) => void
}

const ProjectCombobox = lazy(async () => ({
  default: (await import('./project-combobox.tsx')).ProjectCombobox,
}))

export function ProjectPicker(props: ProjectPickerProps) {
  return <LazyPicker of={ProjectCombobox} props={props} />
}
