import { ActionIcon, Tooltip } from '@mantine/core'
import type { ActionIconProps } from '@mantine/core'
import type { Icon as Glyph } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import { Icon } from './icon.tsx'

type Props = ActionIconProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps | 'children'> & { icon: Glyph; label: string }

export function IconButton({ icon, label, ...rest }: Props) {
  return (
    // What the button opens says more, and the tooltip would lie over it.
    <Tooltip label={label} disabled={rest['aria-expanded'] === true}>
      <ActionIcon type="button" aria-label={label} {...rest}>
        <Icon of={icon} />
      </ActionIcon>
    </Tooltip>
  )
}
