import { Spotlight } from '@mantine/spotlight'
import { IconPlayerPlay, IconSearch } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStartTimer } from '../../features/timer/timer-changes.ts'
import { useCurrentWorkspace } from '../../features/workspaces/current-workspace.tsx'
import { canTrackTime } from '../../features/workspaces/permissions.ts'
import { Icon } from '../../ui/icon.tsx'
import { fits, groups, type PaletteItem } from './item.ts'
import { PaletteFoot } from './palette-foot.tsx'
import { optionId, PaletteList } from './palette-list.tsx'
import type { PaletteDialog } from './palette-dialogs.tsx'
import { useCommands } from './use-commands.ts'
import { useResults } from './use-results.ts'

type Props = {
  typed: string
  show: (dialog: PaletteDialog) => void
  onChoose: (item: PaletteItem) => void
}

const listId = 'palette-list'
const lastRank = groups.indexOf('account')

/**
 * The library marks what is selected on the elements themselves, which a screen reader does not hear and a new answer
 * wipes out. So it is kept here, by its id: what somebody has gone to stays selected while more is found.
 */
export function PaletteBody({ typed, show, onChoose }: Props) {
  const { t } = useTranslation()
  const commands = useCommands(show)
  const { items: found, isSearching, error } = useResults(typed, show)
  const starting = useStartNamed(typed)
  const [gone, setGone] = useState<{ typed: string; id: string }>()

  // What stands below what is found waits for it, so as not to be pushed from under a pointer.
  const isSettled = !isSearching && !error
  const offered = starting ? [...commands, starting] : commands
  const fitting = offered.filter(
    (item) => (item === starting || fits(item, typed)) && (isSettled || rank(item) < lastRank),
  )
  const items = [...fitting, ...found].sort((a, b) => rank(a) - rank(b))
  const selected = items.find(({ id }) => gone?.typed === typed && gone.id === id) ?? items[0]

  function move(step: number) {
    const at = selected ? items.indexOf(selected) : -1
    const next = items.at((at + step + items.length) % items.length)
    if (!next) return
    setGone({ typed, id: next.id })
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }

  function choose(item: PaletteItem) {
    // To ask again is no reason to close.
    if (item.id === 'again') item.run()
    else onChoose(item)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && selected) choose(selected)
  }

  return (
    <>
      <Spotlight.Search
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        leftSection={<Icon of={IconSearch} />}
        maxLength={200}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={selected && optionId(selected)}
        autoComplete="off"
        // At once: what is typed next belongs here.
        autoFocus
        data-autofocus
        onKeyDown={onKeyDown}
      />
      <PaletteList
        id={listId}
        items={items}
        selected={selected}
        onChoose={choose}
        empty={isSearching ? t('palette.searching') : t('palette.nothing', { typed: typed.trim() })}
      />
      <PaletteFoot isSearching={isSearching} error={error} count={typed.trim() ? items.length : undefined} />
    </>
  )
}

function rank({ group }: PaletteItem): number {
  return groups.indexOf(group)
}

/** Whatever is typed can be worked on. */
function useStartNamed(typed: string): PaletteItem | undefined {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const start = useStartTimer()
  const title = typed.trim()
  if (title.length < 2 || !canTrackTime(role)) return undefined
  return {
    id: 'start named',
    group: 'else',
    label: t('palette.startNamed', { title }),
    icon: IconPlayerPlay,
    leaves: false,
    run: () => {
      start.mutate({ workspace_id: workspace.id, title })
    },
  }
}
