import { UnstyledButton } from '@mantine/core'
import { Suspense, useState, type ComponentType, type ReactNode } from 'react'

export type PickerButton = {
  label: string
  /** What the button shows. */
  children: ReactNode
  className?: string | undefined
  isDisabled?: boolean | undefined
  /** Has the focus when its dialog opens. */
  hasAutofocus?: boolean
}

/** A plain button until it is first used: a list shows hundreds of them, and most are never opened. */
export function LazyPicker<P extends PickerButton>({
  of: Picker,
  props,
}: {
  of: ComponentType<P>
  props: P
}) {
  const [isUsed, setUsed] = useState(false)
  const button = (
    <UnstyledButton
      className={props.className}
      aria-label={props.label}
      aria-haspopup="listbox"
      aria-expanded={false}
      disabled={props.isDisabled}
      data-autofocus={props.hasAutofocus || undefined}
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
      <Picker {...props} />
    </Suspense>
  )
}
