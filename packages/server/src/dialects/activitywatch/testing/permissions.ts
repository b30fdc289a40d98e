/** Who may do what on this wire, in the words of the table of all wires. */
export const ACTIVITYWATCH_PERMISSIONS = `
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /api/0/info
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
GET /api/0/buckets/
  any                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
GET /api/0/buckets/:bucket_id
  own                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
  colleague                              -     -     -       -      -            -              -      no        no        who
  foreign                                -     -     -       -      -            -              -      no        no        who
POST /api/0/buckets/:bucket_id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  foreign                                ok    ok    ok      ok     ok           ok             no     no        no        who
DELETE /api/0/buckets/:bucket_id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
GET /api/0/buckets/:bucket_id/events
  own                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
  colleague                              -     -     -       -      -            -              -      no        no        who
  foreign                                -     -     -       -      -            -              -      no        no        who
POST /api/0/buckets/:bucket_id/events
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
GET /api/0/buckets/:bucket_id/events/count
  own                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
  colleague                              -     -     -       -      -            -              -      no        no        who
  foreign                                -     -     -       -      -            -              -      no        no        who
GET /api/0/buckets/:bucket_id/events/:event_id
  own                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
  colleague                              -     -     -       -      -            -              -      no        no        who
  foreign                                -     -     -       -      -            -              -      no        no        who
DELETE /api/0/buckets/:bucket_id/events/:event_id
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
POST /api/0/buckets/:bucket_id/heartbeat
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
  colleague                              -     -     -       -      -            -              no     no        no        who
  foreign                                -     -     -       -      -            -              no     no        no        who
GET /api/0/buckets/:bucket_id/export
  own                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
  colleague                              -     -     -       -      -            -              -      no        no        who
  foreign                                -     -     -       -      -            -              -      no        no        who
GET /api/0/export
  any                                    ok    ok    ok      ok     ok           ok             ok     no        no        who
POST /api/0/import
  any                                    ok    ok    ok      ok     ok           ok             no     no        no        who
`
