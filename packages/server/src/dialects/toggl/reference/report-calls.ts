import { type TSchema, Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { inPath } from './words.ts'

export const REPORTS_OF_WORKSPACE = 'POST /reports/api/v3/workspace/:workspace_id'

/** A report of v3: what is asked stands in the body, and all is answered with 200. */
export function asked(operationId: string, fields: Record<string, TSchema>, answer: TSchema): RouteReference {
  return { operationId, params: inPath('workspace_id'), body: Type.Object(fields), status: 200, answer }
}
