import { Select } from '@mantine/core'
import type { Project } from '@sundial/sdk'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import dialog from '../../ui/dialog.module.css'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { flattenTree, idsBelow } from './project-tree.ts'
import { useMoveProject } from './move-project.ts'
import { projectName, useOpenProjects } from './projects.ts'

type Props = { project: Project; onClose: () => void }

/** Beyond this many a list is searched, not read. */
const mostShown = 100
const top = 'top'

/** Asks below which project another goes, for whoever does not drag. */
export function MoveDialog({ project, onClose }: Props) {
  const { t } = useTranslation()
  const move = useMoveProject()
  const open = useOpenProjects(project.workspace_id)
  const [parentId, setParentId] = useState(String(project.parent_id ?? top))
  const places = useMemo(() => {
    const below = idsBelow(open, project.id)
    return flattenTree(open).flatMap(({ project: place }) => (below.has(place.id) ? [] : [place]))
  }, [open, project.id])
  return (
    <Dialog title={t('projects.moveNamed', project)} isSmall onClose={onClose}>
      <form
        className={dialog.form}
        onSubmit={(event) => {
          event.preventDefault()
          const parent = places.find(({ id }) => String(id) === parentId) ?? null
          if ((parent?.id ?? null) !== project.parent_id) move.mutate({ project, parent })
          onClose()
        }}
      >
        <Select
          label={t('projects.moveBelow')}
          allowDeselect={false}
          data-autofocus
          data={[
            { value: top, label: t('projects.topLevel') },
            ...places.map((place) => ({ value: String(place.id), label: projectName(place) })),
          ]}
          limit={mostShown}
          searchable
          nothingFoundMessage={t('projects.noMatch')}
          value={parentId}
          onChange={(chosen) => {
            setParentId(chosen ?? top)
          }}
        />
        <FormActions submit={t('projects.move')} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
