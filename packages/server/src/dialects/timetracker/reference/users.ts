import { Type } from 'typebox'
import {
  API,
  decimal,
  flag,
  inPath,
  list,
  named,
  none,
  nullable,
  number,
  oneOf,
  paged,
  pagedBy,
  type Routes,
  said,
  text,
  utc,
} from './words.ts'

const User = named(
  'User',
  Type.Object({
    id: number('The person.'),
    username: text('The e-mail address, which is what one signs in with.', 'ada@example.com'),
    email: text('The same.', 'ada@example.com'),
    full_name: nullable(text('The name.', 'Ada Example')),
    display_name: text('The name, or the e-mail address without one.', 'Ada Example'),
    role: oneOf(
      ['admin', 'manager', 'user', 'viewer'],
      'What they may do in the workspace; an owner is an admin.',
    ),
    created_at: utc('When the account was made.'),
    last_login: nullable(utc('When they last signed in with a password.')),
    is_active: flag('Whether the account is in use.'),
    total_hours: decimal('Their finished time, as far as one may see it.', 12.5),
    avatar_url: none(),
    status: oneOf(
      ['online', 'away', 'offline'],
      'Seen in the last quarter of an hour, in the last hour, or not.',
    ),
    date_format: oneOf(['YYYY-MM-DD']),
    time_format: oneOf(['24h', '12h']),
    timezone: text('Their own time zone.', 'Europe/Berlin'),
    standard_hours_per_day: Type.Integer({ description: 'Always 8.', examples: [8] }),
    overtime_include_weekends: flag('Always true.'),
  }),
)

const Favourite = named(
  'Favourite',
  Type.Object({
    id: number('The project, which is one’s favourite once.'),
    user_id: number('Whose it is.'),
    project_id: number('The project.'),
    created_at: utc('Since when.'),
  }),
)

const FAVOURITES = `${API}/users/me/favorites/projects`

export const USER_ROUTES: Routes = {
  [`GET ${API}/users/me`]: {
    operationId: 'showMe',
    about: 'For any key, whatever its scopes.',
    status: 200,
    answer: Type.Object({
      user: User,
      time_entry_requirements: Type.Object({
        require_task: flag('Always false.', false),
        require_description: flag('Always false.', false),
        description_min_length: number('Of no meaning without the former.', 20),
      }),
      enabled_modules: list(Type.String({ examples: ['projects'] }), 'What one can use here.'),
    }),
  },
  [`GET ${API}/users`]: {
    operationId: 'listUsers',
    about: 'The members of the workspace. Takes the scope `admin:all`.',
    query: pagedBy(),
    status: 200,
    answer: paged('users', User),
  },
  [`GET ${FAVOURITES}`]: {
    operationId: 'listFavourites',
    status: 200,
    answer: Type.Object({ favorites: list(Favourite) }),
  },
  [`POST ${FAVOURITES}`]: {
    operationId: 'addFavourite',
    about: 'Answers 200 and `Already favorited` where it is one.',
    body: Type.Object({ project_id: number('The project.') }),
    status: 201,
    answer: said('Project favorited successfully', { favorite: Favourite }),
  },
  [`DELETE ${FAVOURITES}/:project_id`]: {
    operationId: 'removeFavourite',
    params: inPath('project_id', 'The project.'),
    status: 200,
    answer: said('Favorite removed successfully'),
  },
}
