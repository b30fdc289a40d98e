export const sample = {
  title: 'Sample data',
  text: 'A workspace of its own, called “Sample studio”, with clients, projects and two weeks of time. One click removes all of it.',
  textThere: 'It stands in the workspace “Sample studio”, apart from everything that is yours.',
  notice: 'This is sample data, in a workspace of its own.',
  make: 'Load sample data',
  remove: 'Remove sample data',
  removeTitle: 'Remove the sample data?',
  removeText: 'The workspace “Sample studio” goes with all that is in it, also what you added there.',
  removed: 'Sample data removed.',
  atSetup: 'Load sample data to look around in',
  atSetupHint:
    'Two weeks of invented time, clients and projects, in a workspace of their own. One click removes all of it.',
  failed: 'The sample data could not be made. You find it under Settings, Workspace.',
} as const
