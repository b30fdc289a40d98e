import type { Limit } from '../http/wire.ts'
import type { DescribedWire } from './documents.ts'
import { endpointsOf, type Endpoint } from './call.ts'
import { endpointSection, idOf } from './endpoint.ts'
import { current, framed, sideList } from './frame.ts'
import { html, type Html, paragraphs, prose } from './html.ts'
import type { OpenApiDocument } from './openapi.ts'
import type { Recipe } from './recipes.ts'

/** The pages of the reference. Without script they can be read; with it, requests can be tried. */

/** The first page: which APIs there are and how to begin. */
export function startPage(
  wires: readonly DescribedWire[],
  recipes: readonly Recipe[],
  baseUrl: string,
): string {
  const main = html`
    <h1>Developers</h1>
    <p class="lead">
      This server has an API of its own and answers those of other trackers from the same data. A client made
      for one of them needs another address and a key, and nothing else.
    </p>
    <section aria-labelledby="keys">
      <h2 id="keys">Get a key</h2>
      <p>
        Make one under <a href="/settings/api-keys">Settings, API keys</a>, choose what it may do, and send it
        with every request. It is shown once. In samples <code>YOUR_KEY</code> stands for it.
      </p>
    </section>
    <section aria-labelledby="recipes">
      <h2 id="recipes"><a href="/docs/recipes">Recipes</a></h2>
      <ul class="recipes">
        ${recipes.map(({ slug: name, title }) => html`<li><a href="/docs/recipes/${name}">${title}</a></li>`)}
      </ul>
    </section>
    ${wires.map(
      ({ name, title, document, limits }) => html`
        <section class="wire" aria-labelledby="wire-${name}">
          <h2 id="wire-${name}"><a href="/docs/${name}">${title}</a></h2>
          ${paragraphs(document.info.description.split('\n\n')[0] ?? '')} ${facts(document, limits)}
          ${downloads(name, document)}
        </section>
      `,
    )}
    <section aria-labelledby="models">
      <h2 id="models">For language models</h2>
      <p><a href="/llms.txt">llms.txt</a> has every endpoint of ${baseUrl} as plain text.</p>
    </section>
  `
  return framed({ wires, title: 'Developers' }, main)
}

/** One API: how to call it, and its groups. */
export function wirePage(wires: readonly DescribedWire[], wire: DescribedWire): string {
  const { document, name, limits } = wire
  const main = html`
    <h1>${document.info.title}</h1>
    ${paragraphs(document.info.description)} ${facts(document, limits)} ${downloads(name, document)}
    <h2>Endpoints</h2>
    ${document.tags.map(
      (tag) => html`
        <section class="group-list" aria-labelledby="${slug(tag.name)}">
          <h3 id="${slug(tag.name)}"><a href="${groupUrl(wire, tag.name)}">${tag.name}</a></h3>
          <p>${prose(tag.description)}</p>
          <ul class="endpoints">
            ${endpointsIn(document, tag.name).map((each) => html`<li>${endpointLink(wire, tag.name, each)}</li>`)}
          </ul>
        </section>
      `,
    )}
    <h2>Refusals</h2>
    <p>Whatever is refused has the same body, whichever endpoint it was.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Refusals">
      <table>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">What it means</th>
          </tr>
        </thead>
        <tbody>
          ${refusals(document).map(
            ([status, meaning]) =>
              html`<tr>
                <td class="number">${status}</td>
                <td>${prose(meaning)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `
  return framed({ wires, place: name, side: sidebar(wire), title: document.info.title }, main)
}

/** One group of an API: its endpoints in full. */
export function groupPage(wires: readonly DescribedWire[], wire: DescribedWire, groupName: string): string {
  const { document } = wire
  const about = document.tags.find(({ name }) => name === groupName)?.description ?? ''
  const main = html`
    <p class="crumb"><a href="/docs/${wire.name}">${document.info.title}</a></p>
    <h1>${groupName}</h1>
    <p class="lead">${prose(about)}</p>
    ${endpointsIn(document, groupName).map((each) => endpointSection(wire, each))}
  `
  const title = `${groupName} · ${document.info.title}`
  return framed({ wires, place: wire.name, side: sidebar(wire, groupName), title }, main)
}

export function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

function sidebar(wire: DescribedWire, groupName?: string): Html {
  return sideList(
    'Endpoints',
    html`<label class="filter" hidden>
        <span>Find an endpoint</span>
        <input type="search" autocomplete="off" spellcheck="false" />
      </label>
      <p class="none" role="status"></p>
      ${wire.document.tags.map(
        ({ name }) => html`
          <section class="side-group">
            <h2><a href="${groupUrl(wire, name)}" ${current(name === groupName, 'page')}>${name}</a></h2>
            <ul>
              ${endpointsIn(wire.document, name).map((each) => html`<li>${endpointLink(wire, name, each)}</li>`)}
            </ul>
          </section>
        `,
      )}`,
  )
}

function endpointLink(wire: DescribedWire, groupName: string, { method, path, operation }: Endpoint): Html {
  return html`<a
    class="endpoint-link"
    href="${groupUrl(wire, groupName)}#${idOf(operation)}"
    title="${operation.summary}"
    ><span class="method">${method}</span> <span class="path">${path}</span>
    <span class="summary">${operation.summary}</span></a
  >`
}

function facts(document: OpenApiDocument, limits: readonly Limit[]): Html {
  const { securitySchemes } = document.components
  return html`<dl class="facts">
    <dt>Base URL</dt>
    <dd><code>${document.servers[0]?.url}</code></dd>
    <dt>Sign in</dt>
    ${Object.values(securitySchemes).map(({ description }) => html`<dd>${prose(description)}</dd>`)}
    <dt>Limits</dt>
    <dd>${limitsText(limits)}</dd>
    <dt>Version</dt>
    <dd>${document.info.version}, that of this server</dd>
  </dl>`
}

const SPANS = new Map([
  [1, 'a second'],
  [60, 'a minute'],
  [3600, 'an hour'],
])

/** How many requests a key may make, as documented. */
function limitsText(limits: readonly Limit[]): string {
  if (limits.length === 0) return 'None.'
  const each = limits.map(
    ({ requests, seconds }) =>
      `${requests.toLocaleString('en')} ${SPANS.get(seconds) ?? `in ${seconds} seconds`}`,
  )
  return `${each.join(' and ')} for each key, unless this installation says otherwise; then 429.`
}

function downloads(name: string, { externalDocs }: OpenApiDocument): Html {
  return html`<ul class="downloads">
    <li><a href="/docs/${name}/openapi.json">OpenAPI document</a></li>
    <li><a href="/docs/${name}/postman.json">Postman collection</a></li>
    ${externalDocs ? html`<li><a href="${externalDocs.url}" rel="noreferrer">${externalDocs.description}, as its maker describes it</a></li>` : undefined}
  </ul>`
}

function refusals(document: OpenApiDocument): [string, string][] {
  const meanings = new Map<string, string>()
  for (const { operation } of endpointsOf(document)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!('$ref' in response)) continue
      const name = response.$ref.replace('#/components/responses/', '')
      meanings.set(status, document.components.responses[name]?.description ?? '')
    }
  }
  return [...meanings].toSorted(([a], [b]) => Number(a) - Number(b))
}

function endpointsIn(document: OpenApiDocument, groupName: string): Endpoint[] {
  return endpointsOf(document).filter(({ operation }) => operation.tags.includes(groupName))
}

function groupUrl(wire: DescribedWire, groupName: string): string {
  return `/docs/${wire.name}/${slug(groupName)}`
}
