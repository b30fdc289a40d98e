import { Button, Input, MultiSelect } from '@mantine/core'
import type { Member } from '@sundial/sdk'
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import classes from './level-fields.module.css'

type Props = {
  members: readonly Member[]
  /** The ids of the people of each level. */
  levels: string[][]
  error: ReactNode
  onChange: (levels: string[][]) => void
}

const mostLevels = 10
const mostPeople = 50

/** Who decides, level after level; of a level any one will do. */
export function LevelFields({ members, levels, error, onChange }: Props) {
  const { t } = useTranslation()
  const replace = (index: number, ids: string[]) => levels.map((level, at) => (at === index ? ids : level))
  return (
    <Input.Wrapper
      label={t('approvals.levels')}
      description={t('approvals.levelsHint')}
      labelElement="div"
      error={error}
    >
      <div className={classes.levels}>
        {levels.map((ids, index) => (
          <div key={index} className={classes.level}>
            <span className={classes.number} aria-hidden>
              {index + 1}
            </span>
            <MultiSelect
              className={classes.people}
              aria-label={t('approvals.levelNamed', { level: String(index + 1) })}
              placeholder={ids.length === 0 ? t('approvals.choosePeople') : undefined}
              data={peopleFor(members, ids)}
              value={ids}
              maxValues={mostPeople}
              error={error !== undefined && ids.length === 0}
              data-path={ids.length === 0 ? 'levels' : undefined}
              searchable
              hidePickedOptions
              onChange={(next) => {
                onChange(replace(index, next))
              }}
            />
            {index > 0 && (
              <IconButton
                icon={IconArrowUp}
                label={t('approvals.levelUp', { level: String(index + 1) })}
                onClick={() => {
                  onChange(swapped(levels, index))
                }}
              />
            )}
            {levels.length > 1 && (
              <IconButton
                icon={IconX}
                label={t('approvals.removeLevel', { level: String(index + 1) })}
                onClick={() => {
                  onChange(levels.filter((_, at) => at !== index))
                }}
              />
            )}
          </div>
        ))}
        {levels.length < mostLevels && (
          <Button
            className={classes.add}
            size="compact-sm"
            variant="subtle"
            leftSection={<Icon of={IconPlus} size={16} />}
            onClick={() => {
              onChange([...levels, []])
            }}
          >
            {t('approvals.addLevel')}
          </Button>
        )}
      </div>
    </Input.Wrapper>
  )
}

/** Members; and those who have left, where they are still named. */
function peopleFor(members: readonly Member[], ids: readonly string[]) {
  return members
    .filter(({ is_active, user_id }) => is_active || ids.includes(String(user_id)))
    .map(({ user_id, name, email }) => ({ value: String(user_id), label: name ?? email }))
}

/** With the level before it in its place. */
function swapped(levels: string[][], index: number): string[][] {
  const moved = levels[index] ?? []
  const others = levels.filter((_, at) => at !== index)
  return [...others.slice(0, index - 1), moved, ...others.slice(index - 1)]
}
