import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Names in the page what the first screen needs and the browser would find late: the typeface, which a style sheet
 * names, and who is signed in, which the program asks first of all.
 */
export function earlyFiles(): Plugin {
  return {
    name: 'early-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const font = Object.keys(bundle).find((name) => /inter-latin-wght-normal.*\.woff2$/.test(name))
        if (font === undefined) throw new Error('The build has no typeface.')
        return [
          preload({ as: 'font', type: 'font/woff2', href: `/${font}` }),
          preload({ as: 'fetch', href: '/sundial/api/v1/session' }),
        ]
      },
    },
  }
}

function preload(attributes: Record<string, string>): HtmlTagDescriptor {
  return {
    tag: 'link',
    injectTo: 'head',
    // As the typeface and the program's own calls are asked for.
    attrs: { rel: 'preload', crossorigin: true, ...attributes },
  }
}
