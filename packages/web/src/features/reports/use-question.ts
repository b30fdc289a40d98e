import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { inBackground } from '../../lib/background.ts'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canEditProjects } from '../workspaces/permissions.ts'
import { defaultQuestion, readQuestion, toSearch, withoutGaps, type Question } from './question.ts'
import type { Wall } from './ranges.ts'

/** The word of the address that says which saved report is open. */
const savedWord = 'saved'

type Changes = { [Word in keyof Question]?: Question[Word] | undefined }

/** The question in the address, and how to ask another; each is a step of the browser's history. */
export function useQuestion() {
  const search = useSearch({ from: '/shell/reports' })
  const navigate = useNavigate()
  const { workspace, role } = useCurrentWorkspace()
  const seesOthers = workspace.kind === 'team' && canEditProjects(role)
  return useMemo(() => {
    const { [savedWord]: saved, ...words } = search
    const isBlank = Object.keys(words).length === 0
    const question = isBlank ? defaultQuestion(seesOthers) : readQuestion(words)
    const savedId = Number(saved) || undefined
    const go = (next: Question, options: { savedId?: number | undefined; replace?: boolean } = {}) => {
      const kept = options.savedId === undefined ? {} : { [savedWord]: String(options.savedId) }
      inBackground(
        navigate({ to: '.', search: { ...toSearch(next), ...kept }, replace: options.replace ?? false }),
      )
    }
    return {
      question,
      savedId,
      seesOthers,
      workspaceId: workspace.id,
      /** Changes some words; an undefined one is taken out. */
      ask: (changes: Changes, { replace = false } = {}) => {
        go(withoutGaps({ ...question, ...changes }), { savedId, replace })
      },
      /** Another question altogether. */
      open: go,
    }
  }, [search, seesOthers, workspace.id, navigate])
}

/** What the person's calendar on the wall shows. */
export function useWall(): Wall {
  const { week_start } = useMe()
  const { today, zone } = useFormats()
  return { today: today(), weekStart: week_start, zone }
}
