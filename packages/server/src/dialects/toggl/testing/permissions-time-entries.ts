/** Who may do what with time entries. */
export const TIME_ENTRY_PERMISSIONS = `
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /api/v9/me/time_entries
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
GET /api/v9/me/time_entries/current
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
GET /api/v9/time_entries/current
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
GET /api/v9/me/time_entries/:time_entry_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  colleague                              ok    ok    ok      -      -            -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /api/v9/workspaces/:workspace_id/time_entries
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      no     no           -              no     no        -         who
  own, with project                      bad   bad   bad     bad    bad          -              bad    bad       -         who
  own, with task                         bad   bad   bad     bad    bad          -              bad    bad       -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
POST /api/v9/time_entries
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
POST /api/v9/time_entries/start
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
PUT /api/v9/workspaces/:workspace_id/time_entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with project                      bad   bad   bad     bad    bad          -              bad    no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
PUT /api/v9/time_entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /api/v9/workspaces/:workspace_id/time_entries/:time_entry_id/stop
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              no    no    no      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
PATCH /api/v9/workspaces/:workspace_id/time_entries/:time_entry_ids
  own                                    ok    ok    ok      ok     ok           -              ok     ok        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
DELETE /api/v9/workspaces/:workspace_id/time_entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              no    no    no      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
DELETE /api/v9/time_entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              no    no    no      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
`
