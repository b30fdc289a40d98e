/** Who may ask for which report. What is in it is a matter of the filter, which has tests of its own. */
export const REPORT_PERMISSIONS = `
                                         owner admin manager member viewer     | operator     | reader scopeless elsewhere | nobody
${ofWorkspace([
  'search/time_entries',
  'search/time_entries/totals',
  'search/time_entries.csv',
  'search/time_entries.xlsx',
  'search/time_entries.pdf',
  'summary/time_entries',
  'summary/time_entries.csv',
  'summary/time_entries.xlsx',
  'summary/time_entries.pdf',
  'weekly/time_entries',
  'weekly/time_entries.csv',
  'weekly/time_entries.pdf',
  'projects/summary',
  'comparative',
  'data_trends/clients',
  'data_trends/projects',
  'data_trends/users',
  'search/clients',
  'search/projects',
  'search/users',
  'search/tasks',
  'filters/clients',
  'filters/projects',
  'filters/users',
  'filters/tasks',
  'filters/project_users',
  'filters/projects/status',
  'filters/tasks/status',
])}
POST /reports/api/v3/workspace/:workspace_id/filters/project_groups
  own                                    ok    ok    ok      ok     ok           -              ok     ok        -         who
  foreign                                -     -     -       -      -            -              -      -         -         who
POST /reports/api/v3/workspace/:workspace_id/projects/:project_id/summary
  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  private                                ok    ok    -       -      -            -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who
${[
  'details',
  'details.csv',
  'details.pdf',
  'details.xls',
  'summary',
  'summary.csv',
  'summary.pdf',
  'summary.xls',
  'weekly',
  'weekly.csv',
  'weekly.pdf',
  'weekly.xls',
  'project',
]
  .map((report) => `GET /reports/api/v2/${report}\n${rowsOfWorkspace()}`)
  .join('\n')}
`

function ofWorkspace(paths: readonly string[]): string {
  return paths
    .map((path) => `POST /reports/api/v3/workspace/:workspace_id/${path}\n${rowsOfWorkspace()}`)
    .join('\n')
}

function rowsOfWorkspace(): string {
  return `  own                                    ok    ok    ok      ok     ok           -              ok     no        -         who
  foreign                                -     -     -       -      -            -              -      no        -         who`
}
