import type { DndContextProps, UniqueIdentifier } from '@dnd-kit/core'
import type { Project } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'

/** Where a project is dropped that is to be below no other. */
export const topLevel = 'top'

/** What those hear who do not see a project being carried. */
export function useCarryWords(projects: readonly Project[]): DndContextProps['accessibility'] {
  const { t } = useTranslation()
  const titleOf = (id: UniqueIdentifier) => projects.find((project) => project.id === id)?.title ?? ''
  return {
    screenReaderInstructions: { draggable: t('projects.carryHint') },
    announcements: {
      onDragStart: ({ active }) => t('projects.picked', { title: titleOf(active.id) }),
      onDragOver: ({ active, over }) => {
        const title = titleOf(active.id)
        if (!over) return t('projects.overNothing', { title })
        if (over.id === active.id) return t('projects.putBack', { title })
        if (over.id === topLevel) return t('projects.overTop', { title })
        return t('projects.over', { title, parent: titleOf(over.id) })
      },
      onDragEnd: ({ active, over }) => {
        const title = titleOf(active.id)
        if (!over || over.id === active.id) return t('projects.putBack', { title })
        if (over.id === topLevel) return t('projects.putOnTop', { title })
        return t('projects.putBelow', { title, parent: titleOf(over.id) })
      },
      onDragCancel: ({ active }) => t('projects.putBack', { title: titleOf(active.id) }),
    },
  }
}
