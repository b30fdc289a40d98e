import { useLocalStorage } from '@mantine/hooks'
import type { Membership } from '@sundial/sdk'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { useMe } from '../session/session.ts'

type Current = Membership & { choose: (workspaceId: number) => void }

const CurrentContext = createContext<Current | undefined>(undefined)

/** Which workspace the screens show: this browser's last choice, or else the account's own. */
export function CurrentWorkspaceProvider({ children }: { children: ReactNode }) {
  const me = useMe()
  const [chosen, choose] = useLocalStorage<number | undefined>({
    key: 'sundial.workspace',
    defaultValue: undefined,
    getInitialValueInEffect: false,
  })
  const current = useMemo(() => {
    const byId = (id: number | undefined) => me.memberships.find(({ workspace }) => workspace.id === id)
    const membership = byId(chosen) ?? byId(me.default_workspace_id) ?? me.memberships[0]
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
