import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifyInstance } from 'fastify'

/** Bodies are taken at their word: a wrong type is an error, and null means null. */
const strict = new Ajv({ strict: false, allErrors: true, validateFormats: false })
/** Queries and paths are text, and are read as what the schema wants. */
const lenient = new Ajv({ strict: false, allErrors: true, validateFormats: false, coerceTypes: 'array' })

/**
 * Makes validators when a route is first called: there are hundreds, and starting is to take less than a second.
 */
export function compileLazily(app: FastifyInstance): void {
  app.setValidatorCompiler<object>(({ schema, httpPart }) => {
    let validate: ValidateFunction | undefined
    return (data: unknown) => {
      validate ??= (httpPart === 'body' ? strict : lenient).compile(schema)
      if (validate(data)) return { value: data }
      const problem = new Error(`The ${httpPart ?? 'input'} is not as described`)
      return { error: Object.assign(problem, { validation: validate.errors, validationContext: httpPart }) }
    }
  })
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
}
