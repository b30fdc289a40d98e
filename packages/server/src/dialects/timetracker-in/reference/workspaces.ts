import { Type } from 'typebox'
import { CORE } from '../paths.ts'
import { TeamMember, Workspace } from './models.ts'
import { id, IN_WORKSPACE, paged, pagedBy, type Routes, WorkspaceId } from './words.ts'

export const WORKSPACE_ROUTES: Routes = {
  [`GET ${CORE}/workspaces`]: {
    operationId: 'listWorkspaces',
    about: 'Those the owner of the key is in, or the one that the key is bound to.',
    query: pagedBy(),
    status: 200,
    answer: paged(Workspace),
  },
  [`GET ${IN_WORKSPACE}`]: {
    operationId: 'showWorkspace',
    params: Type.Object({ workspace_id: WorkspaceId }),
    status: 200,
    answer: Workspace,
  },
  [`GET ${IN_WORKSPACE}/team-members`]: {
    operationId: 'listTeamMembers',
    about: 'The newest first. Those who have left are inactive.',
    params: Type.Object({ workspace_id: WorkspaceId }),
    query: pagedBy(),
    status: 200,
    answer: paged(TeamMember),
  },
  [`GET ${IN_WORKSPACE}/team-members/:team_member_id`]: {
    operationId: 'showTeamMember',
    params: Type.Object({ workspace_id: WorkspaceId, team_member_id: id('team_member', 'The member.') }),
    status: 200,
    answer: TeamMember,
  },
}
