/** Who may do what with approvals, their policies and timesheets; as `permission-table.ts` reads it. */
export const APPROVAL_PERMISSIONS = `
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /approvals
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /approvals/count
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /approvals
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  own, with approver                     bad   bad   bad     bad    no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /approvals/:id
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  colleague                              ok    ok    ok      -      -            -              ok     no        -         who
  colleague, asked                       ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /approvals/:id/approve
  own                                    no    no    no      no     no           -              no     no        -         who
  colleague                              ok    ok    no      -      -            -              no     no        -         who
  colleague, asked                       ok    ok    ok      ok     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /approvals/:id/reject
  own                                    no    no    no      no     no           -              no     no        -         who
  colleague                              ok    ok    no      -      -            -              no     no        -         who
  colleague, asked                       ok    ok    ok      ok     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /approvals/:id/cancel
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    no      -      -            -              no     no        -         who
  colleague, asked                       ok    ok    no      no     no           -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /approvals/approve
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
  foreign                                ok    ok    ok      ok     ok           ok             no     no        ok        who
POST /approvals/reject
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
  foreign                                ok    ok    ok      ok     ok           ok             no     no        ok        who
POST /entries/:id/reopen
  own                                    ok    ok    no      no     no           -              no     no        -         who
  colleague                              ok    ok    no      -      -            -              no     no        -         who
  private                                ok    ok    -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /approval-policies
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /approval-policies
  colleague                              ok    ok    no      no     no           -              no     no        -         who
  colleague, with project                -     -     no      no     no           -              no     no        -         who
  colleague, with user                   -     -     no      no     no           -              no     no        -         who
  colleague, with approver               -     -     no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
PATCH /approval-policies/:id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  own, with project                      -     -     no      no     no           -              no     no        -         who
  own, with user                         -     -     no      no     no           -              no     no        -         who
  own, with approver                     -     -     no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /approval-policies/:id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /timesheets
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /timesheets
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    ok      no     no           -              no     no        -         who
  own, with user                         -     -     -       no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /timesheets/:id/withdraw
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague                              ok    ok    no      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /timesheets/:id/approve
  own                                    no    no    no      no     no           -              no     no        -         who
  colleague                              ok    ok    no      -      -            -              no     no        -         who
  colleague, asked                       ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /timesheets/:id/reject
  own                                    no    no    no      no     no           -              no     no        -         who
  colleague                              ok    ok    no      -      -            -              no     no        -         who
  colleague, asked                       ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /timesheets/:id/close
  own                                    no    no    no      no     no           -              no     no        -         who
  colleague                              ok    ok    no      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
`
