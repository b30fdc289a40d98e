import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedFiles } from './build/compressed-files.ts'
import { earlyFiles } from './build/early-files.ts'
import { serviceWorker } from './build/service-worker.ts'

export default defineConfig({
  plugins: [react(), earlyFiles(), serviceWorker(), compressedFiles()],
  build: {
    outDir: 'dist',
    // A data: URL in a style sheet would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    // Which files belong together: for the table of `npm run bundle`.
    manifest: true,
    rolldownOptions: {
      // What is needed before the first screen comes in one piece, however many later screens share parts of it.
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
    },
  },
  server: {
    proxy: { '/sundial': process.env.SUNDIAL_URL ?? 'http://127.0.0.1:3000' },
  },
})
