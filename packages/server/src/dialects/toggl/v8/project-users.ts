import type { FastifyInstance } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import { type Ctx, transact } from '../../../core/context.ts'
import { peopleById } from '../../../core/people.ts'
import { removeProjectMember } from '../../../core/projects/members.ts'
import { getProject, type Project } from '../../../core/projects/read.ts'
import { workspaceById } from '../access.ts'
import { orNotFound, refused } from '../errors.ts'
import { membersOf, nameOf } from '../v9/members.ts'
import { projectUserAt, partsOf, showProjectUsers, writeProjectUser } from '../v9/project-users.ts'
import { type Input, integerOf, pathIds } from '../wire.ts'
import { blank, dataOfAll, sendJson, wrapped } from './envelope.ts'
import { namedFields } from './named-fields.ts'

type ProjectUsers = { Params: { project_user_id: string } }
type Person = Awaited<ReturnType<typeof showProjectUsers>>[number]

const NOBODY = 'Project user not found/accessible'

export function projectUserRoutes(app: FastifyInstance): void {
  app.post(
    '/project_users',
    { schema: { summary: 'Let a person into a project, or several' } },
    async (request) => {
      const { ctx } = request
      const input = wrapped(request, 'project_user')
      const { project, membership } = await namedProject(ctx, input)
      const userIds = await namedPeople(ctx, membership, input)
      const people = await transact(ctx, async (ctx) => {
        const added: Person[] = []
        for (const userId of userIds) {
          const place = { membership, projectId: project.id, userId, isNew: true }
          added.push(...present(await writeProjectUser(ctx, place, rightsOf(input))))
        }
        return added
      })
      // The answer to new ones does not say when they have changed.
      const shown = (await named(ctx, people, input)).map((person) => ({ ...person, at: null }))
      return dataOfAll(shown, String(input['uid']).includes(','))
    },
  )

  app.put<ProjectUsers>(
    '/project_users/:project_user_id',
    { schema: { summary: 'Change what a person is in a project, or several' } },
    async (request) => {
      const { ctx, params } = request
      const input = wrapped(request, 'project_user')
      const ids = pathIds(params.project_user_id, NOBODY)
      const people = await transact(ctx, async (ctx) => {
        const changed: Person[] = []
        for (const id of ids)
          changed.push(...present(await writeProjectUser(ctx, await personAt(ctx, id), rightsOf(input))))
        return changed
      })
      return dataOfAll(await named(ctx, people, input), params.project_user_id.includes(','))
    },
  )

  app.delete<ProjectUsers>(
    '/project_users/:project_user_id',
    { schema: { summary: 'Take a person off a project, or several' } },
    async (request, reply) => {
      const ids = pathIds(request.params.project_user_id, NOBODY)
      await transact(request.ctx, async (ctx) => {
        for (const id of ids) {
          const { projectId, userId } = await personAt(ctx, id)
          await removeProjectMember(ctx, projectId, userId)
        }
      })
      return sendJson(reply, ids)
    },
  )
}

async function namedProject(ctx: Ctx, input: Input) {
  const id = integerOf(input, 'pid')
  if (!id) throw blank('pid')
  const project = await getProject(ctx, id)
  return { project, membership: await workspaceById(ctx, project.workspace_id) }
}

/** One person by number, or several in a text with commas between the numbers. */
async function namedPeople(ctx: Ctx, membership: Membership, input: Input): Promise<number[]> {
  const { uid } = input
  if (uid === undefined || uid === null || uid === '') throw blank('uid')
  const ids = typeof uid === 'string' ? pathIds(uid, 'Invalid user_id') : [integerOf(input, 'uid') ?? 0]
  const members = await membersOf(ctx, membership)
  const active = new Set(members.filter((each) => each.is_active === 1).map((each) => each.user_id))
  if (!ids.every((id) => active.has(id))) throw refused('Invalid user_id')
  return ids
}

function rightsOf({ manager, rate }: Input): Input {
  return { ...(manager === undefined ? {} : { manager }), ...(rate === undefined ? {} : { rate }) }
}

/** The person on a project that a number stands for. */
async function personAt(ctx: Ctx, id: number) {
  const project = await orNotFound(getProject(ctx, partsOf(id).projectId), NOBODY)
  const membership = await workspaceById(ctx, project.workspace_id)
  return { membership, ...(await projectUserAt(ctx, membership, String(id))) }
}

/** Who is in a project, as lists show them. */
export async function usersOfProject(ctx: Ctx, { id, workspace_id: workspaceId }: Project) {
  const membership = await workspaceById(ctx, workspaceId)
  return (await showProjectUsers(ctx, membership, { projectIds: [id] })).map(toProjectUser)
}

/** Who is in the projects of a workspace, as lists show them. */
export async function projectUsersIn(ctx: Ctx, membership: Membership) {
  return (await showProjectUsers(ctx, membership, {})).map(toProjectUser)
}

/** People of projects, with their names where the body asks for those. */
async function named(ctx: Ctx, people: readonly Person[], input: Input) {
  const shown = people.map(toProjectUser)
  if (!namedFields(input).includes('fullname')) return shown
  const names = await peopleById(
    ctx,
    people.map((person) => person.user_id),
  )
  return shown.map((person) => {
    const known = names.get(person.uid)
    return { ...person, fullname: known && nameOf(known) }
  })
}

function toProjectUser(person: Person) {
  return {
    id: person.id,
    pid: person.project_id,
    uid: person.user_id,
    wid: person.workspace_id,
    manager: person.manager,
    rate: person.rate,
    at: person.at,
  }
}

function present<T>(thing: T | undefined): T[] {
  return thing === undefined ? [] : [thing]
}
