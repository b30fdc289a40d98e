import { configDefaults, defineConfig } from 'vitest/config'

// Pure tests need no engine and run once; all others run on each engine there is.
const pure = ['src/core/rules/**/*.test.ts', 'src/**/*.unit.test.ts']

function onEngine(engine: 'sqlite' | 'postgres') {
  return {
    extends: true as const,
    test: {
      name: engine,
      include: ['src/**/*.test.ts'],
      exclude: [...configDefaults.exclude, ...pure],
      env: { SUNDIAL_TEST_ENGINE: engine },
    },
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    // Two processes keep two cores busy, and stay below PostgreSQL's default of 100 connections.
    maxWorkers: 2,
    // Each file has a server and a database of its own; to load the program anew for each takes half the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'rules', include: pure } },
      onEngine('sqlite'),
      // scripts/test.mjs sets TEST_DATABASE_URL when a PostgreSQL answers.
      ...(process.env.TEST_DATABASE_URL ? [onEngine('postgres')] : []),
    ],
  },
})
