import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Icon } from './icon.tsx'
import classes from './sort-button.module.css'

type Props = {
  label: string
  /** How it is read out, where that is more than the label. */
  name?: string
  isSorted: boolean
  isDescending: boolean
  onClick: () => void
}

/** A column's name, which sorts by it; once more, the other way. */
export function SortButton({ label, name = label, isSorted, isDescending, onClick }: Props) {
  return (
    <UnstyledButton
      className={classes.sort}
      data-on={isSorted || undefined}
      aria-label={name}
      onClick={onClick}
    >
      {label}
      {isSorted && <Icon of={isDescending ? IconArrowDown : IconArrowUp} size={14} />}
    </UnstyledButton>
  )
}
