import { Tooltip, UnstyledButton } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'

type Props = ComponentPropsWithRef<'button'> & { hint: string }

/** A bare button whose meaning shows on hovering. What a menu hands to its target reaches the button. */
export function HintedButton({ hint, ...rest }: Props) {
  return (
    <Tooltip label={hint}>
      <UnstyledButton aria-label={hint} {...rest} />
    </Tooltip>
  )
}
