import type { DndContextProps, UniqueIdentifier } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'

type Named = {
  cardName: (id: UniqueIdentifier) => string
  /** Nothing outside of the columns. */
  columnName: (id: UniqueIdentifier | undefined) => string | undefined
  say: (words: string) => void
}

/**
 * What those hear who do not see a card being carried. It is said by the board itself: in the library's own region, the
 * last word on a card that was carried would stand beside the first on one that was moved by its menu.
 */
export function useDragWords({ cardName, columnName, say }: Named): DndContextProps['accessibility'] {
  const { t } = useTranslation()
  return {
    screenReaderInstructions: { draggable: t('board.carryHint') },
    announcements: {
      onDragStart: ({ active }) => {
        say(t('board.picked', { name: cardName(active.id) }))
        return undefined
      },
      onDragOver: ({ active, over }) => {
        const column = columnName(over?.id)
        if (column) say(t('board.over', { name: cardName(active.id), column }))
        return undefined
      },
      onDragEnd: ({ active, over }) => {
        const column = columnName(over?.id)
        const name = cardName(active.id)
        say(column ? t('board.dropped', { name, column }) : t('board.putBack', { name }))
        return undefined
      },
      onDragCancel: ({ active }) => {
        say(t('board.putBack', { name: cardName(active.id) }))
        return undefined
      },
    },
  }
}
