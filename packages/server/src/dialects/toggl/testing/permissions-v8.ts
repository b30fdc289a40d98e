/** Who may do what on version 8, in the words of the table of permissions. A project user stands on a private project. */
export const EIGHT_PERMISSIONS = `
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /api/v8/me
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
PUT /api/v8/me
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
POST /api/v8/reset_token
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
POST /api/v8/signups
  any                                    no    no    no      no     no           no             no     no        no        no
POST /api/v8/sessions
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
DELETE /api/v8/sessions
  any                                    no    no    no      no     no           no             no     no        no        who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
POST /api/v8/time_entries
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      no     no           -              no     no        -         who
  own, with project                      -     -     -       -      -            -              -      -         -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
POST /api/v8/time_entries/start
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/time_entries
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
GET /api/v8/time_entries/current
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
GET /api/v8/time_entries/:time_entry_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  colleague                              ok    ok    ok      -      -            -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /api/v8/time_entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with project                      -     -     -       -      -            -              -      no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /api/v8/time_entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              no    no    no      -      -            -              no     no        -         who
  private                                no    no    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /api/v8/time_entries/:time_entry_id/stop
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              no    no    no      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /api/v8/workspaces
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
GET /api/v8/workspaces/:workspace_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
PUT /api/v8/workspaces/:workspace_id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
POST /api/v8/workspaces/:workspace_id/invite
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/workspaces/:workspace_id/users
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/workspaces/:workspace_id/workspace_users
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/workspaces/:workspace_id/clients
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/workspaces/:workspace_id/projects
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/workspaces/:workspace_id/project_users
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/workspaces/:workspace_id/tasks
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/workspaces/:workspace_id/tags
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
PUT /api/v8/workspace_users/:workspace_user_id
  colleague                              ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /api/v8/workspace_users/:workspace_user_id
  own                                    busy  ok    ok      ok     ok           -              no     no        -         who
  colleague                              ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /api/v8/dashboard/:workspace_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /api/v8/clients
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
POST /api/v8/clients
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/clients/:client_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /api/v8/clients/:client_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /api/v8/clients/:client_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /api/v8/clients/:client_id/projects
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
POST /api/v8/projects
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  own, with client                       -     -     -       -      -            -              -      -         -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v8/projects/:project_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /api/v8/projects/:project_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with client                       -     -     -       -      -            -              -      no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /api/v8/projects/:project_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /api/v8/projects/:project_id/project_users
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /api/v8/projects/:project_id/tasks
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /api/v8/project_users
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  own, with user                         -     -     -       -      -            -              -      no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /api/v8/project_users/:project_user_id
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /api/v8/project_users/:project_user_id
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
POST /api/v8/tasks
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with assignee                     -     -     -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /api/v8/tasks/:task_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /api/v8/tasks/:task_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /api/v8/tasks/:task_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /api/v8/tags
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
PUT /api/v8/tags/:tag_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /api/v8/tags/:tag_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
`
