import type { FastifyInstance } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { inWords } from '../errors.ts'
import { pathId } from '../wire.ts'

const PUBLIC = { isPublic: true }

/** What the world is made of, as the runtime knows it; for anybody, as sign-up forms ask before there is an account. */
export function referenceDataRoutes(app: FastifyInstance): void {
  app.get('/countries', { config: PUBLIC, schema: { summary: 'List the countries' } }, async () =>
    countries().map(toCountry),
  )

  app.get<{ Params: { country_id: string } }>(
    '/countries/:country_id/subdivisions',
    { config: PUBLIC, schema: { summary: 'List the parts of a country; none are known' } },
    async ({ params }) => {
      const id = pathId(params.country_id)
      if (countries().some((code) => numberOfLetters(code) === id)) return []
      throw inWords('not_found', 'no_such_thing', 'Invalid country code.')
    },
  )

  app.get('/currencies', { config: PUBLIC, schema: { summary: 'List the currencies' } }, async () =>
    currencyList(),
  )

  app.get(
    '/status',
    { config: PUBLIC, schema: { summary: 'Say that all is well' } },
    async (_request, reply) => reply.type('application/json; charset=utf-8').send('"OK"'),
  )

  app.get('/timezones', { config: PUBLIC, schema: { summary: 'List the time zones' } }, async () => zones())

  app.get(
    '/timezones/offsets',
    { config: PUBLIC, schema: { summary: 'List the time zones with their present offsets' } },
    async ({ ctx }) =>
      zones().map((name) => ({
        name,
        utc: Temporal.Instant.fromEpochMilliseconds(ctx.now).toZonedDateTimeISO(name).offset,
      })),
  )
}

/** Codes that name something else than a country: unions of states, islands of others, and test data. */
const NO_COUNTRIES = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
])
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))

let knownCountries: readonly string[] | undefined

/** The codes of ISO 3166-1 that have a name and have not been replaced by another. */
function countries(): readonly string[] {
  knownCountries ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) =>
      !NO_COUNTRIES.has(code) &&
      names().of(code) !== undefined &&
      Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
  )
  return knownCountries
}

let knownNames: Intl.DisplayNames | undefined

function names(): Intl.DisplayNames {
  knownNames ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return knownNames
}

function toCountry(code: string) {
  return {
    id: numberOfLetters(code),
    name: names().of(code),
    country_code: code,
    default_currency_id: null,
    vat_applicable: false,
    vat_percentage: null,
    vat_regex: null,
    requires_postal_code: false,
  }
}

/** A number for a code that stays the same whatever else there is. */
function numberOfLetters(code: string): number {
  return [...code].reduce((number, letter) => number * LETTERS.length + LETTERS.indexOf(letter), 0) + 1
}

let knownCurrencies: { currency_id: number; iso_code: string; symbol: string }[] | undefined

function currencyList() {
  knownCurrencies ??= Intl.supportedValuesOf('currency').map((code) => ({
    currency_id: numberOfLetters(code),
    iso_code: code,
    symbol: symbolOf(code),
  }))
  return knownCurrencies
}

function symbolOf(currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency
}

function zones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
}
