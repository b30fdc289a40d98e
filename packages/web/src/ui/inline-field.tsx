import { useRef, useState, type KeyboardEvent } from 'react'
import classes from './inline-field.module.css'

type Props<T> = {
  label: string
  /** What stands there while nobody types. */
  text: string
  placeholder?: string
  /** Undefined means what was typed cannot be read; the field then stays open and says so. */
  parse: (typed: string) => T | undefined
  onCommit: (value: T) => void
  align?: 'left' | 'right'
  isReadOnly?: boolean
  className?: string
}

/** Text that turns into a field where it stands: Enter or leaving keeps what was typed, Escape drops it. */
export function InlineField<T>({
  label,
  text,
  placeholder,
  parse,
  onCommit,
  align = 'left',
  ...rest
}: Props<T>) {
  const [draft, setDraft] = useState<string>()
  const [isInvalid, setInvalid] = useState(false)
  const isDropped = useRef(false)

  function close() {
    setDraft(undefined)
    setInvalid(false)
  }

  function leave() {
    const wasDropped = isDropped.current
    isDropped.current = false
    if (wasDropped || draft === undefined || draft === text) return close()
    const value = parse(draft)
    if (value === undefined) return setInvalid(true)
    close()
    onCommit(value)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key === 'Escape') {
      isDropped.current = true
      event.currentTarget.blur()
    }
  }

  return (
    <input
      className={`${classes.field} ${rest.className ?? ''}`}
      data-align={align}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      placeholder={placeholder}
      readOnly={rest.isReadOnly}
      title={draft === undefined ? text : undefined}
      value={draft ?? text}
      onFocus={(event) => {
        event.currentTarget.select()
      }}
      onChange={(event) => {
        setDraft(event.currentTarget.value)
        setInvalid(false)
      }}
      onBlur={leave}
      onKeyDown={onKeyDown}
      autoComplete="off"
    />
  )
}
