import { Type } from 'typebox'
import { SEARCH_KINDS, SHORTEST_SEARCH } from '../../../core/search.ts'
import { API, flag, list, named, number, oneOf, type Routes, text } from './words.ts'

const Result = named(
  'SearchResult',
  Type.Object({
    type: oneOf(SEARCH_KINDS),
    category: oneOf(SEARCH_KINDS, 'The same.'),
    id: number('The thing.'),
    title: text('What it is called; an entry by its project and task.', 'Shop'),
    description: text('More of it.', 'The new shop'),
    badge: text('What it is, how it stands, or how long it took.', 'Project'),
    url: text('Where TimeTracker’s web app would show it.', '/projects/1'),
  }),
)

export const SEARCH_ROUTES: Routes = {
  [`GET ${API}/search`]: {
    operationId: 'search',
    about:
      'What holds every word, whatever its case: projects in use and their tasks, clients, finished entries, contacts, leads and deals, each as far as one may see it and the key has its scope. A text that is too short is 400, with no results.',
    query: Type.Object({
      q: Type.String({
        minLength: SHORTEST_SEARCH,
        description: 'The words to look for.',
        examples: ['basket'],
      }),
      types: Type.Optional(
        Type.String({
          description: `Some of ${SEARCH_KINDS.join(', ')}, between commas; all without it.`,
          examples: ['project,task'],
        }),
      ),
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 50, default: 10, description: 'How many of each.' }),
      ),
    }),
    status: 200,
    answer: Type.Object({
      results: list(Result, 'In the order of the types.'),
      query: text('The text that was looked for.', 'basket'),
      count: number('How many there are.'),
      partial: flag('Always false: all of it is found, or the call fails.', false),
      errors: Type.Object({}, { description: 'Always empty.' }),
    }),
  },
}
