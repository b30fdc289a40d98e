import { Combobox, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ProjectDot } from '../projects/project-label.tsx'
import { searchProjects } from '../projects/project-tree.ts'
import { projectName, useOpenProjects } from '../projects/projects.ts'
import { tagsQuery } from '../tags/tags.ts'
import type { TimerBarModel } from './timer-bar-model.ts'
import { timerInputId } from './timer-input-focus.ts'
import { findMarkAt } from './timer-line.ts'
import classes from './timer-line-input.module.css'

const mostSuggested = 8

/** The one line. While an `@project` or `#tag` is typed it offers what could be meant. */
export function TimerLineInput({ model, label }: { model: TimerBarModel; label: string }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [caret, setCaret] = useState(0)
  const mark = findMarkAt(model.text, caret)
  const suggestions = useSuggestions(model.workspaceId, mark)
  const combobox = useCombobox()
  const isOpen = combobox.dropdownOpened && suggestions.length > 0

  function onChange(element: HTMLInputElement) {
    const position = element.selectionStart ?? element.value.length
    model.setText(element.value)
    setCaret(position)
    if (findMarkAt(element.value, position)) {
      combobox.openDropdown()
      // The options of this letter are drawn after it; the first of them is then the one Enter takes.
      requestAnimationFrame(() => combobox.selectFirstOption())
    } else combobox.closeDropdown()
  }

  function take(value: string) {
    const suggestion = suggestions.find((one) => one.value === value)
    if (!mark || !suggestion) return
    if (suggestion.kind === 'project') model.setProject(suggestion.id)
    else if (!model.tags.includes(suggestion.name)) model.setTags([...model.tags, suggestion.name])
    model.setText(
      `${model.text.slice(0, mark.from)}${model.text.slice(caret)}`.replace(/\s{2,}/g, ' ').trimStart(),
    )
    combobox.closeDropdown()
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // This Enter takes the marked suggestion.
      if (isOpen && combobox.getSelectedOptionIndex() >= 0) return
      event.preventDefault()
      model.submit()
    }
    if (event.key === 'Escape') {
      if (isOpen) return combobox.closeDropdown()
      model.drop()
      event.currentTarget.blur()
    }
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={take}
      position="bottom-start"
      width={320}
      shadow="md"
      keepMounted={false}
    >
      <Combobox.Target withKeyboardNavigation={isOpen} withAriaAttributes={isOpen}>
        <input
          ref={input}
          id={timerInputId}
          className={classes.input}
          aria-label={label}
          placeholder={t('timer.placeholder')}
          value={model.text}
          maxLength={2000}
          autoComplete="off"
          enterKeyHint="go"
          onChange={(event) => {
            onChange(event.currentTarget)
          }}
          onSelect={(event) => {
            setCaret(event.currentTarget.selectionStart ?? 0)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            combobox.closeDropdown()
            model.leave()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options aria-label={t('timer.suggestions')}>
          {suggestions.map((suggestion) => (
            <Combobox.Option key={suggestion.value} value={suggestion.value} className={classes.option}>
              {suggestion.kind === 'project' ? (
                <ProjectDot color={suggestion.color} />
              ) : (
                <span className={classes.hash}>#</span>
              )}
              <span className={classes.name}>
                {suggestion.kind === 'new-tag'
                  ? t('tags.createNamed', { name: suggestion.name })
                  : suggestion.name}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

type Suggestion =
  | { kind: 'project'; value: string; name: string; id: number; color: string }
  | { kind: 'tag' | 'new-tag'; value: string; name: string }

function useSuggestions(workspaceId: number, mark: ReturnType<typeof findMarkAt>): Suggestion[] {
  const projects = useOpenProjects(workspaceId)
  const { data: tags = [] } = useQuery({ ...tagsQuery(workspaceId), enabled: mark?.mark === '#' })
  if (!mark) return []
  if (mark.mark === '@') {
    return searchProjects(projects, mark.query)
      .slice(0, mostSuggested)
      .map((project) => ({
        kind: 'project',
        value: `project-${project.id}`,
        name: projectName(project),
        id: project.id,
        color: project.color,
      }))
  }
  const wanted = mark.query.toLowerCase()
  const known: Suggestion[] = tags
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, mostSuggested)
    .map(({ name }) => ({ kind: 'tag', value: `tag-${name}`, name }))
  const isKnown = tags.some(({ name }) => name.toLowerCase() === wanted)
  return wanted && !isKnown ? [...known, { kind: 'new-tag', value: 'new-tag', name: mark.query }] : known
}
