/** Who may do what with subscriptions. */
export const WEBHOOK_PERMISSIONS = `
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
GET /webhooks/api/v1/status
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        ok
GET /webhooks/api/v1/event_filters
  any                                    ok    ok    ok      ok     ok           ok             ok     ok        ok        who
GET /webhooks/api/v1/limits/:workspace_id
  own                                    ok    ok    ok      ok     ok           -              ok     ok        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /webhooks/api/v1/subscriptions/:workspace_id
  own                                    ok    ok    no      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
POST /webhooks/api/v1/subscriptions/:workspace_id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
PUT /webhooks/api/v1/subscriptions/:workspace_id/:subscription_id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
PATCH /webhooks/api/v1/subscriptions/:workspace_id/:subscription_id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
DELETE /webhooks/api/v1/subscriptions/:workspace_id/:subscription_id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /webhooks/api/v1/subscriptions/:workspace_id/:subscription_id/events
  own                                    ok    ok    no      no     no           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
POST /webhooks/api/v1/ping/:workspace_id/:subscription_id
  own                                    ok    ok    no      no     no           -              no     no        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
GET /webhooks/api/v1/validate/:workspace_id/:subscription_id/:validation_code
  unknown                                bad   bad   bad     bad    bad          bad            bad    bad       bad       bad
`
