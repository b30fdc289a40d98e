import type { TSchema } from 'typebox'

/** What the documents of a wire say beyond what its routes say themselves. */
export type WireReference = {
  /** What it is and how it is called: paragraphs with an empty line between. */
  about: string
  /** Where the foreign system describes its API itself. */
  source?: { title: string; url: string }
  /** The headings its routes stand under, in order. */
  groups: readonly ReferenceGroup[]
  /** The ways to say who calls; any one will do, where it may. */
  signIn: Readonly<Record<string, SignInWay>>
  /** The body of every refusal. */
  refusalBody: TSchema
  refusals: readonly Refusal[]
  /** Headers of good answers. */
  answerHeaders: readonly AnswerHeader[]
  /** Descriptions by method and path (`GET /projects/:id`), where a wire checks by hand and its routes have no schemas. */
  routes?: Readonly<Record<string, RouteReference>>
}

export type ReferenceGroup = {
  name: string
  about: string
  /** The beginnings of the paths that belong to it, without the first slash; the longest one that fits decides. */
  roots: readonly string[]
}

/** An OpenAPI security scheme. */
export type SecurityScheme =
  | { type: 'http'; scheme: 'bearer' | 'basic'; description: string }
  | { type: 'apiKey'; in: 'header' | 'query' | 'cookie'; name: string; description: string }

export type SignInWay = SecurityScheme & {
  /** Which routes it is for; all of them where nothing is said. */
  applies?: (route: DescribedRoute) => boolean
  /** What stands in the place of the password where a key is the name. */
  keyPassword?: string
}

/** How a request presents a key: in `Authorization` after a word, as a name with a password, or alone in a header. */
export type KeyWay =
  | { kind: 'bearer' }
  | { kind: 'basic'; password: string }
  | { kind: 'header'; name: string }

export type Refusal = {
  status: number
  /** What it is called among the responses of the document. */
  name: string
  meaning: string
  /** Which routes can answer so. */
  applies(route: DescribedRoute): boolean
}

export type AnswerHeader = {
  name: string
  schema: TSchema
  applies(route: DescribedRoute): boolean
}

/** What one route takes and gives. */
export type RouteReference = {
  operationId: string
  /** What the summary cannot say. */
  about?: string
  params?: TSchema
  query?: TSchema
  headers?: Readonly<Record<string, TSchema>>
  body?: TSchema
  /** Whether the body may be left out. */
  isBodyOptional?: boolean
  status: number
  /** None for an empty answer. */
  answer?: TSchema
  /** The type of the answer where it is not JSON. */
  answerType?: string
}

export type DescribedRoute = RouteReference & {
  method: string
  /** Below the address a client takes as its base URL, with `:name` for parameters. */
  path: string
  summary: string
  isPublic: boolean
}
