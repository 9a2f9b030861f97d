import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Built files go to `dist/dashboard`, where the api serves them; `npx vite dashboard` talks to an api on port 8080. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  // MapLibre's worker is a module; without this the built map stays blank.
  worker: { format: 'es' },
  build: {
    outDir: '../dist/dashboard',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The validator and the word to it that eval is forbidden, in one file: said before any schema is made.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|src\/no-eval\.ts$/ }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
})
