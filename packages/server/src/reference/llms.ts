import { bodySchemaOf, endpointsOf, type Endpoint, isOpen } from './call.ts'
import { type JsonSchema, resolve } from './components.ts'
import type { OpenApiDocument } from './openapi.ts'
import type { Recipe } from './recipes.ts'
import { typeText, wordsOf } from './types.ts'

/** Everything a language model needs to call this server, as plain text. */
export function llmsText(
  baseUrl: string,
  documents: readonly OpenApiDocument[],
  recipes: readonly Recipe[],
): string {
  return [
    '# Sundial',
    '',
    '> A self-hosted time-tracking server: timers, time entries, projects, clients, tasks, tags and teams. It has an API of ' +
      'its own and answers the APIs of other trackers from the same data.',
    '',
    `Reference for people: ${baseUrl}/docs. A name with ? may be left out. Objects are written {field: type}.`,
    ...(recipes.length > 0 ? ['', '## Recipes', ''] : []),
    ...recipes.map(({ slug, title }) => `- [${title}](${baseUrl}/docs/recipes/${slug}.md)`),
    ...documents.flatMap(wireLines),
    '',
  ].join('\n')
}

function wireLines(document: OpenApiDocument): string[] {
  const { schemas, securitySchemes, responses } = document.components
  const endpoints = endpointsOf(document)
  const refusal = Object.values(responses)[0]?.content?.['application/json']?.schema
  return [
    '',
    `## ${document.info.title}`,
    '',
    `Base URL: ${document.servers[0]?.url ?? ''}`,
    `Sign in: ${Object.values(securitySchemes)
      .map(({ description }) => description)
      .join(' Or: ')}`,
    '',
    document.info.description,
    '',
    `Refusals: ${refusal ? objectText(resolve(refusal, schemas)) : ''}`,
    ...document.tags.flatMap(({ name, description }) => [
      '',
      `### ${name}`,
      '',
      description,
      '',
      ...endpoints
        .filter(({ operation }) => operation.tags.includes(name))
        .map((each) => line(document, each)),
    ]),
    '',
    '### Objects',
    '',
    ...Object.entries(schemas).map(([name, schema]) => `- ${name}: ${objectText(schema)}`),
  ]
}

function line(document: OpenApiDocument, { method, path, operation }: Endpoint): string {
  const { parameters = [], responses } = operation
  const taken = parameters
    .filter((each) => each.in !== 'path')
    .map(({ name, required, schema }) => `${name}${required ? '' : '?'}: ${shortType(schema)}`)
  const body = bodySchemaOf(operation)
  const [[status, answer] = ['', {}]] = Object.entries(responses)
  const content = 'content' in answer ? Object.values(answer.content ?? {})[0]?.schema : undefined
  return [
    `- ${method} ${path}: ${operation.summary}.`,
    operation.description ?? '',
    isOpen(operation) ? 'No key needed.' : '',
    taken.length > 0 ? `Parameters: ${taken.join(', ')}.` : '',
    body ? `Body: ${shortType(body)}.` : '',
    `Answer: ${status}${content ? ` ${content.$ref ? typeText(content) : objectText(resolve(content, document.components.schemas))}` : ''}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function objectText(schema: JsonSchema): string {
  const { properties, required = [], allOf } = schema
  if (allOf) return allOf.map(objectText).join(' with ')
  if (!properties) return shortType(schema)
  const fields = Object.entries(properties).map(
    ([name, each]) =>
      `${name}${required.includes(name) ? '' : '?'}: ${each.properties ? objectText(each) : shortType(each)}`,
  )
  return `{${fields.join(', ')}}`
}

function shortType(schema: JsonSchema): string {
  const words = wordsOf(schema)
  if (words.length === 0 || schema.$ref) return typeText(schema)
  const isOptional = [schema.type].flat().includes('null')
  return [...words, ...(isOptional ? ['null'] : [])].join(' | ')
}
