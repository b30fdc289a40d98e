import { KITS } from './dialects.ts'
import { APPROVAL_PERMISSIONS } from './permissions-approvals.ts'
import { CRM_PERMISSIONS } from './permissions-crm.ts'
import { type Caller, CALLERS, type Situation, SITUATIONS } from './world.ts'

/**
 * Who may do what, on every route of every wire. A row is a thing the call is about (one's own, a colleague's, one on a
 * colleague's private project, one of another workspace) and, for each caller, what becomes of the call:
 *
 *   ok  it is done             no  one may see it, but not do this       -  to this caller there is no such thing
 *   who the caller is unknown  bad  the request makes no sense to them   busy  the state of things forbids it
 *
 * `any` stands where the call is about nothing in particular. What follows a comma varies the call: `unnamed` does not
 * say whose entry it is, `with project` mixes in a second thing that is foreign.
 */
export type Expectation = 'ok' | 'no' | '-' | 'who' | 'bad' | 'busy'

const WORDS = new Set<string>(['ok', 'no', '-', 'who', 'bad', 'busy'])

export type Row = {
  situation: Situation
  variant: string | undefined
  /** The row as the table has it, for the message of a failure. */
  label: string
  expected: Readonly<Record<Caller, Expectation>>
}

const NATIVE = `
                                         roles in the team                     | from outside | keys of the owner       |
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /server
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
POST /users
  any                                    no    no    no      no     no           no             no     no        no        no
GET /users
  any                                    no    no    no      no     no           ok             no     no        no        who
PATCH /users/:id
  colleague                              no    no    no      no     no           ok             no     no        no        who
  foreign                                no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
POST /users/:id/password-reset
  colleague                              no    no    no      no     no           ok             no     no        no        who
  foreign                                no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
POST /session
  own                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
GET /session
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
DELETE /session
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
GET /me
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
PATCH /me
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
GET /me/wires
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
PUT /me/password
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
POST /password-resets
  own                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
PUT /password-resets/:secret
  own                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
  unknown                                -     -     -       -      -            -              -      -         -         -
POST /me/sample-data
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
DELETE /me/sample-data
  own                                    ok    ok    ok      ok     ok           ok             no     no        -         who
GET /me/sessions
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
DELETE /me/sessions
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
DELETE /me/sessions/:id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
GET /me/second-factor
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /me/second-factor
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /me/second-factor/confirm
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /me/second-factor/recovery-codes
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /me/second-factor/end
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
GET /me/passkeys
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /me/passkeys/options
  own                                    no    no    no      no     no           no             no     no        no        who
POST /me/passkeys
  own                                    no    no    no      no     no           no             no     no        no        who
PATCH /me/passkeys/:id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
DELETE /me/passkeys/:id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
POST /session/passkey/options
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
POST /session/passkey
  any                                    who   who   who     who    who          who            who    who       who       who
POST /session/provider
  any                                    -     -     -       -      -            -              -      -         -         -
GET /session/provider
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
GET /me/identities
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /me/identities
  any                                    -     -     -       -      -            -              no     no        no        who
DELETE /me/identities/:id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
GET /tokens
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /tokens
  own                                    ok    ok    ok      ok     ok           -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
POST /tokens/integration
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
PATCH /tokens/:id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
DELETE /tokens/:id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
GET /admin/tokens
  any                                    no    no    no      no     no           ok             no     no        no        who
POST /admin/tokens
  colleague                              no    no    no      no     no           ok             no     no        no        who
  colleague, with workspace              no    no    no      no     no           bad            no     no        no        who
  foreign                                no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
PATCH /admin/tokens/:id
  colleague                              no    no    no      no     no           ok             no     no        no        who
  foreign                                no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
POST /admin/tokens/:id/rotate
  colleague                              no    no    no      no     no           ok             no     no        no        who
  foreign                                no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
DELETE /admin/tokens/:id
  colleague                              no    no    no      no     no           ok             no     no        no        who
  foreign                                no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
GET /admin/users
  any                                    no    no    no      no     no           ok             no     no        no        who
POST /admin/users
  any                                    no    no    no      no     no           ok             no     no        no        who
PATCH /admin/users/:id
  colleague                              no    no    no      no     no           ok             no     no        no        who
  foreign                                no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
DELETE /admin/users/:id/second-factor
  colleague                              no    no    no      no     no           ok             no     no        no        who
  foreign                                no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
GET /admin/jobs
  any                                    no    no    no      no     no           ok             no     no        no        who
POST /admin/jobs/:id/retry
  own                                    no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
DELETE /admin/jobs/:id
  own                                    no    no    no      no     no           ok             no     no        no        who
  unknown                                no    no    no      no     no           -              no     no        no        who
GET /admin/health
  any                                    no    no    no      no     no           ok             no     no        no        who
GET /me/personal-key
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /me/personal-key/reset
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /workspaces
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
POST /workspaces
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
GET /workspaces/:id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /workspaces/:id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /workspaces/:id
  own                                    ok    no    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /workspaces/:id/members
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /workspaces/:id/members/:member_id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  colleague                              ok    ok    no      no     no           -              no     no        -         who
  colleague, hand over                   ok    no    no      no     no           -              no     no        -         who
  own, with member                       -     -     -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /workspaces/:id/members/:member_id
  own                                    busy  ok    ok      ok     ok           -              no     no        -         who
  colleague                              ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /workspaces/:id/invitations
  own                                    ok    ok    no      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /workspaces/:id/invitations
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /workspaces/:id/invitations/:invitation_id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  own, with invitation                   -     -     no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /invitations/:secret
  own                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
  unknown                                -     -     -       -      -            -              -      -         -         -
POST /invitations/:secret/accept
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              no    no    no      no     no           no             no     no        no        who
  unknown                                -     -     -       -      -            -              no     no        no        who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /clients
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /clients
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /clients/:id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /clients/:id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /clients/:id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

GET /projects
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /projects
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  own, with parent                       -     -     -       -      no           -              no     no        -         who
  own, with client                       -     -     -       -      no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /projects/:id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /projects/:id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with client                       -     -     -       no     no           -              no     no        -         who
  own, with parent                       -     -     -       no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /projects/:id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /projects/:id/members
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /projects/:id/members
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with user                         bad   bad   bad     no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /tasks
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /tasks
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with assignee                     bad   bad   bad     bad    no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /tasks/:id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /tasks/:id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with assignee                     bad   bad   bad     bad    no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /tasks/:id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

GET /tags
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /tags
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /tags/:id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /tags/:id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /tags/:id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /entries
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /entries
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      no     no           -              no     no        -         who
  own, with project                      -     -     -       -      -            -              no     no        -         who
  own, with task                         -     -     -       -      -            -              no     no        -         who
  own, with client                       -     -     -       -      -            -              no     no        -         who
  own, with tag                          -     -     -       -      no           -              no     no        -         who
  own, with user                         -     -     -       no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
PATCH /entries
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with project                      -     -     -       -      no           -              no     no        -         who
  own, with workspace                    -     -     -       -      no           -              no     no        -         who
  own, with tag                          -     -     -       -      no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /entries
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /entries/:id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  colleague                              ok    ok    ok      -      -            -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /entries/:id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with project                      -     -     -       -      no           -              no     no        -         who
  own, with task                         -     -     -       -      no           -              no     no        -         who
  own, with client                       -     -     -       -      no           -              no     no        -         who
  own, with tag                          -     -     -       -      no           -              no     no        -         who
  own, with workspace                    -     -     -       -      no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /entries/:id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /reports
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /reports/entries
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /reports/export
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /saved-reports
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /saved-reports
  own                                    ok    ok    ok      ok     ok           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /saved-reports/:id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  colleague                              -     -     -       -      -            -              -      no        -         who
  colleague, shared                      ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /saved-reports/:id
  own                                    ok    ok    ok      ok     ok           -              no     no        -         who
  colleague                              -     -     -       -      -            -              no     no        -         who
  colleague, shared                      ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /saved-reports/:id
  own                                    ok    ok    ok      ok     ok           -              no     no        -         who
  colleague                              -     -     -       -      -            -              no     no        -         who
  colleague, shared                      ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /saved-reports/:id/links
  own                                    ok    ok    ok      ok     ok           -              no     no        -         who
  colleague, shared                      no    no    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /saved-reports/:id/links
  own                                    ok    ok    ok      ok     ok           -              no     no        -         who
  colleague, shared                      no    no    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /saved-reports/:id/links/:link_id
  own                                    ok    ok    ok      ok     ok           -              no     no        -         who
  colleague, shared                      no    no    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /public-reports/:secret
  own                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
  unknown                                -     -     -       -      -            -              -      -         -         -
GET /public-reports/:secret/export
  own                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
  unknown                                -     -     -       -      -            -              -      -         -         -
GET /exports
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
POST /exports
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /exports/everything
  own                                    ok    ok    no      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /exports/:id
  own                                    ok    ok    ok      ok     ok           ok             ok     no        -         who
  colleague                              -     -     -       -      -            -              -      no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /exports/:id/file
  own                                    ok    ok    ok      ok     ok           ok             ok     no        -         who
  colleague                              -     -     -       -      -            -              -      no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /exports/:id
  own                                    ok    ok    ok      ok     ok           ok             ok     no        -         who
  colleague                              -     -     -       -      -            -              -      no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /workspaces/:id/webhooks
  own                                    ok    ok    no      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /me/webhooks
  any                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
POST /me/webhooks
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /workspaces/:id/webhooks
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /webhooks/:id
  own                                    ok    ok    no      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /webhooks/:id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /webhooks/:id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /webhooks/:id/secret
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /webhooks/:id/secret
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /webhooks/:id/ping
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /webhooks/:id/deliveries
  own                                    ok    ok    no      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /deliveries/:id
  own                                    ok    ok    no      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /deliveries/:id/redeliver
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /rates
  own                                    ok    ok    ok      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /rates
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  own, with project                      -     -     -       no     no           -              no     no        -         who
  own, with client                       -     -     -       no     no           -              no     no        -         who
  own, with task                         -     -     -       no     no           -              no     no        -         who
  own, with user                         -     -     -       no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
PATCH /rates/:id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /rates/:id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /budgets
  own                                    ok    ok    ok      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /projects/:id/budget
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /projects/:id/budget
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

GET /timer
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
POST /timer/start
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  own, with tag                          -     -     -       -      no           -              no     no        -         who
  own, with client                       -     -     -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /timer/stop
  own                                    ok    ok    ok      ok     no           busy           no     no        busy      who
POST /timer/pause
  own                                    ok    ok    ok      ok     no           busy           no     no        busy      who
POST /timer/resume
  own                                    ok    ok    ok      ok     no           busy           no     no        busy      who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
POST /app-usage
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
GET /app-usage
  any                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
GET /app-usage/summary
  any                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
PATCH /app-usage
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  own, on project                        ok    ok    ok      ok     no           -              no     no        no        who
  own, with project                      -     -     -       -      -            -              no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
DELETE /app-usage
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
GET /usage-rules
  any                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
POST /usage-rules
  own                                    ok    ok    ok      ok     no           -              no     no        no        who
  private                                ok    ok    -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
PATCH /usage-rules/:id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  own, with project                      -     -     -       -      -            -              no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
DELETE /usage-rules/:id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
POST /usage-rules/apply
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who

GET /search
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  own, everywhere                        ok    ok    ok      ok     ok           ok             ok     no        ok        who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /events
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /events/stream
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
POST /operations/:operation_id/undo
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              -     -     -       -      -            -              -      -         -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
`

/** The status that stands for each word on a wire, or those that may; `ok` is any that says yes. */
export type Statuses = Readonly<Record<Exclude<Expectation, 'ok'>, number | readonly number[]>>

export const STATUSES: Readonly<Record<string, Statuses>> = {
  native: { no: 403, '-': 404, who: 401, bad: 422, busy: 409 },
  ...Object.fromEntries([...KITS].map(([name, kit]) => [name, kit.statuses])),
}

/** The rows of each route, by wire and then by method and path below the wire's prefix. */
export const PERMISSIONS: Readonly<Record<string, ReadonlyMap<string, readonly Row[]>>> = {
  native: read(NATIVE + APPROVAL_PERMISSIONS + CRM_PERMISSIONS),
  ...Object.fromEntries([...KITS].map(([name, kit]) => [name, read(kit.permissions)])),
}

function read(table: string): Map<string, Row[]> {
  const routes = new Map<string, Row[]>()
  let rows: Row[] = []
  for (const line of table.split('\n')) {
    const route = /^(?:GET|POST|PUT|PATCH|DELETE) \S+$/.exec(line)?.[0]
    if (route !== undefined) {
      rows = []
      if (routes.has(route)) throw new Error(`${route} stands in the table twice`)
      routes.set(route, rows)
    }
    if (/^ {2}\S/.test(line)) rows.push(readRow(line))
  }
  return routes
}

function readRow(line: string): Row {
  const [label = '', ...words] = line.trim().split(/ {2,}/)
  const expected = words.join(' ').split(' ')
  if (expected.length !== CALLERS.length || !expected.every((word) => WORDS.has(word)))
    throw new Error(`This row has not one word for each caller: ${line}`)
  const [name = '', variant] = label.split(', ')
  const situation = SITUATIONS.find((each) => each === name) ?? 'own'
  if (situation !== name && name !== 'any') throw new Error(`There is no situation "${name}": ${line}`)
  const byCaller = Object.fromEntries(CALLERS.map((caller, index) => [caller, expected[index]]))
  // Each word was looked up above.
  return { situation, variant, label, expected: byCaller as Row['expected'] }
}
