import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { FilterPicker, type FilterPickerProps } from './filter-picker.tsx'
import classes from './filter-chip.module.css'

type ChipProps = {
  kind: string
  /** What is chosen, in words; nothing where the filter lets everything in. */
  value: string | undefined
  onClear?: (() => void) | undefined
  children: ReactNode
}

/** One filter of the line: its button, and a way to lift it. */
export function Chip({ kind, value, onClear, children }: ChipProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.chip} data-set={value !== undefined || undefined}>
      {children}
      {value !== undefined && onClear && (
        <UnstyledButton
          className={classes.clear}
          aria-label={t('reports.filter.lift', { name: kind })}
          onClick={onClear}
        >
          <Icon of={IconX} size={14} />
        </UnstyledButton>
      )}
    </div>
  )
}

/** What the button of a chip shows. */
function ChipText({ kind, value }: { kind: string; value: string | undefined }) {
  return (
    <>
      <span className={classes.kind}>{value === undefined ? kind : `${kind}: `}</span>
      {value !== undefined && <span className={classes.value}>{value}</span>}
      {value === undefined && (
        <span className={classes.arrow}>
          <Icon of={IconChevronDown} size={14} />
        </span>
      )}
    </>
  )
}

type ChipButtonProps = ComponentPropsWithRef<'button'> & { kind: string; value: string | undefined }

/** The button of a chip that opens a menu or a popover. */
export function ChipButton({ kind, value, ...rest }: ChipButtonProps) {
  return (
    <UnstyledButton {...rest} className={classes.button}>
      <ChipText kind={kind} value={value} />
    </UnstyledButton>
  )
}

type ListProps = Pick<
  FilterPickerProps,
  'options' | 'chosen' | 'onChange' | 'searchLabel' | 'listLabel' | 'footer'
> & { kind: string }

/** A filter by things of a list. */
export function ListChip({ kind, ...picker }: ListProps) {
  const { t } = useTranslation()
  const { options, chosen, onChange } = picker
  const [first] = chosen
  const option = options.find(({ value }) => value === first)
  const name = option?.fullName ?? option?.name ?? '…'
  const value =
    first === undefined
      ? undefined
      : chosen.length === 1
        ? name
        : t('reports.filter.andMore', { name, count: chosen.length - 1 })
  return (
    <Chip
      kind={kind}
      value={value}
      onClear={() => {
        onChange([])
      }}
    >
      <FilterPicker
        {...picker}
        label={value === undefined ? kind : `${kind}: ${value}`}
        className={classes.button}
      >
        <ChipText kind={kind} value={value} />
      </FilterPicker>
    </Chip>
  )
}
