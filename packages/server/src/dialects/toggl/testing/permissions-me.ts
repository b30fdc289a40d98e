/** Who may do what with their account and their sessions. */
export const ME_PERMISSIONS = `
                                         roles in the team                     | from outside | keys of the owner       |
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
POST /api/sessions
  own                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
DELETE /api/sessions
  any                                    no    no    no      no     no           no             no     no        no        who
POST /api/v9/signup
  any                                    no    no    no      no     no           no             no     no        no        no
GET /api/v9/me
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
PUT /api/v9/me
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
POST /api/v9/me/sessions
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
DELETE /api/v9/me/sessions
  any                                    no    no    no      no     no           no             no     no        no        who
GET /api/v9/me/logged
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
GET /api/v9/me/id
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
POST /api/v9/me/reset_token
  own                                    ok    ok    ok      ok     ok           ok             no     no        no        who
GET /api/v9/me/quota
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
GET /api/v9/me/preferences
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
POST /api/v9/me/preferences
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
GET /api/v9/me/preferences/:client
  own                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
  unknown                                bad   bad   bad     bad    bad          bad            bad    bad       bad       who
POST /api/v9/me/preferences/:client
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
  unknown                                bad   bad   bad     bad    bad          bad            bad    bad       bad       who
GET /api/v9/me/flags
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
POST /api/v9/me/flags
  own                                    ok    ok    ok      ok     ok           ok             no     no        ok        who
GET /api/v9/me/features
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
GET /api/v9/me/location
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
`
