import type { SyntheticEvent } from 'react'

/** A form that cannot be sent yet leads to what is wrong in it first; given to its `onSubmit`. */
export function focusFirstWrong(
  errors: Readonly<Record<string, unknown>>,
  _values: unknown,
  event: SyntheticEvent<HTMLFormElement> | undefined,
) {
  const fields = event?.currentTarget.querySelectorAll<HTMLElement>('[data-path]') ?? []
  const wrong = [...fields].find(({ dataset }) => dataset['path'] !== undefined && dataset['path'] in errors)
  wrong?.focus()
}
