import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/** Beside what has a hash in its name. */
const others = ['favicon.svg', 'favicon-running.svg', 'manifest.webmanifest', 'icon-192.png']

/**
 * Builds src/service-worker.ts into sw.js, at the root that it speaks for, with the list of the files of this build. The
 * plugins there are for it bring a second bundler along for no more than that list.
 */
export function serviceWorker(): Plugin {
  let root = ''
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    async writeBundle({ dir }, bundle) {
      if (!dir) throw new Error('The build goes into no folder.')
      const revision = (name: string) =>
        createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex')
          .slice(0, 16)
      const precached = [
        { url: '/', revision: revision('index.html') },
        ...Object.keys(bundle)
          // Other scripts than Latin come when they are read.
          .filter((name) => /\.(js|css)$|-latin-wght-.*\.woff2$/.test(name))
          .map((name) => ({ url: `/${name}`, revision: null })),
        ...others.map((name) => ({ url: `/${name}`, revision: revision(name) })),
      ]
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        define: { precached: JSON.stringify(precached) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: {
            input: join(root, 'src/service-worker.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      })
    },
  }
}
