import type { Approval } from '@sundial/sdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../lib/api-error.ts'
import { errorText } from '../../lib/error-text.ts'
import { showNotice } from '../../ui/notices.tsx'
import type { ApprovalGroup } from './approval-groups.ts'
import { useApprove, useApproveWeek, useReject, useRejectWeek, type DecisionResult } from './decisions.ts'

/** What is about to be rejected, once there is a reason. */
export type Rejecting = { approvals: readonly Approval[]; timesheetId?: number }

export type Undecided = { approval: Approval; why: string }

/** Deciding on some, or on a whole submitted week; what could not be decided is kept with its reason. */
export function useDeciding() {
  const { t } = useTranslation()
  const approveSome = useApprove()
  const rejectSome = useReject()
  const approveWeek = useApproveWeek()
  const rejectWeek = useRejectWeek()
  const [rejecting, setRejecting] = useState<Rejecting>()
  const [undecided, setUndecided] = useState<Undecided[]>([])

  function show(verb: 'approved' | 'rejected', asked: readonly Approval[], results: DecisionResult[]) {
    const failed = results.flatMap(({ id, error }) => {
      const approval = asked.find((each) => each.id === id)
      return error && approval ? [{ approval, why: errorText(new ApiError({ status: 409, ...error })) }] : []
    })
    setUndecided(failed)
    const decided = asked.filter(({ id }) => results.some((result) => result.id === id && !result.error))
    if (decided.length === 0) return
    if (verb === 'approved') tellApproved(decided)
    else showNotice({ message: t('approvals.rejected', { count: decided.length }) })
  }

  /** What has more levels is not approved yet. */
  function tellApproved(decided: readonly Approval[]) {
    const passedOn = decided.filter(({ step, steps }) => step < steps).length
    const approved = decided.length - passedOn
    const parts = [
      approved > 0 && t('approvals.approved', { count: approved }),
      passedOn > 0 && t('approvals.passedOn', { count: passedOn }),
    ]
    showNotice({ message: parts.filter(Boolean).join(' ') })
  }

  return {
    isBusy: approveSome.isPending || approveWeek.isPending,
    isRejecting: rejectSome.isPending || rejectWeek.isPending,
    error: rejectSome.error ?? rejectWeek.error,
    rejecting,
    undecided,
    forget: () => {
      setUndecided([])
    },
    approve: (approvals: readonly Approval[]) => {
      approveSome.mutate(idsOf(approvals), {
        onSuccess: (results) => {
          show('approved', approvals, results)
        },
      })
    },
    approveWeek: ({ timesheetId, approvals }: ApprovalGroup) => {
      if (timesheetId === null) return
      approveWeek.mutate(timesheetId, {
        onSuccess: () => {
          tellApproved(approvals)
        },
      })
    },
    askWhy: (next: Rejecting | undefined) => {
      rejectSome.reset()
      rejectWeek.reset()
      setRejecting(next)
    },
    reject: (reason: string) => {
      if (!rejecting) return
      const { approvals, timesheetId } = rejecting
      if (timesheetId !== undefined)
        return rejectWeek.mutate(
          { id: timesheetId, reason },
          {
            onSuccess: () => {
              setRejecting(undefined)
              showNotice({ message: t('approvals.rejected', { count: approvals.length }) })
            },
          },
        )
      rejectSome.mutate(
        { ids: idsOf(approvals), reason },
        {
          onSuccess: (results) => {
            setRejecting(undefined)
            show('rejected', approvals, results)
          },
        },
      )
    },
  }
}

export type Deciding = ReturnType<typeof useDeciding>

function idsOf(approvals: readonly Approval[]): number[] {
  return approvals.map(({ id }) => id)
}
