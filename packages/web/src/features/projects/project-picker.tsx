import { UnstyledButton } from '@mantine/core'
import { lazy, Suspense, useState, type ReactNode } from 'react'

export type ProjectPickerProps = {
  workspaceId: number
  value: number | null
  onChange: (projectId: number | null) => void
  label: string
  /** What the button shows. */
  children: ReactNode
  className?: string | undefined
  isDisabled?: boolean
}

const ProjectCombobox = lazy(async () => ({
  default: (await import('./project-combobox.tsx')).ProjectCombobox,
}))

/** A plain button until it is first used: a list shows hundreds of them, and most are never opened. */
export function ProjectPicker(props: ProjectPickerProps) {
  const [isUsed, setUsed] = useState(false)
  const button = (
    <UnstyledButton
      className={props.className}
      aria-label={props.label}
      aria-haspopup="listbox"
      aria-expanded={false}
      disabled={props.isDisabled}
      onClick={() => {
        setUsed(true)
      }}
    >
      {props.children}
    </UnstyledButton>
  )
  if (!isUsed) return button
  return (
    <Suspense fallback={button}>
      <ProjectCombobox {...props} />
    </Suspense>
  )
}
