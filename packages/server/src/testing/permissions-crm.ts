/** Who may do what with contacts, leads and deals; as `permission-table.ts` reads it. */
export const CRM_PERMISSIONS = `
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /contacts
  own                                    ok    ok    ok      ok     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /contacts
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /contacts/:id
  own                                    ok    ok    ok      ok     -            -              ok     no        -         who
  colleague                              ok    ok    ok      -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /contacts/:id
  own                                    ok    ok    ok      ok     -            -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /contacts/:id
  own                                    ok    ok    ok      ok     -            -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /leads
  own                                    ok    ok    ok      ok     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /leads
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague, given                       ok    ok    ok      no     no           -              no     no        -         who
  own, with owner                        -     -     -       no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /leads/:id
  own                                    ok    ok    ok      ok     -            -              ok     no        -         who
  colleague                              ok    ok    ok      -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /leads/:id
  own                                    ok    ok    ok      ok     -            -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  own, with owner                        -     -     -       no     -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
POST /leads/:id/convert
  own                                    ok    ok    ok      ok     -            -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  own, with client                       -     -     -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /leads/:id
  own                                    ok    ok    ok      ok     -            -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who

                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /deals
  own                                    ok    ok    ok      ok     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
GET /deals/sums
  own                                    ok    ok    ok      ok     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
POST /deals
  own                                    ok    ok    ok      ok     no           -              no     no        -         who
  colleague, given                       ok    ok    ok      no     no           -              no     no        -         who
  own, with owner                        -     -     -       no     no           -              no     no        -         who
  own, with client                       -     -     -       -      no           -              no     no        -         who
  own, with contact                      -     -     -       -      no           -              no     no        -         who
  own, with lead                         -     -     -       -      no           -              no     no        -         who
  own, with project                      -     -     -       -      no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
GET /deals/:id
  own                                    ok    ok    ok      ok     -            -              ok     no        -         who
  colleague                              ok    ok    ok      -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
PATCH /deals/:id
  own                                    ok    ok    ok      ok     -            -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  own, with owner                        -     -     -       no     -            -              no     no        -         who
  own, with client                       -     -     -       -      -            -              no     no        -         who
  own, with contact                      -     -     -       -      -            -              no     no        -         who
  own, with lead                         -     -     -       -      -            -              no     no        -         who
  own, with project                      -     -     -       -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
DELETE /deals/:id
  own                                    ok    ok    ok      ok     -            -              no     no        -         who
  colleague                              ok    ok    ok      -      -            -              no     no        -         who
  foreign                                -     -     -       -      -            -              no     no        -         who
`
