import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusBack, setPaletteOpen } from '../palette-state.ts'
import { PaletteBody } from './palette-body.tsx'
import { PaletteDialogs, type PaletteDialog } from './palette-dialogs.tsx'
import classes from './palette.module.css'
import '@mantine/spotlight/styles.layer.css'

const [store, spotlight] = createSpotlight()

/** Everything by its name: rooms, actions, and what is found in the workspaces. */
export function Palette({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [leaves, setLeaves] = useState(false)
  const [dialog, setDialog] = useState<PaletteDialog>()

  useEffect(() => {
    if (isOpen) spotlight.open()
    else spotlight.close()
  }, [isOpen])

  return (
    <>
      <Spotlight.Root
        store={store}
        shortcut={null}
        query={typed}
        onQueryChange={setTyped}
        onSpotlightOpen={() => {
          setLeaves(false)
        }}
        onSpotlightClose={() => {
          setPaletteOpen(false)
          if (!leaves) focusBack()
        }}
        // The library looks too late: by then its own field has the focus.
        returnFocus={false}
        aria-label={t('palette.title')}
        yOffset="10dvh"
        overlayProps={{ color: 'var(--scrim)', backgroundOpacity: 1, blur: 0 }}
        transitionProps={{ duration: 120, transition: 'fade' }}
        classNames={{ content: classes.content, search: classes.search }}
      >
        <PaletteBody
          typed={typed}
          show={setDialog}
          onChoose={(item) => {
            setLeaves(item.leaves)
            setPaletteOpen(false)
            item.run()
          }}
        />
      </Spotlight.Root>
      {dialog && (
        <PaletteDialogs
          dialog={dialog}
          onClose={() => {
            setDialog(undefined)
          }}
        />
      )}
    </>
  )
}
