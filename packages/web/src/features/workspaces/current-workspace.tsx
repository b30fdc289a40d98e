import { readLocalStorageValue, useLocalStorage } from '@mantine/hooks'
import type { Me, Membership } from '@sundial/sdk'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { useMe } from '../session/session.ts'

type Current = Membership & { choose: (workspaceId: number) => void }

const CurrentContext = createContext<Current | undefined>(undefined)

const chosenKey = 'sundial.workspace'

/** Which membership the screens are about, given which workspace was chosen last in this browser. */
function membershipOf(me: Me, chosen: number | undefined): Membership | undefined {
  const byId = (id: number | undefined) => me.memberships.find(({ workspace }) => workspace.id === id)
  return byId(chosen) ?? byId(me.default_workspace_id) ?? me.memberships[0]
}

/** The id of the workspace that the screens will show to this person. */
export function workspaceToShow(me: Me): number {
  const chosen = readLocalStorageValue<number | undefined>({ key: chosenKey })
  return membershipOf(me, chosen)?.workspace.id ?? me.default_workspace_id
}

/** Which workspace the screens show: this browser's last choice, or else the account's own. */
export function CurrentWorkspaceProvider({ children }: { children: ReactNode }) {
  const me = useMe()
  const [chosen, choose] = useLocalStorage<number | undefined>({
    key: chosenKey,
    defaultValue: undefined,
    getInitialValueInEffect: false,
  })
  const current = useMemo(() => {
    const membership = membershipOf(me, chosen)
    return membership && { ...membership, choose }
  }, [me, chosen, choose])
  if (!current) throw new Error('An account always has its personal workspace.')
  return <CurrentContext value={current}>{children}</CurrentContext>
}

export function useCurrentWorkspace(): Current {
  const current = use(CurrentContext)
  if (!current) throw new Error('This component needs the current workspace around it.')
  return current
}
