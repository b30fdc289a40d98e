import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProjectDot } from '../../features/projects/project-label.tsx'
import { Icon } from '../../ui/icon.tsx'
import { groups, type PaletteItem } from './item.ts'
import classes from './palette.module.css'

type Props = {
  id: string
  items: readonly PaletteItem[]
  selected: PaletteItem | undefined
  onChoose: (item: PaletteItem) => void
  /** What stands there while there is nothing. */
  empty: string
}

/** As high as it may ever be, so that nothing moves while it is filled. */
export function PaletteList({ id, items, selected, onChoose, empty }: Props) {
  const { t } = useTranslation()
  if (items.length === 0) {
    return (
      <div className={classes.list}>
        <p className={classes.empty}>{empty}</p>
      </div>
    )
  }
  return (
    <div className={classes.list} role="listbox" id={id} aria-label={t('palette.list')}>
      {groups.map((group) => {
        const members = items.filter((item) => item.group === group)
        return (
          members.length > 0 && (
            <div key={group} role="group" aria-label={t(`palette.group.${group}`)} className={classes.group}>
              <div className={classes.head} aria-hidden>
                {t(`palette.group.${group}`)}
              </div>
              {members.map((item) => (
                <Option key={item.id} item={item} isSelected={item.id === selected?.id} onChoose={onChoose} />
              ))}
            </div>
          )
        )
      })}
    </div>
  )
}

export function optionId({ id }: PaletteItem): string {
  return `palette-${id.replaceAll(/\W+/g, '-')}`
}

type OptionProps = { item: PaletteItem; isSelected: boolean; onChoose: (item: PaletteItem) => void }

function Option({ item, isSelected, onChoose }: OptionProps) {
  return (
    <UnstyledButton
      id={optionId(item)}
      role="option"
      aria-selected={isSelected}
      tabIndex={-1}
      className={classes.option}
      // The focus stays in the field.
      onMouseDown={(event) => {
        event.preventDefault()
      }}
      onClick={() => {
        onChoose(item)
      }}
    >
      <span className={classes.sign}>
        {item.color ? <ProjectDot color={item.color} /> : <Icon of={item.icon} />}
      </span>
      <span className={classes.label}>{item.label}</span>
      {item.detail && <span className={classes.detail}>{item.detail}</span>}
    </UnstyledButton>
  )
}
