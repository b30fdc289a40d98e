import type { Project } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { projectName } from './projects.ts'
import classes from './project-label.module.css'

/** The dot and the chain of titles; the last title is the one that must stay readable. */
export function ProjectLabel({ project }: { project: Project | undefined }) {
  const { t } = useTranslation()
  const ancestors = project?.title_chain.slice(0, -1) ?? []
  return (
    <span className={classes.label} title={project && projectName(project)}>
      <ProjectDot color={project?.color} />
      {project ? (
        <span className={classes.chain}>
          {ancestors.length > 0 && <span className={classes.ancestors}>{`${ancestors.join(' ▸ ')} ▸ `}</span>}
          <span className={classes.title}>{project.title}</span>
        </span>
      ) : (
        <span className={classes.none}>{t('projects.none')}</span>
      )}
    </span>
  )
}

export function ProjectDot({ color }: { color: string | undefined }) {
  return (
    <span className={classes.dot} style={color ? { background: color, borderColor: color } : undefined} />
  )
}

/** Stands before a project in a list of the tree, as wide as it is deep. */
export function ProjectIndent({ depth }: { depth: number }) {
  return depth > 0 && <span className={classes.indent} style={{ width: depth * 16 }} />
}
