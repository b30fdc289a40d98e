/** Who may do what on this wire, in the words of the table of all wires. */
export const TIMING_PERMISSIONS = `
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /api/v1/projects
  own                                    ok    ok    ok      ok     ok           bad            ok     no        bad       who
  foreign                                bad   bad   bad     bad    bad          bad            bad    bad       bad       who
GET /api/v1/projects/hierarchy
  own                                    ok    ok    ok      ok     ok           bad            ok     no        bad       who
  foreign                                bad   bad   bad     bad    bad          bad            bad    bad       bad       who
POST /api/v1/projects
  own                                    ok    ok    ok      no     no           bad            no     no        bad       who
  own, with parent                       bad   bad   bad     bad    bad          bad            bad    bad       bad       who
  foreign                                bad   bad   bad     bad    bad          bad            bad    bad       bad       who
GET /api/v1/projects/:project_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /api/v1/projects/:project_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
PATCH /api/v1/projects/:project_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /api/v1/projects/:project_id
  own                                    ok    ok    ok      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

GET /api/v1/teams
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
GET /api/v1/teams/:team_id/members
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /api/v1/report
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
  own, with project                      bad   bad   bad     bad    bad          bad            bad    bad       bad       who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
POST /api/v1/time-entries/start
  own                                    ok    ok    ok      ok     no           bad            no     no        bad       who
  private                                ok    ok    bad     bad    bad          bad            no     no        bad       who
  foreign                                bad   bad   bad     bad    bad          bad            bad    bad       bad       who
PUT /api/v1/time-entries/stop
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
GET /api/v1/time-entries/latest
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
GET /api/v1/time-entries/running
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
PATCH /api/v1/time-entries/batch-update
  own                                    ok    ok    ok      ok     no           bad            no     no        bad       who
  colleague                              ok    ok    ok      bad    bad          bad            no     no        bad       who
  colleague, unnamed                     no    no    no      bad    bad          bad            no     no        bad       who
  private                                ok    ok    bad     bad    bad          bad            no     no        bad       who
  own, with project                      bad   bad   bad     bad    bad          bad            bad    bad       bad       who
  foreign                                bad   bad   bad     bad    bad          bad            no     no        bad       who
GET /api/v1/time-entries
  any                                    ok    ok    ok      ok     ok           ok             ok     no        ok        who
  own, with project                      bad   bad   bad     bad    bad          bad            bad    bad       bad       who
POST /api/v1/time-entries
  own                                    ok    ok    ok      ok     no           bad            no     no        bad       who
  private                                ok    ok    bad     bad    bad          bad            no     no        bad       who
  foreign                                bad   bad   bad     bad    bad          bad            bad    bad       bad       who
GET /api/v1/time-entries/:time_entry_id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  colleague                              ok    ok    ok      -      -            -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PUT /api/v1/time-entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with project                      bad   bad   bad     bad    bad          bad            bad    bad       bad       who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /api/v1/time-entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with project                      bad   bad   bad     bad    bad          bad            bad    bad       bad       who
  foreign                                -     -     -       -      -            -              -      no        -         who
DELETE /api/v1/time-entries/:time_entry_id
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  colleague, unnamed                     no    no    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
`
