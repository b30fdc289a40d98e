import { UnstyledButton } from '@mantine/core'
import { lazy, Suspense, useState, type ReactNode } from 'react'

export type TagPickerProps = {
  workspaceId: number
  /** Tags by name: a new one comes to be when the entry that carries it is saved. */
  value: readonly string[]
  onChange: (tags: string[]) => void
  label: string
  children: ReactNode
  className?: string | undefined
  isDisabled?: boolean
}

const TagCombobox = lazy(async () => ({ default: (await import('./tag-combobox.tsx')).TagCombobox }))

/** A plain button until it is first used, like the project picker. */
export function TagPicker(props: TagPickerProps) {
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
      <TagCombobox {...props} />
    </Suspense>
  )
}
