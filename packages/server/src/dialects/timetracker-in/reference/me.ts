import { Type } from 'typebox'
import { CORE } from '../paths.ts'
import { id, moment, named, none, nullable, type Routes, text } from './words.ts'

export const ME_ROUTES: Routes = {
  [`GET ${CORE}/me`]: {
    operationId: 'showMe',
    about: 'Needs no scope, so that it can try a key.',
    status: 200,
    answer: named(
      'Me',
      Type.Object({
        id: id('user', 'The person, who is the same in all workspaces.'),
        name: text('What they are called, or their address.', 'Ada Example'),
        email: text('Their address.', 'ada@example.com'),
        avatar: none('Always null: people have no pictures here.'),
        timezone: text('Their zone.', 'Europe/Berlin'),
        default_workspace_id: nullable(id('workspace', 'Where they are unless it is said.')),
        created_at: moment('Since when they have an account.'),
      }),
    ),
  },
}
