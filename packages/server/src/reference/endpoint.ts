import { bodySchemaOf, type Endpoint, exampleCall, isOpen, textOf, usualQuery } from './call.ts'
import { type JsonSchema, resolve } from './components.ts'
import type { DescribedWire } from './documents.ts'
import { exampleAnswer, exampleInput } from './example.ts'
import { codeBlock, html, type Html, paragraphs, prose } from './html.ts'
import type { OpenApiDocument, Operation, Parameter } from './openapi.ts'
import { samplesOf } from './samples.ts'
import { boundsText, nameOf, typeText, wordsOf } from './types.ts'

type Schemas = OpenApiDocument['components']['schemas']

export function idOf({ operationId }: Operation): string {
  return operationId.replaceAll(/([A-Z])/g, '-$1').toLowerCase()
}

/** One endpoint: what it takes and gives, and a form to try it, on the left, samples on the right. */
export function endpointSection(wire: DescribedWire, endpoint: Endpoint): Html {
  const { document } = wire
  const { method, path, operation } = endpoint
  const id = idOf(operation)
  return html`<article class="endpoint" id="${id}" aria-labelledby="${id}-title">
    <div class="pair">
      <div class="what">
        <h2 id="${id}-title">${operation.summary}</h2>
        <p class="address"><span class="method">${method}</span> <code>${path}</code></p>
        ${operation.description ? paragraphs(operation.description) : undefined}
        ${isOpen(operation) ? html`<p class="note">Needs no key.</p>` : undefined}
        ${parameterList('Path', operation, 'path')} ${parameterList('Query', operation, 'query')}
        ${parameterList('Headers', operation, 'header')} ${bodyPart(operation, document.components.schemas)}
        ${answerPart(operation, document)} ${tryForm(wire, endpoint)}
      </div>
      <div class="samples">${samples(wire, endpoint)} ${exampleOf(operation, document)}</div>
    </div>
  </article>`
}

function parameterList(
  title: string,
  { parameters = [] }: Operation,
  place: Parameter['in'],
): Html | undefined {
  const listed = parameters.filter((each) => each.in === place)
  if (listed.length === 0) return undefined
  return html`<h3>${title}</h3>
    <dl class="fields">
      ${listed.map(({ name, schema, required, description }) =>
        field(
          name,
          { ...schema, ...(description ? { description } : {}) },
          { isRequired: required === true, schemas: {} },
        ),
      )}
    </dl>`
}

function bodyPart(operation: Operation, schemas: Schemas): Html | undefined {
  const schema = bodySchemaOf(operation)
  return (
    schema &&
    html`<h3>Body</h3>
      ${fieldsOf(schema, schemas)}`
  )
}

function answerPart(operation: Operation, document: OpenApiDocument): Html {
  const [[status, answer], ...refusals] = goodFirst(operation)
  const schema = contentOf(answer)
  return html`<h3>Answer</h3>
    <p>
      <span class="number">${status}</span> ${schema ? prose(`with ${typeText(schema)}.`) : 'without a body.'}
    </p>
    ${
      schema
        ? html`<details>
            <summary>Fields of the answer</summary>
            ${fieldsOf(schema, document.components.schemas)}
          </details>`
        : undefined
    }
    <p class="note">
      Refused with
      ${refusals.map(([code], index) => html`${index > 0 ? ', ' : ''}<span class="number">${code}</span>`)}.
    </p>`
}

type Answer = Operation['responses'][string]

function goodFirst({ responses }: Operation): [[string, Answer], ...[string, Answer][]] {
  const [first = ['204', { description: '' }] as [string, Answer], ...rest] = Object.entries(responses)
  return [first, ...rest]
}

function contentOf(answer: Answer): JsonSchema | undefined {
  return 'content' in answer ? Object.values(answer.content ?? {})[0]?.schema : undefined
}

const DEEPEST = 4

function fieldsOf(given: JsonSchema, schemas: Schemas, depth = 0): Html {
  const schema = resolve(given, schemas)
  if (schema.allOf) return html`${schema.allOf.map((part) => fieldsOf(part, schemas, depth))}`
  const { properties = {}, required = [] } = schema
  if (Object.keys(properties).length === 0)
    return html`<p class="note">${prose(schema.description ?? 'No fields.')}</p>`
  return html`<dl class="fields">
    ${Object.entries(properties).map(([name, each]) =>
      field(name, each, { isRequired: required.includes(name), schemas, depth }),
    )}
  </dl>`
}

type FieldFacts = { isRequired: boolean; schemas: Schemas; depth?: number }

function field(name: string, schema: JsonSchema, { isRequired, schemas, depth = 0 }: FieldFacts): Html {
  const words = wordsOf(resolve(inner(schema), schemas))
  const bounds = boundsText(schema)
  return html`<div>
    <dt>
      <code>${name}</code> <span class="type">${typeText(schema)}</span>
      ${isRequired ? html`<span class="required">required</span>` : undefined}
    </dt>
    <dd>
      ${schema.description ? html`<p>${prose(schema.description)}</p>` : undefined}
      ${
        words.length > 0
          ? html`<p class="words">
              One of ${words.map((word, index) => html`${index > 0 ? ', ' : ''}<code>${word}</code>`)}
            </p>`
          : undefined
      }
      ${bounds ? html`<p class="bounds">${bounds}</p>` : undefined} ${below(schema, schemas, depth)}
    </dd>
  </div>`
}

/** The fields of an object, or of the rows of a list, inside a field. */
function below(schema: JsonSchema, schemas: Schemas, depth: number): Html | undefined {
  const row = inner(schema)
  const { properties, allOf } = resolve(row, schemas)
  if (depth >= DEEPEST || !(properties ?? allOf)) return undefined
  return html`<details>
    <summary>Fields${row.$ref ? ` of ${nameOf(row.$ref)}` : ''}</summary>
    ${fieldsOf(row, schemas, depth + 1)}
  </details>`
}

/** What a list holds, or what a field may be besides null. */
function inner(schema: JsonSchema): JsonSchema {
  if (schema.items) return inner(schema.items)
  const [first] = schema.anyOf ?? []
  return first ? inner(first) : schema
}

function samples(wire: DescribedWire, endpoint: Endpoint): Html {
  const all = samplesOf(exampleCall(wire, endpoint))
  return html`<div class="sample-set">
    <div class="languages" role="group" aria-label="Language of the samples">
      ${all.map(
        ({ language, title }, index) =>
          html`<button
            type="button"
            class="quiet"
            data-language="${language}"
            aria-pressed="${index === 0 ? 'true' : 'false'}"
          >
            ${title}
          </button>`,
      )}
    </div>
    ${all.map(
      ({ language, title, code }) =>
        html`<div class="sample" data-sample="${language}">
          ${codeBlock(`${endpoint.operation.summary}, in ${title}`, code)}
        </div>`,
    )}
  </div>`
}

function exampleOf(operation: Operation, document: OpenApiDocument): Html | undefined {
  const [[status, answer]] = goodFirst(operation)
  const content = 'content' in answer ? Object.entries(answer.content ?? {})[0] : undefined
  if (!content?.[0].includes('json')) return undefined
  const example = exampleAnswer(content[1].schema, document.components.schemas)
  return html`<p class="caption">Example answer, <span class="number">${status}</span></p>
    ${codeBlock(`Example answer of: ${operation.summary}`, JSON.stringify(example, null, 2))}`
}

function tryForm(wire: DescribedWire, { method, path, operation }: Endpoint): Html {
  const { document, clientPath } = wire
  const { parameters = [] } = operation
  const id = idOf(operation)
  const body = bodySchemaOf(operation)
  const shown = usualQuery(parameters).filter(({ required }) => required)
  return html`<details class="try">
    <summary>Try it</summary>
    <form
      data-method="${method}"
      data-path="${clientPath}${path}"
      data-key="${wire.keyWay.kind}"
      ${wire.keyWay.kind === 'header' ? html`data-key-header="${wire.keyWay.name}"` : undefined}
      ${wire.keyWay.kind === 'basic' ? html`data-key-password="${wire.keyWay.password}"` : undefined}
    >
      ${
        isOpen(operation)
          ? undefined
          : html`<label class="wide">
              <span>Key</span>
              <input name="key" type="password" autocomplete="off" spellcheck="false" />
              <small
                >${wire.takesSession ? 'Empty: your session in this browser is used.' : 'It stays in this tab.'}</small
              >
            </label>`
      }
      ${parameters.map(
        (each) =>
          html`<label>
            <span><code>${each.name}</code>${each.required ? ' (required)' : ''}</span>
            <input
              name="${each.name}"
              data-in="${each.in}"
              value="${each.in === 'path' || shown.includes(each) ? textOf(each.schema) : ''}"
              autocomplete="off"
              spellcheck="false"
              ${each.required ? html`required` : undefined}
            />
          </label>`,
      )}
      ${
        body
          ? html`<label class="wide">
              <span>Body (JSON)</span>
              <textarea name="body" rows="8" spellcheck="false">
${JSON.stringify(exampleInput(body, document.components.schemas), null, 2)}</textarea>
            </label>`
          : undefined
      }
      <div class="wide actions">
        <button type="submit" class="primary">Send request</button>
        ${method === 'GET' ? undefined : html`<p class="note">This changes real data.</p>`}
      </div>
      <div class="wide outcome" role="status" id="${id}-outcome"></div>
    </form>
  </details>`
}
