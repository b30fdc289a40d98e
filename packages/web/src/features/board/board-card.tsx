import { useDraggable } from '@dnd-kit/core'
import { UnstyledButton } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import type { Card } from './board.tsx'
import classes from './board.module.css'

type Props = {
  card: Card
  /** Whether it was the last to be moved; in its new column it takes the focus that it had in the old one. */
  isMoved: boolean
  /** For those who may only look, it stays where it is. */
  isFixed?: boolean
  onOpen: () => void
  menu: ReactNode
  /** What it says under its name. */
  children: ReactNode
}

/** The whole card is carried by a hand; its handle, by keys. */
export function BoardCard({ card, isMoved, isFixed = false, onOpen, menu, children }: Props) {
  const { t } = useTranslation()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: card.id,
    disabled: isFixed,
  })
  const handle = useRef<HTMLButtonElement>(null)
  const { onKeyDown, ...byHand } = listeners ?? {}

  // In another column it is another element.
  useEffect(() => {
    if (isMoved) handle.current?.focus()
  }, [isMoved])

  return (
    <li
      ref={setNodeRef}
      className={classes.card}
      data-carried={isDragging || undefined}
      data-fixed={isFixed || undefined}
      {...byHand}
    >
      <div className={classes.top}>
        {!isFixed && (
          <UnstyledButton
            ref={(button: HTMLButtonElement | null) => {
              handle.current = button
              setActivatorNodeRef(button)
            }}
            className={classes.handle}
            aria-label={t('board.carry', card)}
            aria-describedby={attributes['aria-describedby']}
            onKeyDown={(event) => onKeyDown?.(event)}
          >
            <Icon of={IconGripVertical} size={16} />
          </UnstyledButton>
        )}
        <UnstyledButton className={classes.name} onClick={onOpen}>
          {card.name}
        </UnstyledButton>
        {menu}
      </div>
      <div className={classes.face}>{children}</div>
    </li>
  )
}
